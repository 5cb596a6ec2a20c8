"""What people marked in the texts of a run before they saw the program's marks, and how far they agree.

Several people (and the program) label the same words with the same four kinds of mark. `answer_file` reads what
they saved, `written_run` what the program marked; `agreement` compares them word by word, `passages` lists where they
differ.
"""

from framing.classroom.answer_file import read_answers
from framing.classroom.coder import PROGRAM, Coder, Mark
from framing.classroom.written_run import WrittenRun, read_run

__all__ = ["PROGRAM", "Coder", "Mark", "WrittenRun", "read_answers", "read_run"]
