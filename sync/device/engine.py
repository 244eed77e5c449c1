"""Keeps a replica and its hub together: one thread, one pass at a time, states that a screen can show.

    UNPAIRED ── paired ──> CONNECTING ──> FIRST_REPLICA ──> LIVE <──┐
                               │                             │      │ a pass succeeds
                               └──> LOOKING ──> OFFLINE <────┴──────┘
    REFUSED: a person has to act; tried again slowly, and at once when nudged
    LOCKED: the hub was away for longer than this device may show its data; a hello unlocks it
    WIPED: the hub said so; nothing is tried until the device is paired anew
    ASLEEP: between `sleep` and `wake`; then CONNECTING

A whole pass runs at first, when nudged, when discovery sees the hub, when the hub asks for it or may have
gone, and every minute whatever happens. While it is LIVE, a write on this device or the hub's bell leads to a
quick pass. What is to be done follows from what is on disk, so a wake-up means "look again" and nothing more;
one that comes during a pass leads to another.
"""

import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from sync.address import Address
from sync.changes import Changes
from sync.device.agenda import Agenda, Work
from sync.device.backoff import delay_s
from sync.device.contact import Contact
from sync.device.lease import Lease, Standing
from sync.device.nap import Nap
from sync.device.pairing import Pairing
from sync.device.passes import run_pass
from sync.device.progress import Phase, Progress
from sync.device.quick import run_quick
from sync.device.replica import Replica
from sync.device.states import Kind, Reason, State
from sync.device.trust import Trust
from sync.errors import Code, FingerprintMismatch, HubRefused, HubUnreachable, NotPaired, StorageFull
from sync.instants import Now, wall_clock
from sync.wire import Bell, Fetched, Hello

log = logging.getLogger(__name__)

POLL_S = 60.0
LOOK_UP_S = 5.0
"""How often the thread looks whether the machine has slept meanwhile."""
LOOK_FOR_S = 8.0
"""So long a hub that has not been met is being looked for; after that it is away."""
CLOSE_WITHIN_S = 5.0

_WITHOUT_HUB = frozenset({Kind.CONNECTING, Kind.LOOKING, Kind.OFFLINE, Kind.REFUSED})
_REASONS = {
    Code.DEVICE_REVOKED: Reason.REVOKED,
    Code.UNAUTHENTICATED: Reason.UNKNOWN_DEVICE,
    Code.UNSUPPORTED_PROTOCOL: Reason.VERSIONS,
}


class SyncEngine:
    """`on_state` and `on_changes` are called on the sync thread.

    `on_changes` tells what each step of a pass changed here; the replica's own listeners hear of that too,
    and of this device's writes. `on_pairing` gets the pairing again when the hub answered at another address
    than before, announced a certificate or renewed the credential: to be remembered before it returns, or to
    raise KeysUnreachable. `kept` is what is remembered now: another process may have renewed it. With a
    `service_type` the hub is also looked for by mDNS.
    """

    def __init__(
        self,
        replica: Replica,
        pairing: Pairing | None = None,
        *,
        on_state: Callable[[State], None] = lambda _: None,
        on_changes: Callable[[Changes], None] = lambda _: None,
        on_pairing: Callable[[Pairing], None] = lambda _: None,
        kept: Callable[[], Pairing | None] = lambda: None,
        service_type: str | None = None,
        now: Now = wall_clock,
    ) -> None:
        self._replica = replica
        self._pairing = pairing
        self._on_state = on_state
        self._on_changes = on_changes
        self._on_pairing = on_pairing
        self._kept = kept
        self._service_type = service_type
        self._now = now
        self._lease = Lease(replica)
        self._standing = self._lease.standing()
        first = State(Kind.UNPAIRED if pairing is None else Kind.CONNECTING)
        self._state = replace(self._shown(first), since=now(), completed_at=replica.complete_at())
        self._pairing_lock = threading.Lock()
        self._pairings = 0
        self._contact: Contact | None = None
        self._contact_of = 0
        self._failures = 0
        self._met = False
        self._since_s = time.monotonic()
        self._hello_at_s = 0.0
        self._agenda = Agenda()
        self._asleep = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        replica.listeners.append(self._told)

    @property
    def state(self) -> State:
        return self._state

    def start(self) -> None:
        self._thread.start()

    def nudge(self) -> None:
        """Meet the hub now, whatever the back-off says."""
        self._agenda.say_hello()

    def fetch(self, group: str) -> Fetched:
        """Ask for a group that this device does not hold; it comes with the next pull, which begins now.

        On the caller's thread. Raises NotPaired, and what the hub's calls raise.
        """
        contact = self._contact
        if contact is None:
            raise NotPaired
        fetched = contact.fetch(group)
        self.nudge()
        return fetched

    def sleep(self) -> None:
        """The device goes to sleep: the hub is let go within a moment, and nothing is tried until `wake`."""
        self._asleep.set()
        self._let_go()

    def wake(self) -> None:
        self._asleep.clear()
        self.nudge()

    def paired(self, pairing: Pairing | None) -> None:
        """From now on this is the hub; None: there is no hub any more."""
        with self._pairing_lock:
            self._pairing = pairing
            self._pairings += 1
        self._let_go()

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
        self._let_go()
        if self._thread.is_alive():
            self._thread.join(CLOSE_WITHIN_S)

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                pause = self._look()
            except Exception:  # the thread's boundary: whatever it was, the next pass starts from the disk
                log.exception("A pass failed")
                pause = self._away(Code.INTERNAL, pending=False)
            self._rest(pause)
        self._part()

    def _rest(self, pause: float | None) -> None:
        """Until something wakes the engine, or it is time, or the machine has slept."""
        if pause is None:
            self._agenda.wait(None)
            return
        until = time.monotonic() + pause
        while (left := min(LOOK_UP_S, until - time.monotonic())) > 0:
            nap = Nap()
            woken = self._agenda.wait(left)
            if nap.longer_than(left):
                self._let_go()  # its connections lead nowhere any more, and may not say so for long
            if woken:
                return

    def _look(self) -> float | None:
        """One pass if there is a hub. Returns how long to wait for a wake-up."""
        work, contact = self._agenda.take(), self._contact
        with self._pairing_lock:
            pairing, turn = self._pairing, self._pairings
        if self._state.kind is Kind.WIPED and turn == self._contact_of:
            self._part()
            return None
        if self._state.kind is not Kind.LIVE:
            self._standing = self._lease.standing()
        if contact is None or contact.aborted or turn != self._contact_of or self._asleep.is_set():
            self._part()
            if pairing is None or self._asleep.is_set():
                self._be(State(Kind.UNPAIRED if pairing is None else Kind.ASLEEP))
                return None
            contact, self._contact_of = self._reach(pairing), turn
            self._contact = contact
        if self._closing.is_set():
            return None
        return self._pass(contact, work)

    def _reach(self, pairing: Pairing) -> Contact:
        self._failures, self._met, self._since_s = 0, False, time.monotonic()
        self._be(State(Kind.CONNECTING))
        trust = Trust(pairing, self._on_pairing, self._kept)
        return Contact(trust, self._replica.cursor, self._rung, self.address_seen, self._service_type)

    def _pass(self, contact: Contact, work: Work) -> float | None:
        try:
            if self._state.kind is Kind.LIVE and not work.hello and time.monotonic() < self._hello_at_s:
                if not run_quick(self._replica, contact.hub, work.bells, self._progressed):
                    self._agenda.say_hello()
                return self._hello_at_s - time.monotonic()
            run_pass(self._replica, contact.hub, self._progressed, self._greeted)
        except (HubUnreachable, StorageFull) as trouble:
            code = Code.STORAGE_FULL if isinstance(trouble, StorageFull) else None
            return self._away(code, pending=self._replica.pending() > 0)
        except FingerprintMismatch:
            return self._refused(Reason.OTHER_HUB)
        except HubRefused as refusal:
            return self._heed(contact, refusal)
        return self._live(contact)

    def _heed(self, contact: Contact, refusal: HubRefused) -> float | None:
        if refusal.code is Code.DEVICE_WIPED:
            self._be(State(Kind.WIPED))
            return None
        if refusal.code is Code.UNAUTHENTICATED and contact.trust.refused(contact.hub):
            self._adopt(contact)
            self._agenda.say_hello()
            return 0.0
        if refusal.code is Code.DEVICE_REVOKED:
            self._standing = self._lease.revoke()
        reason = _REASONS.get(refusal.code)
        if reason is not None:
            return self._refused(reason)
        pause = self._away(refusal.code, pending=self._replica.pending() > 0)
        return max(pause, float(refusal.wait_s))

    def _greeted(self, hello: Hello) -> None:
        """The hub has answered: whatever was locked is open, and what it says about itself is taken over."""
        self._lease.begin_again()
        self._standing = Standing.OPEN
        if self._state.kind in (Kind.LOCKED, Kind.REFUSED):
            self._be(State(Kind.CONNECTING))
        if self._contact is not None:
            self._contact.trust.met(self._contact.hub, hello)
            self._adopt(self._contact)

    def _adopt(self, contact: Contact) -> None:
        """What the contact has become is the pairing from now on, unless somebody has paired anew."""
        with self._pairing_lock:
            if self._pairings == self._contact_of:
                self._pairing = contact.pairing

    def _live(self, contact: Contact) -> float:
        self._failures, self._met, self._since_s = 0, True, time.monotonic()
        self._hello_at_s = self._since_s + POLL_S
        self._be(State(Kind.LIVE, completed_at=self._replica.complete_at()))
        contact.listen()
        return POLL_S

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
        if first and progress.phase in (Phase.SNAPSHOT, Phase.PULL, Phase.BLOBS):
            percent = max(_percent(progress), self._state.percent)
            self._be(State(Kind.FIRST_REPLICA, percent=percent))

    def _told(self, changes: Changes) -> None:
        """The replica committed something: a step of a pass, or a write of somebody on this device."""
        if threading.current_thread() is self._thread:
            self._on_changes(changes)
        else:
            self._agenda.look()

    def _rung(self, bell: Bell | None) -> None:
        """On the listener's thread; None: it hears nothing any more."""
        if bell is None:
            self._agenda.say_hello()
        else:
            self._agenda.hear(bell)

    def _be(self, state: State) -> None:
        """Tell the new state, unless it is the one that holds."""
        state, before = self._shown(state), self._state
        since = before.since if before.kind is state.kind else self._now()
        completed_at = state.completed_at or before.completed_at
        self._state = replace(state, since=since, completed_at=completed_at)
        if self._state != before and not self._closing.is_set():
            self._on_state(self._state)

    def _shown(self, state: State) -> State:
        """While this device must show nothing that is its state, until the hub has answered."""
        if state.kind not in _WITHOUT_HUB or self._standing is Standing.OPEN:
            return state
        if self._standing is Standing.REVOKED:
            return State(Kind.REFUSED, reason=Reason.REVOKED)
        return State(Kind.LOCKED, code=state.code)

    def _let_go(self) -> None:
        """From any thread: end what waits for the hub now, and look again."""
        contact = self._contact
        if contact is not None:
            contact.abort()
        self._agenda.say_hello()

    def _part(self) -> None:
        if self._contact is not None:
            self._contact.close()
            self._contact = None


def _percent(progress: Progress) -> int:
    """The records are nearly all of a first replica, as a snapshot or pulled; pictures are the last tenth."""
    share = progress.done / progress.total if progress.total else 1.0
    return 90 + int(10 * share) if progress.phase is Phase.BLOBS else int(90 * share)
