"""The worksheet: questions on two passages each, a graphic organiser, a glossary, a quiz; a student copy and a key.

Everything is made by templates from the rows of a run, and every passage is the text's own characters.
"""

from framing.publish.questions.glossary import page_glossary
from framing.publish.questions.question_records import Passage, Question, Sheet, Term
from framing.publish.worksheet.sheet import worksheet

__all__ = ["Passage", "Question", "Sheet", "Term", "page_glossary", "worksheet"]
