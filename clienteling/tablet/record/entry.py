"""One line of the timeline opened: what it says, who recorded it, and what stood there before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.staff.values import Author
from clienteling.tablet.record.editing import Recorded
from clienteling.tablet.record.picks import Pick, Picks
from clienteling.tablet.record.taking import pick_of
from clienteling.timeline.values import EntryKind
from clienteling.vocabulary import Correction

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.interactions.values import Item
    from clienteling.wording import Wording

OPENED = frozenset({EntryKind.INTERACTION, EntryKind.NOTE, EntryKind.PROMISE})
"""The kinds of which there is more to say."""


@dataclass(frozen=True)
class VersionRow:
    """What was recorded, by whom; of several the newest first."""

    key: str
    words: str
    detail: str
    who: str
    current: bool


@dataclass(frozen=True)
class Colleague:
    key: str
    name: str
    current: bool


@dataclass(frozen=True)
class EntryReading:
    kind: EntryKind
    record_id: str
    versions: tuple[VersionRow, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    recorded: Recorded | None = None
    """Of an interaction, as it was recorded."""
    body: str = ""
    """Of a note."""
    mine: bool = False
    standing: bool = False
    """Not undone, and of a promise: open."""


NO_ENTRY = EntryReading(EntryKind.EVENT, "")


def read_entry(
    conn: "sa.Connection", *, kind: EntryKind, record_id: str, reader: Author, now: int, wording: "Wording"
) -> EntryReading:
    """Raises UnknownRecord."""
    match kind:
        case EntryKind.PROMISE:
            return _promise(conn, record_id, now, wording)
        case EntryKind.NOTE:
            return _note(conn, record_id, reader, now, wording)
        case _:
            return _interaction(conn, record_id, reader, now, wording)


def _interaction(
    conn: "sa.Connection", record_id: str, reader: Author, now: int, wording: "Wording"
) -> EntryReading:
    from clienteling.catalog.products import named
    from clienteling.interactions import words
    from clienteling.interactions.tables import interaction
    from clienteling.interactions.values import InteractionKind, Outcome, items_of
    from clienteling.records import versions
    from clienteling.vocabulary import known

    found = versions(conn, interaction, record_id)
    items = {row.id: items_of(row.items) for row in found}
    every = [item for some in items.values() for item in some]
    products = named(conn, (i.product_id for i in every), (i.variant_id for i in every))
    kinds = {row.id: known(InteractionKind, row.kind, InteractionKind.VISIT) for row in found}
    said = {row.id: words.title(kinds[row.id], items[row.id], products, wording) for row in found}
    newest = found[0]
    picks, reason = _picks(items[record_id], products, wording)
    return EntryReading(
        kind=EntryKind.INTERACTION,
        record_id=record_id,
        versions=_versions(
            conn, found, said, {row.id: row.summary for row in found}, now=now, wording=wording
        ),
        colleagues=_colleagues(conn, reader, newest.associate_id),
        recorded=Recorded(
            kind=kinds[record_id],
            picks=picks,
            outcome=known(Outcome, newest.outcome, Outcome.NONE),
            summary=newest.summary,
            reason=reason,
        ),
        mine=newest.associate_id == reader.associate_id,
        standing=_stands(conn, interaction, newest),
    )


def _note(
    conn: "sa.Connection", record_id: str, reader: Author, now: int, wording: "Wording"
) -> EntryReading:
    from clienteling.notes.tables import note
    from clienteling.records import versions

    found = versions(conn, note, record_id)
    return EntryReading(
        kind=EntryKind.NOTE,
        record_id=record_id,
        versions=_versions(conn, found, {row.id: row.body for row in found}, {}, now=now, wording=wording),
        colleagues=_colleagues(conn, reader, found[0].associate_id),
        body=found[0].body,
        mine=found[0].associate_id == reader.associate_id,
        standing=_stands(conn, note, found[0]),
    )


def _promise(conn: "sa.Connection", record_id: str, now: int, wording: "Wording") -> EntryReading:
    from clienteling.promises import words
    from clienteling.promises.queries import PROMISE, views
    from clienteling.promises.tables import promise
    from clienteling.promises.values import PromiseState

    today = wording.day_of(now)
    rows = conn.execute(PROMISE.where(promise.c.id == record_id)).all()
    for one in views(conn, rows, today):
        told = VersionRow(
            key=one.id,
            words=words.made(one, today, wording),
            detail=words.state(one.state, wording),
            who=_joined(one.made_by_name, wording.moment(one.made_at, now)),
            current=True,
        )
        open_ = one.state is PromiseState.OPEN
        return EntryReading(EntryKind.PROMISE, record_id, (told,), mine=True, standing=open_)
    return EntryReading(EntryKind.PROMISE, record_id)


def _versions(
    conn: "sa.Connection",
    found: Sequence["sa.Row"],
    said: dict[str, str],
    details: dict[str, str],
    *,
    now: int,
    wording: "Wording",
) -> tuple[VersionRow, ...]:
    names = _names(conn, {row.associate_id for row in found} | {row.corrected_by for row in found})
    rows = []
    for row in found:
        by = names.get(row.associate_id, "")
        if row.corrected_by and row.corrected_by != row.associate_id:
            by = wording.say("{name}, corrected by {other}", name=by, other=names.get(row.corrected_by, ""))
        rows.append(
            VersionRow(
                key=row.id,
                words=said[row.id],
                detail=details.get(row.id, ""),
                who=_joined(by, wording.moment(row.at or 0, now)),
                current=row is found[0],
            )
        )
    return tuple(rows)


def _picks(items: Sequence["Item"], products, wording: "Wording") -> tuple[Picks, str]:  # noqa: ANN001 - Named
    """What was in hand, and the reason that hung on no product."""
    from dataclasses import replace

    picks: list[Pick] = []
    bare = next((item.reason for item in items if not item.product_id), "")
    for item in items:
        product = products.get(item.product_id, item.variant_id)
        if product is not None:
            picks.append(
                replace(pick_of(product, wording), reason=item.reason.value, price_cents=item.price_cents)
            )
    return tuple(picks), bare


def _colleagues(conn: "sa.Connection", reader: Author, doer: str | None) -> tuple[Colleague, ...]:
    from clienteling.staff.queries import associates

    return tuple(
        Colleague(one.id, one.full_name, one.id == doer) for one in associates(conn, reader.store_id)
    )


def _names(conn: "sa.Connection", ids: set[str | None]) -> dict[str | None, str]:
    import sqlalchemy as sa

    from clienteling.staff.tables import associate

    query = sa.select(associate.c.id, associate.c.given_name).where(associate.c.id.in_(ids - {None}))
    return {row.id: row.given_name for row in conn.execute(query)}


def _stands(conn: "sa.Connection", table: "sa.Table", row: "sa.Row") -> bool:
    import sqlalchemy as sa

    later = sa.select(table.c.id).where(table.c.corrects == row.id).limit(1)
    return row.correction != Correction.UNDONE and conn.execute(later).first() is None


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
