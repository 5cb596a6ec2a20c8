"""What every view works with: the store, the folder, the work and the session of one app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request

from framing.app.folder import Folder
from framing.app.jobs import Jobs
from framing.app.rows import StoredComparison, StoredRun, StoredText
from framing.app.security import Session
from framing.app.store import Store

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class AppState:
    """The state of one app."""

    store: Store
    folder: Folder
    jobs: Jobs
    session: Session

    def comparison(self, request: Request) -> StoredComparison:
        """The comparison that the address names."""
        return or_404(self.store.comparison(request.path_params["comparison"]))

    def text(self, request: Request) -> StoredText:
        """The text that the address names, in the comparison that it names."""
        text = or_404(self.store.text(request.path_params["text"]))
        if text.comparison != request.path_params["comparison"]:
            raise HTTPException(404)
        return text

    def run(self, request: Request) -> StoredRun:
        """The run that the address names."""
        return or_404(self.store.run(request.path_params["run"]))


def state_of(request: Request) -> AppState:
    state: AppState = request.app.state.shared
    return state


def or_404(thing: Thing | None) -> Thing:
    """The thing itself, or "not found"."""
    if thing is None:
        raise HTTPException(404)
    return thing
