"""What axe-core finds wrong with a page as it stands."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page, within: str | None = None) -> list[str]:
    """Each rule that is broken, with the elements that break it, on the page or within one element of it.

    The whole page takes seconds; where only a note or a drawer has opened, looking within it is enough.
    """
    found = Axe().run(page, context=within, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"][:3]]
