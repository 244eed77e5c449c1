from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from clienteling.appointments.tables import appointment
from clienteling.appointments.values import AppointmentState
from clienteling.clientbook.rules import Ahead, attention, in_order, next_occasion
from clienteling.clientbook.tables import book_entry
from clienteling.clientbook.values import BookLine, Owner, Whose
from clienteling.customers.aliases import Her, Whom, ids_of, together
from clienteling.customers.queries import hits_of
from clienteling.customers.tables import customer
from clienteling.customers.values import CustomerHit
from clienteling.prepared import Prepared
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.staff.tables import associate
from clienteling.staff.values import Author
from clienteling.wording import Wording
from sync.batches import batches

_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_OWNED = Prepared(
    sa.select(
        book_entry.c.customer_id,
        book_entry.c.associate_id,
        book_entry.c.store_id,
        sa.func.trim(associate.c.given_name + " " + associate.c.family_name).label("name"),
    )
    .outerjoin_from(book_entry, associate, associate.c.id == book_entry.c.associate_id)
    .where(book_entry.c.customer_id.in_(_IDS))
    .order_by(book_entry.c.added_at, book_entry.c.id)
)
_PROMISED = (
    sa.select(promise.c.customer_id, promise.c.due_on)
    .where(
        promise.c.customer_id.in_(_IDS),
        promise.c.state == PromiseState.OPEN.value,
        promise.c.due_on.is_not(None),
    )
    .order_by(promise.c.due_on)
)
_EXPECTED = (
    sa.select(appointment.c.customer_id, appointment.c.at)
    .where(
        appointment.c.customer_id.in_(_IDS),
        appointment.c.state == AppointmentState.BOOKED.value,
        appointment.c.at >= sa.bindparam("now", type_=sa.BigInteger),
    )
    .order_by(appointment.c.at)
)
_BIRTHDAYS = sa.select(customer.c.id, customer.c.birthday_on).where(customer.c.id.in_(_IDS))


def owners(conn: sa.Connection, whom: Whom) -> list[Owner]:
    """In whose books she stands, who entered her first before the others; the shop itself is nobody."""
    rows = _OWNED.rows(conn, {"ids": ids_of(conn, whom)})
    found = {
        row.associate_id: Owner(associate_id=row.associate_id, name=row.name or "", store_id=row.store_id)
        for row in reversed(rows)
        if row.associate_id
    }
    return list(reversed(found.values()))


def book(conn: sa.Connection, whose: Whose, author: Author, now: int, wording: Wording) -> list[BookLine]:
    """The customers of her own book, or of the shop's: all those in a book of somebody there."""
    wanted = (
        book_entry.c.associate_id == author.associate_id
        if whose is Whose.MINE
        else book_entry.c.store_id == author.store_id
    )
    ids = list(conn.scalars(sa.select(book_entry.c.customer_id).where(wanted).distinct()))
    people = list({she.id: she for she in together(conn, ids).values()}.values())
    lines = (line for some in batches(people) for line in _lines(conn, some, now, wording))
    return in_order(lines)


def _lines(conn: sa.Connection, people: Sequence[Her], now: int, wording: Wording) -> Iterable[BookLine]:
    """Few hundred of them at a time, each question asked once for all."""
    today = wording.day_of(now)
    stands = {each: she.id for she in people for each in she.ids}
    names = _names(conn, stands)
    ahead = _ahead(conn, stands, now, wording)
    return [
        _line(hit, names.get(hit.id, ()), ahead.get(hit.id, Ahead()), today) for hit in hits_of(conn, people)
    ]


def _line(hit: CustomerHit, names: Iterable[str], ahead: Ahead, today: date) -> BookLine:
    occasion, next_on = next_occasion(ahead, today)
    return BookLine(
        customer=hit,
        owners=tuple(names),
        overdue=ahead.overdue,
        occasion=occasion,
        next_on=next_on,
        attention=attention(ahead.overdue, next_on, today),
    )


def _names(conn: sa.Connection, stands: Mapping[str, str]) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in _OWNED.rows(conn, {"ids": list(stands)}):
        if row.name:
            found[stands[row.customer_id]][row.name] = None
    return found


def _ahead(conn: sa.Connection, stands: Mapping[str, str], now: int, wording: Wording) -> dict[str, Ahead]:
    due: dict[str, list[str]] = defaultdict(list)
    for row in conn.execute(_PROMISED, {"ids": list(stands)}):
        due[stands[row.customer_id]].append(row.due_on)
    born = {
        stands[row.id]: row.birthday_on
        for row in conn.execute(_BIRTHDAYS, {"ids": list(stands)})
        if row.birthday_on
    }
    booked = conn.execute(_EXPECTED, {"ids": list(stands), "now": now}).all()
    expected = {stands[row.customer_id]: wording.day_of(row.at).isoformat() for row in reversed(booked)}
    today = wording.day_of(now).isoformat()
    return {
        i: _what_comes(due[i], born.get(i), expected.get(i), today)
        for i in due.keys() | born.keys() | expected.keys()
    }


def _what_comes(due: Sequence[str], birthday_on: str | None, expected_on: str | None, today: str) -> Ahead:
    late = sum(day < today for day in due)
    return Ahead(late, next((day for day in due if day >= today), None), birthday_on, expected_on)
