"""Human corrections: marks that a person rejected, and values that a person corrected.

They are applied to the rows of each extractor before any later extractor, feature or comparison reads them, so
that every number follows. A correction never makes a row and never changes the name of another one.

    values    whether a correction names a column that can be corrected, and a value it can have
    applied   the rows of one extractor in one article, corrected
    record    what became of each correction, and the table that says so
"""
