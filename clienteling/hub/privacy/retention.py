"""The clocks that run: what is past its time goes from the hub and from every tablet, every day."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from clienteling.appointments.tables import appointment
from clienteling.basis.tables import figure_look
from clienteling.customers.aliases import ids_of, standing
from clienteling.customers.tables import customer, preference
from clienteling.customers.values import Provenance
from clienteling.hub.house import Hub
from clienteling.hub.privacy.erasure import ALONE, erase_her
from clienteling.hub.privacy.file import places
from clienteling.hub.privacy.holds import holds
from clienteling.insight.tables import suggestion_feedback
from clienteling.interactions.tables import interaction
from clienteling.notes.tables import note
from clienteling.outreach.tables import outreach
from clienteling.outreach.values import Topic
from clienteling.privacy.tables import access, retention_period
from clienteling.privacy.values import MONTH_MS, Hold, Keep
from clienteling.promises.tables import promise
from clienteling.reservations.tables import reservation
from clienteling.staff.changes import Answer as StaffAnswer
from clienteling.staff.tables import staff_change
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventKind
from sync.batches import batches

AT_ONCE = 200
"""Records in one transaction, so that nobody waits for it."""
STEP_ASIDE_S = 0.005
"""Between two of them whoever waits to write does: the lock itself keeps no queue."""
_WATCHED = (
    EventKind.PAGE_VIEWED,
    EventKind.PRODUCT_VIEWED,
    EventKind.PRODUCT_SEARCHED,
    EventKind.PRODUCT_SHARED,
    EventKind.LIST_VIEWED,
    EventKind.PROMOTION_TAPPED,
    EventKind.BASKET_VIEWED,
    EventKind.BASKET_ADDED,
    EventKind.BASKET_REMOVED,
    EventKind.CHECKOUT_STARTED,
    EventKind.COUPON_USED,
    EventKind.COUPON_REFUSED,
)
_ADVERTISED = (
    EventKind.ADVERT_TAPPED,
    EventKind.EMAIL_SENT,
    EventKind.EMAIL_OPENED,
    EventKind.EMAIL_CLICKED,
    EventKind.EMAIL_BOUNCED,
)
TIMELESS = (
    *(EventKind.MESSAGE_IN, EventKind.MESSAGE_OUT, EventKind.COMMENTED, EventKind.REVIEWED),
    *(EventKind.WISH_ADDED, EventKind.WISH_REMOVED, EventKind.SIGNED_UP),
    *(EventKind.ORDERED, EventKind.ORDER_SHIPPED, EventKind.ORDER_CANCELLED, EventKind.REFUNDED),
    *(EventKind.CALL_IN, EventKind.CALL_OUT, EventKind.CALL_MISSED),
    *(EventKind.TICKET_OPENED, EventKind.TICKET_SOLVED, EventKind.OTHER),
)
"""What she said, asked for and bought: no clock but `unseen` ends it."""
CLOCKS: Mapping[Keep, Sequence[EventKind]] = {Keep.PROFILING: _WATCHED, Keep.MARKETING: _ADVERTISED}
RECORDS: Mapping[Keep, Sequence[tuple[sa.Table, sa.ColumnElement[int], sa.ColumnElement[bool]]]] = {
    Keep.PROFILING: (
        (event, event.c.at, event.c.kind.in_([kind.value for kind in CLOCKS[Keep.PROFILING]])),
        (preference, preference.c.said_at, preference.c.source == Provenance.DEDUCED.value),
        (suggestion_feedback, suggestion_feedback.c.at, sa.true()),
        # whoever left only a name with an appointment has no card to ask by
        (appointment, appointment.c.at, appointment.c.customer_id.is_(None)),
    ),
    Keep.MARKETING: (
        (event, event.c.at, event.c.kind.in_([kind.value for kind in CLOCKS[Keep.MARKETING]])),
        (outreach, outreach.c.at, outreach.c.topic == Topic.MARKETING.value),
    ),
    Keep.ACCESS: (
        (access, access.c.at, sa.true()),
        (figure_look, figure_look.c.at, sa.true()),
        # what waits for an answer is kept until it has one
        (
            staff_change,
            sa.func.coalesce(staff_change.c.answered_at, staff_change.c.at),
            staff_change.c.answer != StaffAnswer.ASKED.value,
        ),
    ),
}
_HEARD = (
    (event, event.c.at),
    (interaction, interaction.c.at),
    (note, note.c.at),
    (promise, promise.c.made_at),
    (reservation, reservation.c.at),
    (appointment, appointment.c.made_at),
)


@dataclass(frozen=True, slots=True)
class Past:
    """Records of one collection that are past one clock."""

    keep: Keep
    collection: str
    before: int
    ids: Sequence[str]


@dataclass(frozen=True, slots=True)
class Unseen:
    """Somebody of whom nothing was heard for too long, and what keeps her all the same."""

    customer_id: str
    last_at: int
    holds: tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class Due:
    past: Sequence[Past] = ()
    unseen: Sequence[Unseen] = ()


def write_periods(hub: Hub) -> None:
    """What hub.toml says, for the tablets: a consent that is given there ends by it."""
    with hub.store.read() as conn:
        told = {row.id: row.months for row in conn.execute(sa.select(retention_period))}
    if told != {keep.value: number for keep, number in hub.settings.retention.items()}:
        with hub.store.write() as writer:
            writer.alone(ALONE)
            here = set(writer.connection.scalars(sa.select(retention_period.c.id)))
            for keep, number in hub.settings.retention.items():
                if keep.value in here:
                    writer.update("retention_period", keep.value, {"months": number})
                else:
                    writer.insert("retention_period", {"id": keep.value, "months": number})


def due(conn: sa.Connection, months: Mapping[Keep, int], now: int) -> Due:
    """What would go now."""
    limits = {keep: now - number * MONTH_MS for keep, number in months.items() if number}
    past = [
        Past(keep, table.name, limits[keep], _older(conn, table, at, which, limits[keep]))
        for keep, records in RECORDS.items()
        if keep in limits
        for table, at, which in records
    ]
    unseen = _unseen(conn, limits[Keep.UNSEEN]) if Keep.UNSEEN in limits else []
    return Due([one for one in past if one.ids], unseen)


def carry_out(hub: Hub, found: Due, stopped: Callable[[], bool] = lambda: False) -> None:
    """In small steps; `stopped` between two of them leaves the rest for another day."""
    for one in found.past:
        for some in batches(one.ids, AT_ONCE):
            if stopped():
                return
            with hub.store.write() as writer:
                writer.expire(one.collection, some)
            time.sleep(STEP_ASIDE_S)
    for unseen in found.unseen:
        if not unseen.holds and not stopped():
            erase_her(hub, unseen.customer_id)
    places.remove_old(hub.settings, hub.now())


def run(hub: Hub, stopped: Callable[[], bool] = lambda: False) -> Due:
    """Daily. Returns what went, and who was held."""
    with hub.store.read() as conn:
        found = due(conn, hub.settings.retention, hub.now())
    carry_out(hub, found, stopped)
    return found


def _older(
    conn: sa.Connection,
    table: sa.Table,
    at: sa.ColumnElement[int],
    which: sa.ColumnElement[bool],
    before: int,
) -> list[str]:
    return list(conn.scalars(sa.select(table.c.id).where(at < before, which).order_by(at)))


def _unseen(conn: sa.Connection, before: int) -> list[Unseen]:
    """Each person once, by the newest thing that any of her records was named in."""
    heard = dict(_last_heard(conn))
    late = standing(conn, [customer_id for customer_id, at in heard.items() if at < before])
    found = []
    for customer_id in sorted(set(late.values())):
        ids = ids_of(conn, customer_id)
        last_at = max(heard.get(each, 0) for each in ids)
        if last_at < before:
            found.append(Unseen(customer_id, last_at, holds(conn, ids)))
    return found


def _last_heard(conn: sa.Connection) -> list[tuple[str, int]]:
    """When her record was last written stands in the feed alone; here it counts as made when her id was."""
    ages = [
        sa.select(sa.func.max(at)).where(table.c.customer_id == customer.c.id).scalar_subquery()
        for table, at in _HEARD
    ]
    query = sa.select(customer.c.id, customer.c.updated_at, *ages)
    return [
        (row[0], max((at for at in row[1:] if at), default=_made_at(row[0]))) for row in conn.execute(query)
    ]


def _made_at(customer_id: str) -> int:
    """Of a UUIDv7 its own instant. Of any other id nothing is known: then she is as new as can be."""
    hexadecimal = customer_id.replace("-", "")
    if len(hexadecimal) == 32 and hexadecimal[12] == "7":  # noqa: PLR2004 - RFC 9562, section 5.7
        return int(hexadecimal[:12], 16)
    return 2**62
