"""What a closed month says of single people, as it is kept: sealed for the tablets of that shop.

Every tablet and the hub hold the months that were closed. Of a scheme for each by her own they hold
ciphertext. The hub derives the key, tells it to the tablets of that shop alone, and keeps it in no table.
"""

import base64
import os

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from clienteling.attribution.schemes import Statement, Whose
from clienteling.errors import InvalidRecord

_NONCE_BYTES, _KEY_BYTES = 12, 32
_FOR_THIS = b"clienteling incentive statement"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    statement: Statement
    sealed: bool = False
    """It could not be opened here: nothing is known but its scheme and its month."""


class _Stored(Statement, frozen=True, kw_only=True):
    sealed: str = ""
    """Base64 of nonce and ciphertext of the whole statement; `due`, `lines` and `changed` are empty then."""


def closed(statement: Statement, key: str) -> dict[str, object]:
    """As it is written down. `key`: hex, of the tablets of its shop. Raises InvalidRecord where one lacks."""
    if statement.scheme.whose is not Whose.PERSON:
        return msgspec.to_builtins(statement)
    if not key:
        raise InvalidRecord("key", "what each gets is closed on a tablet of that shop that has met its hub")
    nonce = os.urandom(_NONCE_BYTES)
    said = msgspec.json.encode(statement)
    hidden = nonce + _cipher(key).encrypt(nonce, said, _about(statement))
    text = base64.b64encode(hidden).decode("ascii")
    return msgspec.to_builtins(_Stored(scheme=statement.scheme, month=statement.month, sealed=text))


def opened(document: object, key: str) -> Kept | None:
    """None where a newer version wrote it in another shape: that is left to it."""
    try:
        stored = msgspec.convert(document or {}, _Stored)
        if not stored.sealed:
            return Kept(statement=msgspec.convert(document or {}, Statement))
        said = _opened(stored, key)
        bare = Statement(scheme=stored.scheme, month=stored.month)
        return Kept(statement=msgspec.json.decode(said, type=Statement) if said else bare, sealed=not said)
    except msgspec.ValidationError:
        return None


def names_people(document: object) -> bool:
    """In the clear."""
    try:
        said = msgspec.convert(document or {}, Statement)
    except msgspec.ValidationError:
        return False
    return any(one.party for part in (said.due, said.lines, said.changed) for one in part)


def _opened(stored: _Stored, key: str) -> bytes:
    """Empty without the key, or where it is another one."""
    if not key:
        return b""
    try:
        hidden = base64.b64decode(stored.sealed, validate=True)
        nonce, rest = hidden[:_NONCE_BYTES], hidden[_NONCE_BYTES:]
        return _cipher(key).decrypt(nonce, rest, _about(stored))
    except (InvalidTag, ValueError):
        return b""


def _cipher(key: str) -> ChaCha20Poly1305:
    derived = HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=None, info=_FOR_THIS)
    return ChaCha20Poly1305(derived.derive(bytes.fromhex(key)))


def _about(statement: Statement) -> bytes:
    """What it is the statement of: it opens nowhere else."""
    return f"{statement.scheme.store_id}\n{statement.scheme.first_id}\n{statement.month}".encode()
