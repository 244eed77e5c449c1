"""Devices, credentials and pairing secrets, on SQLite and PostgreSQL, with many at once."""

import threading
from collections.abc import Callable, Iterator

import pytest

from sync.errors import Code
from sync.hub.greeting import welcome
from sync.hub.store import HubStore
from sync.hub.trust.credentials import RENEW_AFTER_MS
from sync.hub.trust.devices import Device, Devices, Enrolled, Stranger, enrol
from sync.hub.trust.pairing import Accepted, Pairings
from sync.instants import wall_clock
from sync.pairing_proof import Role, new_nonce, prove
from sync.sqlite import immediate
from sync.trusting import PairRequest
from sync.wire import Greeting
from tests.contract.meeting import opened

FINGERPRINT = "ab" * 32
MANY = 8


@pytest.fixture
def store(database) -> Iterator[HubStore]:
    with opened(database) as store:
        yield store


@pytest.fixture
def till(store) -> Enrolled:
    with immediate(store.engine) as connection:
        return enrol(connection, name="Till 1", scope="milano", now=wall_clock())


def at_once(*works: Callable[[], object]) -> list[object]:
    """What each gives, begun at the same moment."""
    gate, given = threading.Barrier(len(works)), list[object]()

    def run(work: Callable[[], object]) -> None:
        gate.wait()
        given.append(work())

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def test_credentials_renewed_and_used_at_once_lock_nobody_out(store, till):
    devices = Devices(store.engine)
    assert isinstance(devices.authenticate(till.credential, wall_clock()), Device)
    renewed = at_once(*[lambda: devices.renew(till.device_id, wall_clock())] * 4)
    answers = at_once(*[lambda text=text: devices.authenticate(str(text), wall_clock()) for text in renewed])
    assert all(isinstance(answer, Device) for answer in answers)
    assert devices.authenticate(till.credential, wall_clock()) is Stranger.UNKNOWN
    assert all(isinstance(devices.authenticate(str(text), wall_clock()), Device) for text in renewed)


def test_a_code_makes_one_device_however_many_show_it_at_once(store):
    pairings = Pairings(store.engine, FINGERPRINT)
    offer = pairings.offer("milano", wall_clock())

    def show() -> Accepted | Code:
        nonce = new_nonce()
        proof = prove(offer.secret, Role.DEVICE, FINGERPRINT, nonce)
        asked = PairRequest(proof=proof, nonce=nonce, device_name="Till 2")
        return pairings.accept(asked, caller=nonce, now=wall_clock())

    outcomes = at_once(*[show] * MANY)
    assert sum(isinstance(outcome, Accepted) for outcome in outcomes) == 1
    assert outcomes.count(Code.PAIRING_USED) == MANY - 1


def test_a_request_whose_answer_got_lost_is_the_same_device_again(store):
    pairings, devices = Pairings(store.engine, FINGERPRINT), Devices(store.engine)
    offer, nonce = pairings.offer("milano", wall_clock()), new_nonce()
    proof = prove(offer.secret, Role.DEVICE, FINGERPRINT, nonce)
    asked = PairRequest(proof=proof, nonce=nonce, device_name="Till 3")
    both = [pairings.accept(asked, caller="a", now=wall_clock()) for _ in range(2)]
    enrolled = [each.enrolled for each in both if isinstance(each, Accepted)]
    assert len({each.device_id for each in enrolled}) == 1
    assert all(isinstance(devices.authenticate(each.credential, wall_clock()), Device) for each in enrolled)


def test_a_hello_notes_what_is_owed_and_tells_of_age_and_wipe(store, till):
    devices = Devices(store.engine)
    devices.authenticate(till.credential, wall_clock() - RENEW_AFTER_MS)
    at_once(*[lambda: welcome(store, till.device_id, Greeting(owes=7, set_aside=2))] * MANY)
    known = devices.find(till.device_id)
    assert known is not None
    assert (known.owes, known.set_aside) == (7, 2)
    assert devices.ask_to_wipe(till.device_id, wall_clock())
    assert till.device_id in devices.to_wipe()
    assert welcome(store, till.device_id).wipe
    at_once(*[lambda: welcome(store, till.device_id, Greeting(wiped=True))] * MANY)
    assert till.device_id not in devices.to_wipe()
    assert devices.authenticate(till.credential, wall_clock()) is Stranger.UNKNOWN


def test_a_revoked_device_is_told_so(store, till):
    devices = Devices(store.engine)
    revoked = at_once(*[lambda: devices.revoke(till.device_id, wall_clock())] * MANY)
    assert revoked.count(True) == 1
    assert devices.authenticate(till.credential, wall_clock()) is Stranger.REVOKED
