"""Exports of press databases: files with many articles, each with fields about it and its own words."""
