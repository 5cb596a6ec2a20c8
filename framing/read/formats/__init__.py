"""A reader for each kind of input file, and what they share: kinds, columns, rows."""
