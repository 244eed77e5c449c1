"""The records behind a figure as rows of a sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.tablet.card.who import initials

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.interactions.values import Item
    from clienteling.promises.values import PromiseView
    from clienteling.review.behind import Asked, Record
    from clienteling.wording import Wording


@dataclass(frozen=True)
class RecordRow:
    key: str
    customer_id: str
    """Empty for somebody without a code."""
    name: str
    initials: str
    kind: str
    """InteractionKind; empty for a promise."""
    words: str
    aside: str
    late: bool = False


def recorded(
    conn: "sa.Connection", *, store_id: str, day: date, asked: "Asked", wording: "Wording"
) -> list[RecordRow]:
    from clienteling.review import behind

    found = behind.records(conn, store_id, day, wording.time_zone, asked)
    return [_of_record(one, wording) for one in found]


def promised(
    conn: "sa.Connection", *, store_id: str, day: date, today: date, wording: "Wording"
) -> list[RecordRow]:
    from clienteling.review import behind

    return [_of_promise(one, wording) for one in behind.promises(conn, store_id, day, today)]


def _of_record(one: "Record", wording: "Wording") -> RecordRow:
    unnamed = wording.say("Name not known yet") if one.customer_id else ""
    return RecordRow(
        key=one.id,
        customer_id=one.customer_id or "",
        name=one.name or unnamed,
        initials=initials(one.name) or "?",
        kind=one.kind.value,
        words=" · ".join((*_items(one.items, wording), *filter(None, (one.summary,)))),
        aside=wording.time(one.at),
    )


def _items(items: "Iterable[tuple[Item, str, str, str]]", wording: "Wording") -> Iterator[str]:
    from clienteling.interactions.values import Reason
    from clienteling.review import words

    for item, name, colour, size in items:
        said = words.thing(name, colour, size, wording)
        if item.quantity > 1:
            said = f"{item.quantity} × {said}"  # noqa: RUF001 - as receipts have it
        more = wording.money(item.quantity * item.price_cents) if item.bought and item.price_cents else ""
        if not item.bought and item.reason is not Reason.NONE:
            more = words.reason(item.reason, wording)
        yield f"{said}, {more}" if more else said


def _of_promise(one: "PromiseView", wording: "Wording") -> RecordRow:
    from clienteling.promises import words
    from clienteling.promises.values import PromiseState

    kept = one.state is PromiseState.KEPT
    return RecordRow(
        key=one.id,
        customer_id=one.customer_id,
        name=one.customer_name,
        initials=initials(one.customer_name) or "?",
        kind="",
        words=words.bare_task(one, wording),
        aside=wording.say("kept") if kept else wording.say("still open"),
        late=one.overdue,
    )
