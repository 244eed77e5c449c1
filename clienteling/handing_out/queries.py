"""For whom tasks may be handed out: the lists that a shop has of its customers anyway."""

from collections.abc import Iterable, Mapping

import msgspec
import sqlalchemy as sa

from clienteling.clientbook.queries import book
from clienteling.clientbook.tables import book_entry
from clienteling.clientbook.values import Attention, Whose
from clienteling.consents import queries as consents
from clienteling.customers.aliases import Her, together
from clienteling.customers.queries import hits_of
from clienteling.customers.tables import customer
from clienteling.handing_out.values import Because, Candidate, Segment
from clienteling.insight.lapsing import lapsing
from clienteling.insight.queries import of_her
from clienteling.insight.tables import customer_insight
from clienteling.staff.queries import associates, serves
from clienteling.staff.tables import associate
from clienteling.staff.values import Author
from clienteling.tasks import queries as tasks
from clienteling.tasks.rules import permitted
from clienteling.tasks.tables import task
from clienteling.tasks.values import TaskRule, TaskState
from clienteling.wording import Wording

MOST = 200
"""Who hands out more at a time does not know what she hands out."""

_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_LAPSING = (
    sa.select(customer_insight.c.id)
    .join(customer, customer.c.id == customer_insight.c.id)
    .where(
        customer.c.home_store_id == sa.bindparam("in_store", type_=sa.Text),
        customer_insight.c.lapsing_at <= sa.bindparam("now", type_=sa.BigInteger),
    )
    .order_by(customer_insight.c.spent_cents.desc(), customer_insight.c.id)
    .limit(5 * MOST)  # of whom not everybody may be asked back
)
_BUSY = (
    sa.select(task.c.customer_id)
    .where(task.c.customer_id.in_(_IDS), task.c.state == TaskState.OPEN.value)
    .distinct()
)


class _Found(msgspec.Struct, frozen=True):
    customer_id: str
    name: str
    because: Because


def candidates(
    conn: sa.Connection, segment: Segment, *, author: Author, now: int, wording: Wording
) -> tuple[Candidate, ...]:
    """Of the author's shop, who needs it most first; at most `MOST`."""
    match segment:
        case Segment.WAITING | Segment.BOOK:
            return _customers(conn, _booked(conn, segment, author, now, wording), author.store_id)
        case Segment.LAPSING:
            return _customers(conn, _lapsing(conn, author.store_id, now), author.store_id)
        case Segment.DUE:
            return _due(conn, author.store_id, now, wording)
        case Segment.TEAM:
            return tuple(
                Candidate(id=one.id, name=one.full_name, keeper=one.id)
                for one in associates(conn, author.store_id)
                if one.id != author.associate_id
            )


def _booked(
    conn: sa.Connection, segment: Segment, author: Author, now: int, wording: Wording
) -> list[_Found]:
    lines = book(conn, Whose.SHOP, author, now, wording)
    return [
        _Found(line.customer.id, line.customer.full_name, line)
        for line in lines
        if segment is Segment.BOOK or line.attention is not Attention.CALM
    ][:MOST]


def _lapsing(conn: sa.Connection, store_id: str, now: int) -> list[_Found]:
    """Only whom we may ask back: what is deduced of her, and writing to her, take her consent."""
    ids = list(conn.scalars(_LAPSING, {"in_store": store_id, "now": now}))
    people = {she.id: she for she in together(conn, ids).values()}
    seen = {hit.id: hit for hit in hits_of(conn, list(people.values()))}
    found = (_overdue(conn, people[i], seen[i].full_name, seen[i].last_seen_at or 0, now) for i in seen)
    kept = {one.customer_id: one for one in found if one is not None}
    return [kept[i] for i in ids if i in kept][:MOST]


def _overdue(conn: sa.Connection, she: Her, name: str, seen_at: int, now: int) -> _Found | None:
    insight = of_her(conn, she.id)
    because = lapsing(insight, seen_at, now) if insight is not None else None
    if because is None or not permitted(TaskRule.LAPSING, consents.states(conn, she, now)):
        return None
    return _Found(she.id, name, because)


def _customers(conn: sa.Connection, found: Iterable[_Found], store_id: str) -> tuple[Candidate, ...]:
    them = list(found)
    people = {she.id: she for she in together(conn, [one.customer_id for one in them]).values()}
    stands = {each: she.id for she in people.values() for each in she.ids}
    keepers = _keepers(conn, stands, store_id)
    busy = {stands[each] for each in conn.scalars(_BUSY, {"ids": list(stands)})}
    return tuple(
        Candidate(
            id=one.customer_id,
            name=one.name,
            because=one.because,
            keeper=keepers.get(one.customer_id, ""),
            busy=one.customer_id in busy,
        )
        for one in them
    )


def _keepers(conn: sa.Connection, stands: Mapping[str, str], store_id: str) -> dict[str, str]:
    """Customer → who of the shop looks after her; of several, who entered her first."""
    query = (
        sa.select(book_entry.c.customer_id, book_entry.c.associate_id)
        .join(associate, associate.c.id == book_entry.c.associate_id)
        .where(book_entry.c.customer_id.in_(_IDS), associate.c.active, serves(store_id))
        .order_by(book_entry.c.added_at.desc(), book_entry.c.id.desc())
    )
    return {stands[row.customer_id]: row.associate_id for row in conn.execute(query, {"ids": list(stands)})}


def _due(conn: sa.Connection, store_id: str, now: int, wording: Wording) -> tuple[Candidate, ...]:
    due = tasks.due(conn, store_id, wording.day_of(now), now)[:MOST]
    people = together(conn, [one.customer_id for one in due if one.customer_id])
    stands = {each: she.id for she in people.values() for each in she.ids}
    keepers = _keepers(conn, stands, store_id)
    return tuple(
        Candidate(
            id=one.id,
            name=one.customer_name,
            because=one,
            keeper=one.associate_id or keepers.get(one.customer_id, ""),
            busy=bool(one.associate_id),
        )
        for one in due
    )
