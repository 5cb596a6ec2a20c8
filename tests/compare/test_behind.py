"""Every contrast leads to the rows it was counted from, in all text and in own words."""

from __future__ import annotations

from dataclasses import replace

from framing.compare.statistics.contrasts import own_contrasts
from framing.compare.statistics.rows_behind import rows_behind
from framing.extract import Scope, extractors
from framing.measure.features import declared
from framing.measure.own_words import borrowed_rows, own_row
from framing.records.article import Span
from framing.results import Results


def test_the_rows_behind_every_contrast_of_the_seeds_are_as_many_as_its_counts(seed_results: Results) -> None:
    traced = [(c, rows_behind(seed_results, c)) for c in seed_results.contrasts]
    with_rows = [(contrast, rows) for contrast, rows in traced if rows is not None]
    assert {contrast.kind for contrast, _ in with_rows} == {"sources", "sides"}
    for contrast, (a, b) in with_rows:
        assert (len(a), len(b)) == (contrast.n_a, contrast.n_b), contrast
    assert {contrast.measure for contrast, rows in traced if rows is None} >= {"quoted_words_share"}


def test_the_rows_behind_contrasts_of_own_words_leave_out_what_is_borrowed(seed_results: Results) -> None:
    article = seed_results.articles[0]
    half = tuple(Span(p.start, p.end) for p in article.paragraphs[::2])
    borrowed = {article.article_id: half}
    families = extractors()
    sides = seed_results.sides
    assert sides is not None
    scope = Scope((*sides.ids, "third_party", "unknown"), seed_results.mentions)
    columns = declared(families, scope)
    by_article = {
        article_id: {
            name: [m for m in found if m.article_id == article_id]
            for name, found in seed_results.mentions.items()
        }
        for article_id in seed_results.parsed
    }
    rows = [
        own_row(
            row,
            seed_results.parsed[row["article_id"]],
            by_article[row["article_id"]],
            borrowed.get(row["article_id"], ()),
            families,
            columns,
            scope,
        )
        for row in seed_results.article_rows
        if row["article_id"] not in seed_results.left_out
    ]
    own = own_contrasts(rows, columns, {article.source})
    gone = borrowed_rows(seed_results.parsed, by_article, borrowed)
    results = replace(seed_results, borrowed=borrowed, borrowed_rows=gone)
    all_text = {(c.measure, c.group_a, c.group_b): c for c in seed_results.contrasts}
    assert own and all(article.source in (c.source_a, c.source_b) for c in own)
    fewer = 0
    for contrast in own:
        rows_of = rows_behind(results, contrast)
        if rows_of is not None:
            assert (len(rows_of[0]), len(rows_of[1])) == (contrast.n_a, contrast.n_b), contrast
            whole = all_text[contrast.measure, contrast.group_a, contrast.group_b]
            assert contrast.n_a is not None and whole.n_a is not None
            fewer += contrast.n_a < whole.n_a
    assert fewer
