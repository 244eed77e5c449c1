"""The engine's state as a screen may know it: each is told once, and the lease may lock it."""

from collections.abc import Callable
from dataclasses import replace

from sync.device.progress import Phase, Progress
from sync.device.replica import Replica
from sync.device.states import Kind, Reason, State
from sync.device.trusted.lease import Lease, Standing
from sync.instants import Now

_WITHOUT_HUB = frozenset({Kind.CONNECTING, Kind.LOOKING, Kind.OFFLINE, Kind.REFUSED})


class Shown:
    """Changed by the sync thread only, but for `silence`; read by all."""

    def __init__(self, replica: Replica, first: Kind, on_state: Callable[[State], None], now: Now) -> None:
        self._replica = replica
        self._on_state = on_state
        self._now = now
        self._silent = False
        self._lease = Lease(replica)
        self._standing = self._lease.standing()
        self._state = replace(self._allowed(State(first)), since=now(), completed_at=replica.complete_at())

    @property
    def state(self) -> State:
        return self._state

    def be(self, state: State) -> None:
        """Tell the new state, unless it is the one that holds."""
        state, before = self._allowed(state), self._state
        since = before.since if before.kind is state.kind else self._now()
        completed_at = state.completed_at or before.completed_at
        self._state = replace(state, since=since, completed_at=completed_at)
        if self._state != before and not self._silent:
            self._on_state(self._state)

    def progressed(self, progress: Progress) -> None:
        """Of a pass; only a first replica shows how far it is."""
        first = self._state.completed_at is None and self._replica.complete_at() is None
        if first and progress.phase in (Phase.SNAPSHOT, Phase.PULL, Phase.BLOBS):
            self.be(State(Kind.FIRST_REPLICA, percent=max(_percent(progress), self._state.percent)))

    def look(self) -> None:
        """Time has passed: away from the hub, the lease may have ended."""
        if self._state.kind is not Kind.LIVE:
            self._standing = self._lease.standing()

    def open(self) -> None:
        """The hub has answered: whatever was locked is open."""
        self._lease.begin_again()
        self._standing = Standing.OPEN
        if self._state.kind in (Kind.LOCKED, Kind.REFUSED):
            self.be(State(Kind.CONNECTING))

    def revoke(self) -> None:
        """The hub wants this device no more: so it stays, over a restart too, until the hub answers."""
        self._standing = self._lease.revoke()

    def silence(self) -> None:
        """Whoever listened has gone."""
        self._silent = True

    def _allowed(self, state: State) -> State:
        """While this device must show nothing that is its state, until the hub has answered."""
        if state.kind not in _WITHOUT_HUB or self._standing is Standing.OPEN:
            return state
        if self._standing is Standing.REVOKED:
            return State(Kind.REFUSED, reason=Reason.REVOKED)
        return State(Kind.LOCKED, code=state.code)


def _percent(progress: Progress) -> int:
    """The records are nearly all of a first replica, as a snapshot or pulled; pictures are the last tenth."""
    share = progress.done / progress.total if progress.total else 1.0
    return 90 + int(10 * share) if progress.phase is Phase.BLOBS else int(90 * share)
