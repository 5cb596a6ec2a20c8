"""The pages of the app, a file for each part of the way."""
