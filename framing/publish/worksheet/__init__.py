"""The worksheet: questions on two passages each, a graphic organiser, a glossary, a quiz; a student copy and a key.

Everything is made by templates from the lesson of a run, and every passage is the text's own characters.
"""

from framing.publish.worksheet.sheet import Sheet, worksheet

__all__ = ["Sheet", "worksheet"]
