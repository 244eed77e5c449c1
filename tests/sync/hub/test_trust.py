"""Devices, their credentials, and the one-time secrets by which they become devices."""

import threading

import pytest
import sqlalchemy as sa

from sync.errors import Code
from sync.hub.databases.database import open_hub
from sync.hub.schema import metadata
from sync.hub.trust.attempts import Attempts
from sync.hub.trust.devices import SEEN_EVERY_MS, Device, Devices, Stranger, device, enrol
from sync.hub.trust.pairing import LIFE_MS, REMEMBERED_MS, TRIES, TRIES_WINDOW_MS, Accepted, Pairings, pairing
from sync.pairing_proof import Role, new_nonce, prove
from sync.sqlite import immediate
from sync.trusting import PairRequest

NOON = 1_800_000_000_000
FINGERPRINT = "ab" * 32


@pytest.fixture
def engine(tmp_path):
    engine = open_hub(tmp_path / "hub.sqlite")
    metadata.create_all(engine)
    yield engine
    engine.dispose()


def enrolled(engine, name="Till 1"):
    with immediate(engine) as connection:
        return enrol(connection, name=name, scope="milano", now=NOON)


def asked(secret, fingerprint=FINGERPRINT, name="Till 1"):
    nonce = new_nonce()
    return PairRequest(proof=prove(secret, Role.DEVICE, fingerprint, nonce), nonce=nonce, device_name=name)


def test_a_credential_opens_the_door_for_its_own_device(engine):
    mine, other = enrolled(engine), enrolled(engine, "Till 2")
    admitted = Devices(engine).authenticate(mine.credential, NOON)
    assert isinstance(admitted, Device)
    assert (admitted.id, admitted.name, admitted.scope) == (mine.device_id, "Till 1", "milano")
    mixed = f"{mine.device_id}.{other.credential.partition('.')[2]}"
    assert Devices(engine).authenticate(mixed, NOON) is Stranger.UNKNOWN


@pytest.mark.parametrize("credential", ["", ".", "nobody.secret", "é"])
def test_what_is_no_credential_opens_nothing(engine, credential):
    enrolled(engine)
    assert Devices(engine).authenticate(credential, NOON) is Stranger.UNKNOWN


def test_the_credential_itself_is_not_kept(engine, tmp_path):
    secret = enrolled(engine).credential.partition(".")[2]
    engine.dispose()
    assert all(secret.encode() not in path.read_bytes() for path in tmp_path.iterdir())


def test_a_revoked_device_is_told_so(engine):
    mine, known = enrolled(engine), Devices(engine)
    assert known.trusts(mine.device_id)
    assert known.revoke(mine.device_id, NOON)
    assert not known.revoke(mine.device_id, NOON + 1)
    assert known.authenticate(mine.credential, NOON) is Stranger.REVOKED
    assert not known.trusts(mine.device_id)
    assert [each.revoked_at for each in known.all()] == [NOON]


def test_last_seen_is_written_now_and_then(engine):
    mine, known = enrolled(engine), Devices(engine)
    for later in (0, SEEN_EVERY_MS - 1):
        known.authenticate(mine.credential, NOON + later)
        assert [each.last_seen_at for each in known.all()] == [NOON]
    known.authenticate(mine.credential, NOON + SEEN_EVERY_MS)
    assert [each.last_seen_at for each in known.all()] == [NOON + SEEN_EVERY_MS]


def test_a_hub_that_cannot_write_still_knows_its_devices(engine):
    mine = enrolled(engine)
    sa.event.listen(engine, "checkout", lambda raw, *_: raw.execute("pragma query_only = on"))
    with pytest.raises(sa.exc.OperationalError), immediate(engine) as connection:
        connection.execute(device.update().values(last_seen_at=1))
    assert isinstance(Devices(engine).authenticate(mine.credential, NOON), Device)


def test_an_offer_is_accepted_once(engine):
    pairings = Pairings(engine, FINGERPRINT)
    offer = pairings.offer("milano", NOON)
    accepted = pairings.accept(asked(offer.secret), caller="a", now=NOON)
    assert isinstance(accepted, Accepted)
    assert accepted.scope == "milano"
    assert isinstance(Devices(engine).authenticate(accepted.enrolled.credential, NOON), Device)
    assert pairings.accept(asked(offer.secret), caller="a", now=NOON) is Code.PAIRING_USED
    assert len(Devices(engine).all()) == 1


def test_of_two_at_the_same_moment_one_is_accepted(engine):
    pairings = Pairings(engine, FINGERPRINT)
    offer = pairings.offer("milano", NOON)
    outcomes, gate = [], threading.Barrier(2)

    def accept():
        gate.wait()
        outcomes.append(pairings.accept(asked(offer.secret), caller="a", now=NOON))

    threads = [threading.Thread(target=accept) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(isinstance(outcome, Accepted) for outcome in outcomes) == [False, True]
    assert Code.PAIRING_USED in outcomes
    assert len(Devices(engine).all()) == 1


def test_a_device_that_did_not_hear_the_answer_asks_again_and_is_the_same_device(engine):
    pairings = Pairings(engine, FINGERPRINT)
    offer = pairings.offer("milano", NOON)
    request = asked(offer.secret)
    lost = pairings.accept(request, caller="a", now=NOON)
    again = pairings.accept(request, caller="a", now=NOON + LIFE_MS - 1)
    assert isinstance(lost, Accepted)
    assert isinstance(again, Accepted)
    assert lost.enrolled.device_id == again.enrolled.device_id
    assert isinstance(Devices(engine).authenticate(again.enrolled.credential, NOON), Device)
    assert len(Devices(engine).all()) == 1


def test_asking_again_does_not_put_out_a_device_that_has_begun_to_work(engine):
    pairings = Pairings(engine, FINGERPRINT)
    offer = pairings.offer("milano", NOON)
    request = asked(offer.secret)
    working = pairings.accept(request, caller="a", now=NOON)
    assert isinstance(working, Accepted)
    assert isinstance(Devices(engine).authenticate(working.enrolled.credential, NOON), Device)
    assert isinstance(pairings.accept(request, caller="a", now=NOON), Accepted)
    assert isinstance(Devices(engine).authenticate(working.enrolled.credential, NOON), Device)


def test_a_code_asks_again_neither_late_nor_for_another_nor_for_a_device_no_longer_trusted(engine):
    pairings = Pairings(engine, FINGERPRINT)
    offer = pairings.offer("milano", NOON)
    request = asked(offer.secret)
    accepted = pairings.accept(request, caller="a", now=NOON)
    assert isinstance(accepted, Accepted)
    assert pairings.accept(asked(offer.secret), caller="b", now=NOON) is Code.PAIRING_USED
    assert pairings.accept(request, caller="a", now=NOON + LIFE_MS) is Code.PAIRING_EXPIRED
    Devices(engine).revoke(accepted.enrolled.device_id, NOON)
    assert pairings.accept(request, caller="a", now=NOON) is Code.PAIRING_USED


def test_each_refusal_has_its_own_code(engine):
    pairings = Pairings(engine, FINGERPRINT)
    offer = pairings.offer("milano", NOON)
    assert pairings.accept(asked(b"whatever"), caller="a", now=NOON) is Code.PAIRING_UNKNOWN
    late = pairings.accept(asked(offer.secret), caller="a", now=NOON + LIFE_MS)
    assert late is Code.PAIRING_EXPIRED
    assert isinstance(pairings.accept(asked(offer.secret), caller="a", now=NOON + LIFE_MS - 1), Accepted)


def test_a_proof_made_over_another_certificate_is_worthless(engine):
    """What somebody between device and hub could pass on."""
    pairings = Pairings(engine, FINGERPRINT)
    offer = pairings.offer("milano", NOON)
    relayed = asked(offer.secret, fingerprint="cd" * 32)
    assert pairings.accept(relayed, caller="a", now=NOON) is Code.PAIRING_UNKNOWN


def test_guessing_is_slowed_down_for_the_one_who_guesses(engine):
    pairings = Pairings(engine, FINGERPRINT)
    offer = pairings.offer("milano", NOON)
    for _ in range(TRIES):
        assert pairings.accept(asked(b"whatever"), caller="a", now=NOON) is Code.PAIRING_UNKNOWN
    assert pairings.accept(asked(offer.secret), caller="a", now=NOON) is Code.TOO_MANY_ATTEMPTS
    assert isinstance(pairings.accept(asked(offer.secret), caller="b", now=NOON), Accepted)
    again = pairings.offer("milano", NOON)
    after = NOON + TRIES_WINDOW_MS
    assert isinstance(pairings.accept(asked(again.secret), caller="a", now=after), Accepted)


def test_old_secrets_are_forgotten(engine):
    pairings = Pairings(engine, FINGERPRINT)
    old = pairings.offer("milano", NOON)
    much_later = NOON + LIFE_MS + REMEMBERED_MS + 1
    pairings.offer("milano", much_later)
    with engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(pairing)) == 1
    assert pairings.accept(asked(old.secret), caller="a", now=much_later) is Code.PAIRING_UNKNOWN


def test_failures_of_many_callers_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr("sync.hub.trust.attempts.MOST_REMEMBERED", 3)
    attempts = Attempts(limit=1, window_ms=1_000)
    for who in "abcd":
        attempts.failed(who, NOON)
    assert [attempts.exhausted(who, NOON) for who in "abcd"] == [False, True, True, True]
