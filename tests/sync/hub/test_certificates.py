import hashlib
import ssl
import stat

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from sync.fingerprint import for_people
from sync.hub.trust.certificates import IdentityDamaged, load, load_or_create, server_context


def test_the_identity_is_made_once_and_stays(tmp_path):
    first = load_or_create(tmp_path / "identity.pem", "Hub")
    assert load_or_create(tmp_path / "identity.pem", "Another name") == first
    assert load(tmp_path / "identity.pem") == first


def test_the_fingerprint_is_the_hash_of_the_certificate(tmp_path):
    identity = load_or_create(tmp_path / "identity.pem", "Hub " * 40)
    certificate = x509.load_pem_x509_certificate(identity.path.read_bytes())
    der = certificate.public_bytes(serialization.Encoding.DER)
    assert identity.fingerprint == hashlib.sha256(der).hexdigest()
    assert for_people(identity.fingerprint).replace(" ", "").lower() == identity.fingerprint


def test_the_key_is_for_its_owner_only(tmp_path):
    identity = load_or_create(tmp_path / "identity.pem", "Hub")
    assert stat.S_IMODE(identity.path.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["identity.pem"]


def test_old_tls_is_not_spoken(tmp_path):
    context = server_context(load_or_create(tmp_path / "identity.pem", "Hub"))
    assert context.minimum_version is ssl.TLSVersion.TLSv1_3


def test_two_hubs_are_told_apart(tmp_path):
    one = load_or_create(tmp_path / "one.pem", "Hub")
    other = load_or_create(tmp_path / "other.pem", "Hub")
    assert one.fingerprint != other.fingerprint


@pytest.mark.parametrize("content", [b"", b"nonsense", b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_damaged_identity_is_left_alone(tmp_path, content):
    path = tmp_path / "identity.pem"
    path.write_bytes(content)
    with pytest.raises(IdentityDamaged):
        load_or_create(path, "Hub")
    assert path.read_bytes() == content


def test_a_key_of_another_certificate_is_found(tmp_path):
    one = load_or_create(tmp_path / "one.pem", "Hub").path.read_bytes()
    other = load_or_create(tmp_path / "other.pem", "Hub").path.read_bytes()
    mixed = one[: one.index(b"-----BEGIN CERT")] + other[other.index(b"-----BEGIN CERT") :]
    (tmp_path / "mixed.pem").write_bytes(mixed)
    with pytest.raises(IdentityDamaged):
        load(tmp_path / "mixed.pem")
