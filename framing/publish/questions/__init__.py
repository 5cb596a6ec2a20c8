"""Questions on two passages, an organiser, a glossary: templates over the lesson of a run, a file a subject.

What is asked about was chosen when the articles were compared (`framing.compare.lesson`); here it gets its words.
"""

from framing.publish.questions.ask import questions_on

__all__ = ["questions_on"]
