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

from sync.address import Address
from sync.changes import Changes
from sync.device.agenda import Agenda, Work
from sync.device.link.backoff import delay_s
from sync.device.link.contact import Contact
from sync.device.nap import Nap
from sync.device.passes import run_pass
from sync.device.quick import run_quick
from sync.device.replica import Replica
from sync.device.shown import Shown
from sync.device.states import Kind, Reason, State
from sync.device.trusted.pairing import Pairing
from sync.device.trusted.trust import Trust
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
        self._on_changes = on_changes
        self._on_pairing = on_pairing
        self._kept = kept
        self._service_type = service_type
        first = Kind.UNPAIRED if pairing is None else Kind.CONNECTING
        self._shown = Shown(replica, first, on_state, now)
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
        return self._shown.state

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
        if contact is not None and self.state.kind is not Kind.LIVE:
            contact.hub.hint(address)
            self.nudge()

    def close(self) -> None:
        """Stop within a moment, also in the middle of a pass; the next one goes on from there."""
        self._closing.set()
        self._shown.silence()
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
        if self.state.kind is Kind.WIPED and turn == self._contact_of:
            self._part()
            return None
        self._shown.look()
        if contact is None or contact.aborted or turn != self._contact_of or self._asleep.is_set():
            self._part()
            if pairing is None or self._asleep.is_set():
                self._shown.be(State(Kind.UNPAIRED if pairing is None else Kind.ASLEEP))
                return None
            contact, self._contact_of = self._reach(pairing), turn
            self._contact = contact
        if self._closing.is_set():
            return None
        return self._pass(contact, work)

    def _reach(self, pairing: Pairing) -> Contact:
        self._failures, self._met, self._since_s = 0, False, time.monotonic()
        self._shown.be(State(Kind.CONNECTING))
        trust = Trust(pairing, self._on_pairing, self._kept)
        return Contact(trust, self._replica.cursor, self._rung, self.address_seen, self._service_type)

    def _pass(self, contact: Contact, work: Work) -> float | None:
        try:
            if self.state.kind is Kind.LIVE and not work.hello and time.monotonic() < self._hello_at_s:
                if not self._pass_quickly(contact, work):
                    self._agenda.say_hello()
                return self._hello_at_s - time.monotonic()
            run_pass(self._replica, contact.hub, self._shown.progressed, self._greeted)
        except (HubUnreachable, StorageFull) as trouble:
            code = Code.STORAGE_FULL if isinstance(trouble, StorageFull) else None
            return self._away(code, pending=self._replica.pending() > 0)
        except FingerprintMismatch:
            return self._refused(Reason.OTHER_HUB)
        except HubRefused as refusal:
            return self._heed(contact, refusal)
        return self._live(contact)

    def _pass_quickly(self, contact: Contact, work: Work) -> bool:
        hear, progress = self._agenda.hear, self._shown.progressed
        return run_quick(self._replica, contact.hub, work.bells, progress, hear)

    def _heed(self, contact: Contact, refusal: HubRefused) -> float | None:
        if refusal.code is Code.DEVICE_WIPED:
            self._shown.be(State(Kind.WIPED))
            return None
        if refusal.code is Code.UNAUTHENTICATED and contact.trust.refused(contact.hub):
            self._adopt(contact)
            self._agenda.say_hello()
            return 0.0
        if refusal.code is Code.DEVICE_REVOKED:
            self._shown.revoke()
        reason = _REASONS.get(refusal.code)
        if reason is not None:
            return self._refused(reason)
        pause = self._away(refusal.code, pending=self._replica.pending() > 0)
        return max(pause, float(refusal.wait_s))

    def _greeted(self, hello: Hello) -> None:
        """The hub has answered: whatever was locked is open, and what it says about itself is taken over."""
        self._shown.open()
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
        self._shown.be(State(Kind.LIVE, completed_at=self._replica.complete_at()))
        contact.listen()
        return POLL_S

    def _away(self, code: Code | None, *, pending: bool) -> float:
        self._failures += 1
        away_s = time.monotonic() - self._since_s
        looking = self._service_type is not None and not self._met and away_s < LOOK_FOR_S
        self._shown.be(State(Kind.LOOKING if looking else Kind.OFFLINE, code=code))
        return delay_s(self._failures, away_s, random.random(), pending=pending)  # noqa: S311 (jitter)

    def _refused(self, reason: Reason) -> float:
        self._shown.be(State(Kind.REFUSED, reason=reason))
        return POLL_S

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
