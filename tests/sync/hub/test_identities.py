"""The hub's certificate, the next one, and the moment when the one takes the other's place."""

import stat

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from sync.hub.trust.certificates import IdentityDamaged, create, load, load_or_create, server_context
from sync.hub.trust.identities import Announced, Identities


@pytest.fixture
def identities(tmp_path) -> Identities:
    load_or_create(tmp_path / "identity.pem", "Hub")
    return Identities(tmp_path / "identity.pem")


def test_the_next_certificate_is_announced_then_chosen_then_shown(identities):
    before = load(identities.path)
    announced = Announced(identities)
    assert announced() == ()
    prepared = identities.prepare(create("Hub"))
    assert announced() == (prepared.fingerprint,)
    assert not identities.turn()
    identities.choose()
    assert announced() == (prepared.fingerprint,)
    assert load(identities.path) == before
    assert identities.turn()
    assert announced() == ()
    assert load(identities.path).fingerprint == prepared.fingerprint
    assert not identities.turn()


def test_another_one_may_be_prepared_before_the_first_is_shown(identities):
    first = identities.prepare(create("Hub"))
    identities.choose()
    second = identities.prepare(create("Hub"))
    assert Announced(identities)() == (first.fingerprint, second.fingerprint)
    identities.turn()
    assert load(identities.path).fingerprint == first.fingerprint
    assert Announced(identities)() == (second.fingerprint,)


def test_what_is_prepared_anew_takes_the_place_of_what_was(identities):
    identities.prepare(create("Hub"))
    announced = Announced(identities)
    announced()
    again = identities.prepare(create("Hub"))
    assert announced() == (again.fingerprint,)


def test_a_certificate_of_ones_own_with_its_chain_is_taken(identities):
    given = create("hub.example.org") + create("An authority").partition(b"-----BEGIN CERT")[2].join(
        [b"-----BEGIN CERT", b""]
    )
    prepared = identities.prepare(given)
    server_context(prepared)
    assert stat.S_IMODE(identities.next.stat().st_mode) == 0o600


def _another_key(pem: bytes) -> bytes:
    return (
        create("x").partition(b"-----BEGIN CERT")[0]
        + b"-----BEGIN CERT"
        + pem.partition(b"-----BEGIN CERT")[2]
    )


def _locked(pem: bytes) -> bytes:
    key = load_pem_private_key(pem, None)
    locked = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"word"))
    return locked + b"-----BEGIN CERT" + pem.partition(b"-----BEGIN CERT")[2]


def _key_only(_pem: bytes) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize("spoil", [_another_key, _locked, _key_only, lambda _: b"", lambda _: b"nonsense"])
def test_what_cannot_be_used_is_refused_and_changes_nothing(identities, spoil):
    before = identities.prepare(create("Hub"))
    with pytest.raises(IdentityDamaged):
        identities.prepare(spoil(create("Hub")))
    assert load(identities.next) == before
    assert sorted(path.name for path in identities.path.parent.iterdir()) == [
        "identity.next.pem",
        "identity.pem",
    ]


def test_a_chosen_file_that_is_damaged_is_not_put_in_place(identities):
    before = load(identities.path)
    identities.prepare(create("Hub"))
    identities.choose()
    identities.use.write_text("nonsense")
    with pytest.raises(IdentityDamaged):
        identities.turn()
    assert load(identities.path) == before
    assert Announced(identities)() == ()


def test_none_is_chosen_that_was_not_prepared(identities):
    with pytest.raises(FileNotFoundError):
        identities.choose()
