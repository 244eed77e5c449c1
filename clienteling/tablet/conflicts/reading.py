"""Two values for the same thing, each with who, where and when; and what was decided lately."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording
    from sync.wire import Rival

DECIDED_SHOWN_MS = 7 * 86_400_000
HUB = "hub"
"""How the nodes of the hub's processes are called, in a stamp."""


@dataclass(frozen=True)
class ConflictRow:
    """One field of one customer: the value that stands for now, and the one that it does not know."""

    key: str
    customer_id: str
    customer: str
    field: str
    value: str
    """As it is kept."""
    words: str
    """As people write it."""
    who: str
    other: str
    other_words: str
    other_who: str


@dataclass(frozen=True)
class DecidedRow:
    key: str
    customer_id: str
    customer: str
    field: str
    value: str
    words: str
    instead_of: str
    instead_words: str
    who: str


@dataclass(frozen=True)
class Inbox:
    conflicts: tuple[ConflictRow, ...] = ()
    decided: tuple[DecidedRow, ...] = ()


def read_inbox(conn: "sa.Connection", *, now: int, wording: "Wording") -> Inbox:
    return Inbox(tuple(_conflicts(conn, now, wording)), tuple(_decided(conn, now, wording)))


def _conflicts(conn: "sa.Connection", now: int, wording: "Wording") -> list[ConflictRow]:
    import sqlalchemy as sa

    from clienteling.customers.tables import customer
    from sync.device.told.companion import disputes

    rows = []
    for one in disputes(conn):
        her = conn.execute(sa.select(customer).where(customer.c.id == one.record_id)).first()
        if one.collection != customer.name or her is None:
            continue
        value = her._mapping[one.field] or ""  # noqa: SLF001 - its documented name
        other = _differing(one.rivals, value)
        if other is None:
            continue
        theirs = str(other.value or "")
        about = (conn, one.record_id, one.field)
        rows.append(
            ConflictRow(
                key=f"{one.record_id}/{one.field}",
                customer_id=one.record_id,
                customer=f"{her.given_name} {her.family_name}".strip(),
                field=one.field,
                value=value,
                words=as_written(one.field, value, wording),
                who=_who(*about, value, one.stamp, now=now, wording=wording),
                other=theirs,
                other_words=as_written(one.field, theirs, wording),
                other_who=_who(*about, theirs, other.stamp, now=now, wording=wording),
            )
        )
    return rows


def _differing(rivals: "tuple[Rival, ...]", value: str) -> "Rival | None":
    """Equal values that did not know of each other are nothing to decide."""
    return next((rival for rival in rivals if (rival.value or "") != value), None)


def _decided(conn: "sa.Connection", now: int, wording: "Wording") -> list[DecidedRow]:
    """The newest decision about each field, where it still stands."""
    import sqlalchemy as sa

    from clienteling.customers.tables import customer, value_given

    query = (
        sa.select(value_given, customer.c.given_name, customer.c.family_name)
        .join_from(value_given, customer, customer.c.id == value_given.c.customer_id)
        .where(value_given.c.instead_of != "", value_given.c.at > now - DECIDED_SHOWN_MS)
        .order_by(value_given.c.at.desc(), value_given.c.id.desc())
    )
    newest: dict[tuple[str, str], DecidedRow] = {}
    for row in conn.execute(query):
        told = DecidedRow(
            key=row.id,
            customer_id=row.customer_id,
            customer=f"{row.given_name} {row.family_name}".strip(),
            field=row.field,
            value=row.value,
            words=as_written(row.field, row.value, wording),
            instead_of=row.instead_of,
            instead_words=as_written(row.field, row.instead_of, wording),
            who=_signed(conn, row, now, wording),
        )
        newest.setdefault((row.customer_id, row.field), told)
    return list(newest.values())


def as_written(field: str, value: str, wording: "Wording") -> str:
    from clienteling.customers.corrections import birthday_typed

    match field:
        case "phone" if value:
            return wording.phone(value)
        case "birthday_on" if value:
            return birthday_typed(value)
    return value or wording.say("nothing")


def _who(
    conn: "sa.Connection",
    customer_id: str,
    field: str,
    value: str,
    stamp: str,
    *,
    now: int,
    wording: "Wording",
) -> str:
    """Who gave that value, where and when; of what was written before that was kept, only where and when."""
    import sqlalchemy as sa

    from clienteling.customers.tables import value_given
    from sync.clock import instant_of, node_of

    query = (
        sa.select(value_given)
        .where(
            value_given.c.customer_id == customer_id,
            value_given.c.field == field,
            value_given.c.value == value,
        )
        .order_by(value_given.c.at.desc())
    )
    given = conn.execute(query.limit(1)).first()
    if given is not None:
        return _signed(conn, given, now, wording)
    place = (
        wording.say("online or at the hub") if node_of(stamp).startswith(HUB) else wording.say("on a tablet")
    )
    at = instant_of(stamp)
    return " · ".join(part for part in (place, wording.moment(at, now) if at else "") if part)


def _signed(conn: "sa.Connection", row: "sa.Row", now: int, wording: "Wording") -> str:
    import sqlalchemy as sa

    from clienteling.staff.tables import associate
    from clienteling.stores.tables import store

    name = conn.scalar(sa.select(associate.c.given_name).where(associate.c.id == row.associate_id))
    shop = conn.scalar(sa.select(store.c.name).where(store.c.id == row.store_id))
    return " · ".join(part for part in (name, shop, wording.moment(row.at or 0, now)) if part)
