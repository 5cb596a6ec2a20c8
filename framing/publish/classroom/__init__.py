"""The pooled answers of a class as files: tables for a spreadsheet, and a page to project."""

from framing.publish.classroom.answer_files import answer_files

__all__ = ["answer_files"]
