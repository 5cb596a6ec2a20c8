"""Questions on two passages, made by templates from the rows of a run: one module for each kind of contrast.

Every finder yields all the questions it can make; `chosen` takes the few with the largest contrasts, of
different kinds, claims and sources. Nothing is drawn by lot: the same run gives the same questions.
"""

from framing.publish.questions.choose import chosen, found

__all__ = ["chosen", "found"]
