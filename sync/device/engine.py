"""Keeps a replica and its hub together: one thread, one pass at a time, states that a screen can show.

    UNPAIRED ── paired ──> CONNECTING ──> FIRST_REPLICA ──> LIVE <──┐
                               │                             │      │ a pass succeeds
                               └──> LOOKING ──> OFFLINE <────┴──────┘
    REFUSED: a person has to act; tried again slowly, and at once when nudged

A pass runs after a write on this device, when the hub's bell rings, when discovery sees the hub, when nudged,
and every minute whatever happens. What is to be done follows from what is on disk, so a wake-up means
"look again" and nothing more; one that comes during a pass leads to another pass.
"""

import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from sync.address import Address
from sync.changes import Changes
from sync.device.backoff import delay_s
from sync.device.contact import Contact
from sync.device.pairing import Pairing
from sync.device.passes import Phase, Progress, run_pass
from sync.device.replica import Replica
from sync.device.states import Kind, Reason, State
from sync.errors import Code, FingerprintMismatch, HubRefused, HubUnreachable
from sync.instants import Now, wall_clock

log = logging.getLogger(__name__)

POLL_S = 60.0
LOOK_FOR_S = 8.0
"""So long a hub that has not been met is being looked for; after that it is away."""
CLOSE_WITHIN_S = 5.0

_REASONS = {
    Code.DEVICE_REVOKED: Reason.REVOKED,
    Code.UNAUTHENTICATED: Reason.UNKNOWN_DEVICE,
    Code.UNSUPPORTED_PROTOCOL: Reason.VERSIONS,
}


class SyncEngine:
    """`on_state` and `on_changes` are called on the sync thread.

    `on_changes` tells what each step of a pass changed here; the replica's own listeners hear of that too,
    and of this device's writes. `on_pairing` gets the pairing again when the hub answered at another address
    than before, to be remembered. With a `service_type` the hub is also looked for by mDNS.
    """

    def __init__(
        self,
        replica: Replica,
        pairing: Pairing | None = None,
        *,
        on_state: Callable[[State], None] = lambda _: None,
        on_changes: Callable[[Changes], None] = lambda _: None,
        on_pairing: Callable[[Pairing], None] = lambda _: None,
        service_type: str | None = None,
        now: Now = wall_clock,
    ) -> None:
        self._replica = replica
        self._pairing = pairing
        self._on_state = on_state
        self._on_changes = on_changes
        self._on_pairing = on_pairing
        self._service_type = service_type
        self._now = now
        first = Kind.UNPAIRED if pairing is None else Kind.CONNECTING
        self._state = State(first, now(), completed_at=replica.complete_at())
        self._pairing_lock = threading.Lock()
        self._contact: Contact | None = None
        self._failures = 0
        self._met = False
        self._since_s = time.monotonic()
        self._wake = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        replica.listeners.append(self._told)

    @property
    def state(self) -> State:
        return self._state

    def start(self) -> None:
        self._thread.start()

    def nudge(self) -> None:
        """Look now, whatever the back-off says."""
        self._wake.set()

    def paired(self, pairing: Pairing | None) -> None:
        """From now on this is the hub; None: there is no hub any more."""
        with self._pairing_lock:
            contact, self._pairing = self._contact, pairing
        if contact is not None:
            contact.abort()
        self.nudge()

    def address_seen(self, address: Address) -> None:
        """Discovery sees the hub there. Only a hint: who answers is checked by certificate."""
        contact = self._contact
        if contact is not None and self._state.kind is not Kind.LIVE:
            contact.hub.hint(address)
            self.nudge()

    def close(self) -> None:
        """Stop within a moment, also in the middle of a pass; the next one goes on from there."""
        self._closing.set()
        if self._told in self._replica.listeners:
            self._replica.listeners.remove(self._told)
        contact = self._contact
        if contact is not None:
            contact.abort()
        self.nudge()
        if self._thread.is_alive():
            self._thread.join(CLOSE_WITHIN_S)

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                pause = self._look()
            except Exception:  # the thread's boundary: whatever it was, the next pass starts from the disk
                log.exception("A pass failed")
                pause = self._away(Code.INTERNAL, pending=False)
            self._wake.wait(pause)
            self._wake.clear()
        self._part()

    def _look(self) -> float | None:
        """One pass if there is a hub. Returns how long to wait for a wake-up."""
        pairing = self._pairing
        if self._contact is None or self._contact.pairing is not pairing:
            self._part()
            if pairing is None:
                self._be(State(Kind.UNPAIRED))
                return None
            self._contact = Contact(pairing, self.nudge, self.address_seen, self._service_type)
            self._failures, self._met, self._since_s = 0, False, time.monotonic()
            self._be(State(Kind.CONNECTING))
        if self._closing.is_set():
            return None
        return self._pass(self._contact)

    def _pass(self, contact: Contact) -> float:
        try:
            run_pass(self._replica, contact.hub, self._progressed)
        except HubUnreachable:
            return self._away(None, pending=self._replica.pending() > 0)
        except FingerprintMismatch:
            return self._refused(Reason.OTHER_HUB)
        except HubRefused as refusal:
            reason = _REASONS.get(refusal.code)
            if reason is not None:
                return self._refused(reason)
            return self._away(refusal.code, pending=self._replica.pending() > 0)
        return self._live(contact)

    def _live(self, contact: Contact) -> float:
        self._failures, self._met, self._since_s = 0, True, time.monotonic()
        self._be(State(Kind.LIVE, completed_at=self._replica.complete_at()))
        contact.listen()
        self._remember(contact)
        return POLL_S

    def _remember(self, contact: Contact) -> None:
        moved = contact.moved()
        if moved is None:
            return
        with self._pairing_lock:
            if self._pairing is not contact.pairing:
                return
            self._pairing = contact.pairing = moved
        self._on_pairing(moved)

    def _away(self, code: Code | None, *, pending: bool) -> float:
        self._failures += 1
        away_s = time.monotonic() - self._since_s
        looking = self._service_type is not None and not self._met and away_s < LOOK_FOR_S
        self._be(State(Kind.LOOKING if looking else Kind.OFFLINE, code=code))
        return delay_s(self._failures, away_s, random.random(), pending=pending)  # noqa: S311 (jitter)

    def _refused(self, reason: Reason) -> float:
        self._be(State(Kind.REFUSED, reason=reason))
        return POLL_S

    def _progressed(self, progress: Progress) -> None:
        first = self._state.completed_at is None and self._replica.complete_at() is None
        if first and progress.phase in (Phase.PULL, Phase.BLOBS):
            self._be(State(Kind.FIRST_REPLICA, percent=_percent(progress)))

    def _told(self, changes: Changes) -> None:
        """The replica committed something: a step of a pass, or a write of somebody on this device."""
        if threading.current_thread() is self._thread:
            self._on_changes(changes)
        else:
            self.nudge()

    def _be(self, state: State) -> None:
        """Tell the new state, unless it is the one that holds."""
        before = self._state
        since = before.since if before.kind is state.kind else self._now()
        completed_at = state.completed_at or before.completed_at
        self._state = replace(state, since=since, completed_at=completed_at)
        if self._state != before and not self._closing.is_set():
            self._on_state(self._state)

    def _part(self) -> None:
        if self._contact is not None:
            self._contact.close()
            self._contact = None


def _percent(progress: Progress) -> int:
    """The pull is nearly all of a first replica; pictures are the last tenth."""
    share = progress.done / progress.total if progress.total else 1.0
    return int(90 * share) if progress.phase is Phase.PULL else 90 + int(10 * share)
