"""The hub's identity: a self-signed certificate made at the first start; its fingerprint is the hub's id.

Key and certificate stand in one file, so that they can only come and go together.
"""

import datetime as dt
import ssl
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync.errors import SyncError
from sync.fingerprint import fingerprint
from sync.private_file import write_private

_LIFE = dt.timedelta(days=365 * 20)
"""Trust comes from the pinned fingerprint and ends when another takes its place (identities.py)."""
_BACKDATED = dt.timedelta(days=2)
_LONGEST_COMMON_NAME = 64
_THIS_MACHINE = (
    x509.DNSName("localhost"),
    x509.IPAddress(IPv4Address("127.0.0.1")),
    x509.IPAddress(IPv6Address("::1")),
)
"""Programs beside the hub that know no pinning, such as the shop's site in a trial, can trust the file."""


class IdentityDamaged(SyncError):
    """The identity file holds no usable key and certificate."""


@dataclass(frozen=True, slots=True)
class Identity:
    path: Path
    """PEM file with the private key and the certificate, readable by its owner only."""
    fingerprint: str
    expires_at: int
    """Milliseconds since 1970 UTC; devices do not mind."""


def load_or_create(path: Path, common_name: str) -> Identity:
    """Raises IdentityDamaged, and OSError where the file cannot be read or made."""
    if not path.exists():
        write_private(path, create(common_name))
    return load(path)


def load(path: Path) -> Identity:
    """Raises IdentityDamaged, and OSError where the file cannot be read."""
    pem = path.read_bytes()
    try:
        certificate = x509.load_pem_x509_certificate(pem)
        key = serialization.load_pem_private_key(pem, password=None)
    except (ValueError, TypeError) as error:  # TypeError: the key wants a password
        raise IdentityDamaged(f"{path} holds no usable key and certificate") from error
    if key.public_key() != certificate.public_key():
        raise IdentityDamaged(f"{path} holds a key and a certificate that do not belong together")
    expires_at = int(certificate.not_valid_after_utc.timestamp() * 1000)
    return Identity(path, fingerprint(certificate.public_bytes(serialization.Encoding.DER)), expires_at)


def server_context(identity: Identity) -> ssl.SSLContext:
    """Raises IdentityDamaged."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    try:
        context.load_cert_chain(identity.path)
    except ssl.SSLError as error:
        raise IdentityDamaged(f"{identity.path} holds nothing that TLS can use: {error.reason}") from error
    return context


def create(common_name: str) -> bytes:
    """A new key and its self-signed certificate, PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name[:_LONGEST_COMMON_NAME])])
    start = dt.datetime.now(dt.UTC) - _BACKDATED
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + _LIFE)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(_THIS_MACHINE), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)
