"""The key that signs customer codes: it never leaves the hub; its public half goes to every tablet."""

import os
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from clienteling.codes.tables import code_key
from clienteling.errors import ClientelingError
from sync.hub.store import HubStore

FILE = "code-signing.key"


class CodeKeyDamaged(ClientelingError):
    """The file is there but holds no Ed25519 key; it is never overwritten."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    number: int
    retailer: str
    """Four bytes as hex: the same in all of this retailer's codes, whichever key signs them."""
    private: Ed25519PrivateKey


def signing_key(folder: Path, store: HubStore) -> SigningKey:
    """The hub's key, made at first need and told to the tablets.

    Raises CodeKeyDamaged, OSError, HubRefused (storage full).
    """
    private = _load_or_create(folder / FILE)
    public = private.public_key().public_bytes_raw().hex()
    with store.read() as conn:
        known = conn.execute(sa.select(code_key).where(code_key.c.public_key == public)).first()
    if known is not None:
        return SigningKey(int(known.id), known.retailer, private)
    number, retailer = _tell(store, public)
    return SigningKey(number, retailer, private)


def _tell(store: HubStore, public: str) -> tuple[int, str]:
    """The first key names the retailer; later ones, after a loss or a leak, take the next number."""
    with store.write() as writer:
        known = writer.connection.execute(sa.select(code_key.c.id, code_key.c.retailer)).all()
        number = max((int(row.id) for row in known), default=0) + 1
        retailer = known[0].retailer if known else sha256(bytes.fromhex(public)).hexdigest()[:8]
        writer.insert("code_key", {"id": str(number), "retailer": retailer, "public_key": public})
    return number, retailer


def _load_or_create(path: Path) -> Ed25519PrivateKey:
    if not path.exists():
        _create(path)
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except ValueError as error:
        raise CodeKeyDamaged(f"{path} holds no readable key") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise CodeKeyDamaged(f"{path} holds a key of another kind than Ed25519")
    return key


def _create(path: Path) -> None:
    """Whole or not at all; of two processes that come at once, one key remains."""
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    descriptor, fresh = tempfile.mkstemp(prefix=FILE, dir=path.parent)  # readable by its owner only
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        _claim(Path(fresh), path)
    finally:
        Path(fresh).unlink()


def _claim(fresh: Path, path: Path) -> None:
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        return
