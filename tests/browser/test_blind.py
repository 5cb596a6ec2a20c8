"""Names hidden: nothing that a reader sees, hears or saves tells a source; revealing brings all of it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from framing.pipeline import Options, analyse
from framing.publish.page import build
from framing.records.article import Article, Removed
from tests.browser.axe import violations
from tests.browser.conftest import Open
from tests.conftest import article_of

SEED_NAMES = (
    "Npr.org|NPR|Whec|WHEC|Kvnutalk|KVNU|Ena\\.et|\\bENA\\b|Dw\\.com|\\bDW\\b|Source 00|Associated Press|\\bAP\\b"
    "|apnews|Flaminia|Palamarenko|\\.txt"
)
MADE_NAMES = (
    "Springfield|Courier|BBC|(?:told|“) ?Time\\b|Time: |Loud|Guardian|Jo Example|Ann Writer"
    "|Reuters|courier\\.example"
)

HEARD = """() => [...document.querySelectorAll('*')].filter(e => !e.closest('script, style, .rm, .rmi'))
  .flatMap(e => [...e.attributes].filter(a => /^(aria-|title$|alt$|label$|placeholder$|data-(h|th|also|more|less)$)/.test(a.name))
  .map(a => a.value)).concat([...document.querySelectorAll('option, title, .chart text')].map(e => e.textContent))"""
TEXTS = """() => [...document.querySelectorAll('body *')].filter(e => !e.closest('script, .chart'))
  .flatMap(e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).concat(
    [...e.attributes].filter(a => /^(aria-label|data-(h|th|also|more|less))$/.test(a.name)).map(a => a.value))).join('\\n')"""


def everything(page: Page) -> Iterator[str]:
    """What is on the page now, by every way that it reaches somebody."""
    page.wait_for_function("!document.querySelector('.chart.stale')")
    yield page.evaluate("document.body.innerText")
    yield page.title()
    yield "\n".join(page.evaluate(HEARD))
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    for node in tree["nodes"]:
        for key in ("name", "value", "description"):
            yield str(node.get(key, {}).get("value", ""))
    for chart in page.locator(".chart").all():
        yield str(chart.evaluate("e => JSON.stringify([e.layout.annotations, e.data])"))


def told(page: Page, names: str) -> list[str]:
    return sorted({around for text in everything(page) for around in found(text, names)})


def found(text: str, names: str) -> list[str]:
    return [text[max(0, hit.start() - 30) : hit.end() + 10] for hit in re.finditer(names, text)]


def hide(page: Page) -> None:
    page.locator(".wide-only[data-view=blind]").click()
    expect(page.locator("#blind-bar")).to_be_visible()


OPENED = """async () => {
  const told = [];
  const note = () => told.push(...['#note', '#drawer', '#lu', '#aligned', '.cols'].map(q => document.querySelector(q))
    .filter(Boolean).map(e => e.closest('.cols') ? e.querySelector('.gap-here')?.innerText ?? '' : e.innerText + [...e.querySelectorAll('[aria-label]')]
      .map(x => x.ariaLabel).join(' ')));
  const all = [...document.querySelectorAll('.col button.tg, [data-list]')];
  const openers = all.filter((_, number) => number % Math.ceil(all.length / 40) === 0);
  for (const opener of openers) { opener.click(); note(); }
  const choice = document.querySelector('#lineup-claim');
  for (const option of [...choice?.options ?? []].slice(1, 5)) {
    choice.value = option.value;
    choice.dispatchEvent(new Event('change'));
    note();
  }
  if (choice) choice.selectedIndex = choice.options.length - 1;
  choice?.dispatchEvent(new Event('change'));
  openers[openers.length - 1].click();
  for (const details of document.querySelectorAll('details:not(#views)')) details.open = true;
  for (const button of document.querySelectorAll('.more button')) button.click();
  document.querySelector('#views').open = true;
  return told.join('\\n');
}"""


def opened(page: Page) -> str:
    """What notes, lists of passages and claims lined up say, forty of them; the last ones stay open."""
    return str(page.evaluate(OPENED))


@pytest.fixture(scope="module")
def made_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An event whose sources have nasty names."""
    path = tmp_path_factory.mktemp("made") / "index.html"
    path.write_text(build(analyse(made_articles(), Options(conflict="none")), measured={}), encoding="utf-8")
    return path


def made_articles() -> list[Article]:
    told_it = "The ministry said that 12,000 people left on Monday and 001 was the number of the bus."
    texts = {
        "Springfield Courier": f"{told_it} “We ran,” a man told the Springfield Courier's Jo Example.",
        "<b>Loud & Co</b>": f"{told_it} Loud & Co has learned that two people were killed by the storm.",
        "001": f"{told_it} Two people were killed, police said.",
        "Time": f"{told_it} He told Time that there was no time. Two people were killed.",
        "The Guardian": f"{told_it} As the Guardian understands, guardians of the bridge fled; @guardiannews has more.",
        "bbc.co.uk": f"{told_it} BBC Verify and the BBC's Ann Writer saw it; write to desk@bbc.co.uk.",
    }
    articles = []
    for number, (label, text) in enumerate(texts.items()):
        article = article_of(
            text,
            "By Ann Writer",
            title="Storm" if label == "001" else f"{label}: storm",
            article_id=f"{label}#{number}",
            source=label,
        )
        start = article.paragraphs[2].start
        cut = Removed(start, article.paragraphs[2].end, "byline")
        made = replace(article, removed=(cut,), byline="Ann Writer", file=f"courier.example {number}.txt")
        articles.append(replace(made, agency="Reuters" if number == 2 else "", event="BBC storm"))
    return articles


@pytest.mark.parametrize(("which", "names"), [("seed_page", SEED_NAMES), ("made_page", MADE_NAMES)])
def test_nothing_on_the_page_tells_a_source(
    which: str, names: str, request: pytest.FixtureRequest, open_page: Open
) -> None:
    page = open_page(request.getfixturevalue(which))
    assert re.search(names, page.locator("body").inner_text())
    hide(page)
    assert found(opened(page), names) == []
    assert told(page, names) == []


def test_labels_get_letters_and_ordinary_words_stay(made_page: Path, open_page: Open) -> None:
    page = open_page(made_page, fragment="#blind")
    heads = page.locator(".sc h3").all_inner_texts()
    assert heads == [f"Source {letter}" for letter in "ABCDEF"]
    text = page.locator("#text-D .txt").inner_text()
    assert "He told Source D that there was no time." in text
    assert "12,000 people" in text and "and 001 was" in text
    assert "guardians of the bridge" in page.locator("#text-E .txt").inner_text()


def test_revealing_brings_every_character_back(seeds: Page) -> None:
    seeds.locator("#show-removed").click()
    before = seeds.evaluate(TEXTS)
    hide(seeds)
    expect(seeds.locator(".rm").first).to_be_hidden()
    seeds.locator("#hide-house").check()
    assert seeds.evaluate(TEXTS) != before
    seeds.locator("#reveal").click()
    assert seeds.evaluate(TEXTS) == before
    expect(seeds.locator(".rm").first).to_be_visible()
    expect(seeds.locator(".wide-only[data-view=blind]")).to_be_focused()


def test_the_address_opens_the_page_with_names_hidden_and_keeps_them_so(
    seed_page: Path, open_page: Open
) -> None:
    page = open_page(seed_page, fragment="#blind/m-A-a001")
    expect(page.locator("#note")).to_be_visible()
    assert told(page, SEED_NAMES) == []
    page.locator("#findings .fq a").first.click()
    assert page.evaluate("location.hash").startswith("#blind/f")
    page.reload()
    expect(page.locator("#blind-bar")).to_be_visible()
    page.locator("#reveal").click()
    assert page.evaluate("location.hash").startswith("#f")


def test_house_spellings_are_hidden_on_request(seeds: Page) -> None:
    hide(seeds)
    assert re.search(r"Zelensky|Kyiv", "\n".join(everything(seeds)))
    seeds.locator("#hide-house").check()
    assert found(opened(seeds), "Zelensky|Kyiv|Kiev") == []
    assert told(seeds, "Zelensky|Kyiv|Kiev") == []


def test_places_in_texts_are_counted_alike(seeds: Page) -> None:
    """Every text node that is not hidden lies at the same characters, whether names are hidden or not."""
    places = """() => [...document.querySelectorAll('.col [data-start]')].map(holder => {
      let at = Number(holder.dataset.start);
      const found = [];
      (function count(node) {
        for (const child of node.childNodes) {
          if (child.nodeType === 3) { found.push([at, child.data]); at += [...child.data].length; }
          else if (child.dataset && child.dataset.chars !== undefined) at += Number(child.dataset.chars);
          else count(child);
        }
      })(holder);
      return [found, at];
    })"""
    real = seeds.evaluate(places)
    hide(seeds)
    seeds.locator("#hide-house").check()
    hidden = seeds.evaluate(places)
    assert [end for _, end in hidden] == [end for _, end in real]
    for (words, _), (shown, _) in zip(real, hidden, strict=True):
        assert {tuple(pair) for pair in shown} <= {tuple(pair) for pair in words}


def test_axe_finds_no_violation_with_names_hidden(seed_page: Path, open_page: Open) -> None:
    for options in ({}, {"color_scheme": "dark", "width": 390, "height": 844}):
        page = open_page(seed_page, fragment="#blind", reduced_motion="reduce", **options)
        assert violations(page) == []
        scroll, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert scroll <= window


def test_saved_tables_and_charts_hold_letters(seeds: Page) -> None:
    hide(seeds)
    for selector in ("[data-csv]", "[data-image][data-format=svg]"):
        with seeds.expect_download() as download:
            seeds.locator(selector).first.click()
        text = Path(download.value.path()).read_text(encoding="utf-8")
        assert "Source A" in text and not re.search(SEED_NAMES, text)


def test_hiding_names_is_quick(seeds: Page) -> None:
    spent = seeds.evaluate(
        "() => { const start = performance.now(); document.querySelector('[data-view=blind]').click(); "
        "return performance.now() - start; }"
    )
    assert spent < 300
