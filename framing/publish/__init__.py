"""Writes what was found: tables, page, manifest."""
