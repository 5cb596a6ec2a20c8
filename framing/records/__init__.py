"""The records that every layer passes on: articles, evidence rows, declared columns, errors, progress."""
