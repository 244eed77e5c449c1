"""What a closed month says of single people, as it is kept: sealed for the tablets of that shop.

Every tablet and the hub hold the months that were closed. Of a scheme for each by her own they hold
ciphertext.
"""

import msgspec

from clienteling import sealing
from clienteling.attribution.schemes import Statement, Whose
from clienteling.errors import InvalidRecord

_WHAT = b"clienteling incentive statement"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    statement: Statement
    sealed: bool = False
    """It could not be opened here: nothing is known but its scheme and its month."""


class _Envelope(msgspec.Struct, frozen=True):
    """Beside the scheme and the month of a statement that says nothing else in the clear."""

    sealed: str = ""
    """The whole statement."""


def closed(statement: Statement, key: str) -> dict[str, object]:
    """As it is written down. `key`: hex, of the tablets of its shop. Raises InvalidRecord where one lacks."""
    if statement.scheme.whose is not Whose.PERSON:
        return msgspec.to_builtins(statement)
    if not key:
        raise InvalidRecord("key", "what each gets is closed on a tablet of that shop that has met its hub")
    text = sealing.sealed(msgspec.json.encode(statement), key, what=_WHAT, about=_about(statement))
    bare = Statement(scheme=statement.scheme, month=statement.month)
    return msgspec.to_builtins(bare) | msgspec.to_builtins(_Envelope(text))


def opened(document: object, key: str) -> Kept | None:
    """None where a newer version wrote it in another shape: that is left to it."""
    try:
        openly, text = msgspec.convert(document or {}, Statement), _sealed_in(document)
        said = sealing.opened(text, key, what=_WHAT, about=_about(openly)) if text else b""
        statement = msgspec.json.decode(said, type=Statement) if said else openly
    except msgspec.ValidationError:
        return None
    return Kept(statement=statement, sealed=bool(text) and not said)


def is_sealed(document: object) -> bool:
    try:
        return bool(_sealed_in(document))
    except msgspec.ValidationError:
        return False


def names_people(document: object) -> bool:
    """In the clear."""
    try:
        said = msgspec.convert(document or {}, Statement)
    except msgspec.ValidationError:
        return False
    return any(one.party for part in (said.due, said.lines, said.changed) for one in part)


def _sealed_in(document: object) -> str:
    return msgspec.convert(document or {}, _Envelope).sealed


def _about(statement: Statement) -> str:
    """What it is the statement of: it opens nowhere else."""
    return f"{statement.scheme.store_id}\n{statement.scheme.first_id}\n{statement.month}"
