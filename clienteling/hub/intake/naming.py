"""A payload that waits to be worked through, without what names somebody who is erased."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from clienteling.customers import normal
from clienteling.hub.intake.body import UNREADABLE
from sync.texts import texts_in


def without(body: bytes, names: Iterable[str]) -> bytes:
    """The others' items as they were; empty where none is left, or it cannot be told whose they are.

    The same bytes where nobody of these `names` is in it.
    """
    hers = frozenset(name.lower() for name in names)
    if not hers:
        return body
    within = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(hers)))
    try:
        said = msgspec.json.decode(body)
    except UNREADABLE:
        return b"" if within.search(body.decode(errors="replace").lower()) else body

    def is_hers(item: Any) -> bool:
        return any(within.search(text.lower()) or _normal(text) & hers for text in texts_in(item))

    if not is_hers(said):
        return body
    items = 0
    for place in _lists(said):
        place[:] = [item for item in place if not is_hers(item)]
        items += len(place)
    return msgspec.json.encode(said) if items and not is_hers(said) else b""


def _lists(said: Any) -> Iterator[list[Any]]:
    """Where items stand: a site's batch, a page's messages, the lists of a telephone number's changes."""
    match said:
        case {"batch": list() as batch}:
            yield batch
        case {"entry": list() as entries}:
            for entry in entries:
                match entry:
                    case {"messaging": list() as messaging}:
                        yield messaging
                    case {"changes": list() as changes}:
                        yield from _changed(changes)


def _changed(changes: list[Any]) -> Iterator[list[Any]]:
    for change in changes:
        match change:
            case {"value": dict() as value}:
                yield from (place for place in value.values() if isinstance(place, list))


def _normal(text: str) -> set[str]:
    return {spelled for spelled in (normal.mailbox(text), normal.email(text), normal.phone(text)) if spelled}
