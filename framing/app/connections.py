"""Connections to the app: one that does not send the whole head of a request is closed, so that it denies nobody else.

Any program of the machine can open connections. Those that send nothing, or a head that never ends, wait for a stated
time, and so many of them at most: when one more comes, the one that has waited longest makes room.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
"""From the start of a connection, or the first byte of a further request, to the end of the request's head."""
MOST_WAITING = 100
"""Connections without a request."""


class BoundedConnection(H11Protocol):
    """A connection whose requests have a longest time to say what they want."""

    since = 0.0
    _late: asyncio.TimerHandle | None = None

    @property
    def waits(self) -> bool:
        """Whether no request of it is being answered: none has come in yet, or the answer is out."""
        idle = self.cycle is None or self.cycle.response_complete
        return idle and not self.transport.is_closing()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._await_head()
        waiting = [
            other for other in self.connections if isinstance(other, BoundedConnection) and other.waits
        ]
        if len(waiting) > MOST_WAITING:
            min(waiting, key=lambda other: other.since).transport.abort()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if not self.waits:
            self._forget_timer()
        elif self._late is None:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget_timer()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        self.since = self.loop.time()
        self._late = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _forget_timer(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
