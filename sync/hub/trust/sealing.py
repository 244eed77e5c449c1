"""The key that opens queues which come to the hub in a file. It lies beside the identity and outlives it."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.hub.trust.certificates import IdentityDamaged
from sync.private_file import write_private


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
