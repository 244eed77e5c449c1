"""The figures with which somebody read a day, as they are kept: in the clear where they are a team's.

Of a shop of too few people they say what one of them did, and every tablet of the chain holds them: there
they are sealed for that shop's own. Where that cannot be, nothing is kept of them.
"""

from datetime import date

import msgspec

from clienteling import sealing
from clienteling.review.values import Figures

_WHAT = b"clienteling day review"


class _Envelope(msgspec.Struct, frozen=True):
    sealed: str = ""


def kept(figures: Figures, store_id: str, day: date, *, team: bool, key: str) -> dict[str, object]:
    """`day_review.figures`. `key`: hex, of the tablets of that shop; empty where this is none of them."""
    if team:
        return msgspec.to_builtins(figures)
    if not key:
        return {}
    said = msgspec.json.encode(figures)
    text = sealing.sealed(said, key, what=_WHAT, about=_about(store_id, day))
    return msgspec.to_builtins(_Envelope(text))


def is_sealed(document: object) -> bool:
    try:
        return bool(document) and bool(msgspec.convert(document, _Envelope).sealed)
    except msgspec.ValidationError:
        return False


def opened(document: object, store_id: str, day: date, key: str) -> Figures | None:
    """None where this tablet may not read them, nothing was kept, or a newer version wrote another shape."""
    if not document:
        return None
    try:
        text = msgspec.convert(document, _Envelope).sealed
        if not text:
            return msgspec.convert(document, Figures)
        said = sealing.opened(text, key, what=_WHAT, about=_about(store_id, day))
        return msgspec.json.decode(said, type=Figures) if said else None
    except msgspec.ValidationError:
        return None


def _about(store_id: str, day: date) -> str:
    return f"{store_id}\n{day.isoformat()}"
