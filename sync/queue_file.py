"""A device's queue in a file, for when no network brings it to the hub: only that hub opens it.

    magic  8 bytes  "SYNCQ001"
    device 1 + n    its length, then the device's id in ASCII
    key    32       X25519, made for this file alone
    nonce  12
    body            ChaCha20-Poly1305 of the zstd-compressed JSON of a `Queue`; all before it is authenticated
    proof  32       HMAC-SHA256 over all of this, by the SHA-256 of the device's credential

The body's key is HKDF-SHA256 of the shared secret with the file's key as salt. The proof shows that a device
of this hub wrote it: the hub keeps exactly that hash of its credential, and nobody else has it.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

import msgspec
import zstandard
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.errors import SyncError
from sync.wire import Message, PushedRecord

MAGIC = b"SYNCQ001"
_INFO = b"sync queue file, version 1"
_KEY, _NONCE, _PROOF = 32, 12, 32
MOST_BYTES = 256 << 20


class QueueFileUnreadable(SyncError):
    """No queue, damaged, sealed for another hub, or written by no device of this one."""


class Queue(Message):
    """What waits on a device, in its order. `dseq` counts within this file."""

    records: list[PushedRecord]
    made_at: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file whose header was read, and nothing else yet."""

    device_id: str
    content: bytes
    body_at: int

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def seal(queue: Queue, *, hub_key: str, device_id: str, credential: str) -> bytes:
    own = X25519PrivateKey.generate()
    public = own.public_key().public_bytes_raw()
    secret = own.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(hub_key)))
    name = device_id.encode("ascii")
    nonce = secrets.token_bytes(_NONCE)
    head = MAGIC + bytes([len(name)]) + name + public + nonce
    body = zstandard.compress(msgspec.json.encode(queue))
    content = head + ChaCha20Poly1305(_derived(secret, public)).encrypt(nonce, body, head)
    return content + _proof(content, hashlib.sha256(credential.encode()).hexdigest())


def read_header(content: bytes) -> Sealed:
    """Raises QueueFileUnreadable."""
    length = content[len(MAGIC)] if len(content) > len(MAGIC) else 0
    body_at = len(MAGIC) + 1 + length + _KEY + _NONCE
    if not content.startswith(MAGIC) or len(content) < body_at + _PROOF:
        raise QueueFileUnreadable("this is no queue of a tablet, or only a part of one")
    try:
        name = content[len(MAGIC) + 1 : len(MAGIC) + 1 + length].decode("ascii")
    except UnicodeDecodeError as error:
        raise QueueFileUnreadable("this is no queue of a tablet") from error
    return Sealed(name, content, body_at)


def unseal(sealed: Sealed, private: X25519PrivateKey, credential_hash: str) -> Queue:
    """Raises QueueFileUnreadable."""
    content, at = sealed.content, sealed.body_at
    signed, proof = content[:-_PROOF], content[-_PROOF:]
    if not hmac.compare_digest(proof, _proof(signed, credential_hash)):
        raise QueueFileUnreadable("no tablet of this hub wrote it as it is")
    public, nonce = content[at - _NONCE - _KEY : at - _NONCE], content[at - _NONCE : at]
    try:
        secret = private.exchange(X25519PublicKey.from_public_bytes(public))
        body = ChaCha20Poly1305(_derived(secret, public)).decrypt(nonce, signed[at:], content[:at])
        plain = zstandard.ZstdDecompressor().decompress(body, max_output_size=MOST_BYTES)
        return msgspec.json.decode(plain, type=Queue)
    except (InvalidTag, ValueError, zstandard.ZstdError, msgspec.DecodeError) as error:
        raise QueueFileUnreadable("it was sealed for another hub, or is damaged") from error


def _derived(secret: bytes, public: bytes) -> bytes:
    return HKDF(hashes.SHA256(), length=32, salt=public, info=_INFO).derive(secret)


def _proof(content: bytes, credential_hash: str) -> bytes:
    return hmac.new(credential_hash.encode(), content, hashlib.sha256).digest()
