"""All files that `framing merge-answers` writes."""

from __future__ import annotations

from framing.classroom.agreement import agreements
from framing.classroom.agreement_record import AGREEMENT
from framing.classroom.answer_tables import ANSWERS, CODERS, answer_rows, coder_rows
from framing.classroom.passages import PASSAGES, passages
from framing.classroom.pool import Pool
from framing.classroom.units import words_of
from framing.classroom.written_run import WrittenRun
from framing.measure.codebook import CODEBOOK, codebook_rows
from framing.publish.classroom.summary import summary
from framing.publish.manifest import answers_manifest
from framing.publish.tables import SKIPPED, csv_text, skipped_rows


def answer_files(run: WrittenRun, pooled: Pool, *, named: bool) -> dict[str, str]:
    """File name to content; `named` says whether the coders bear their names."""
    coded = frozenset[str]().union(*(coder.articles for coder in pooled.coders))
    texts = [words_of(article) for name, article in run.articles.items() if name in coded]
    compared = list(agreements(pooled.coders, run.program, texts))
    found = list(passages(pooled.coders, run.program, texts))
    tables = (
        (CODERS, coder_rows(pooled.coders)),
        (ANSWERS, answer_rows(pooled.coders, run.articles)),
        (AGREEMENT, (one.row() for one in compared)),
        (PASSAGES, (one.row(run.articles[one.article_id]) for one in found)),
        (SKIPPED, skipped_rows(pooled.skipped)),
    )
    files = {f"{table.name}.csv": csv_text(table, rows) for table, rows in tables}
    book = [*(table for table, _ in tables), CODEBOOK]
    files["codebook.csv"] = csv_text(CODEBOOK, codebook_rows(book, ()))
    files["index.html"] = summary(run, pooled, compared, found, named=named)
    files["manifest.json"] = answers_manifest(run, pooled, named=named)
    return files
