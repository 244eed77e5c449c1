"""The key that opens queues which come to the hub in a file, and from which each scope's own is derived.

It lies beside the identity and outlives it.
"""

from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.hub.trust.certificates import IdentityDamaged
from sync.private_file import write_private

_KEY_BYTES = 32


def load_or_create_key(path: Path) -> X25519PrivateKey:
    """Raises IdentityDamaged, and OSError where the file cannot be read or made."""
    if not path.exists():
        write_private(path, X25519PrivateKey.generate().private_bytes_raw().hex().encode())
    try:
        return X25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii")))
    except ValueError as error:
        raise IdentityDamaged(f"{path} holds no usable key") from error


def public_part(key: X25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def scope_key(key: X25519PrivateKey, scope: str) -> str:
    """In hex; always the same of the same scope, and nothing of it can be told from another's."""
    derived = HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=None, info=b"scope\n" + scope.encode())
    return derived.derive(key.private_bytes_raw()).hex()
