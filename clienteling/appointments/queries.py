from collections.abc import Iterable

import sqlalchemy as sa

from clienteling.appointments.tables import appointment
from clienteling.appointments.values import Appointment, AppointmentState
from clienteling.customers.aliases import Whom, ids_of, of_record
from clienteling.customers.tables import customer
from clienteling.prepared import Prepared
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.vocabulary import known

APPOINTMENT = (
    sa.select(
        appointment,
        customer.c.given_name.label("customer_given"),
        customer.c.family_name.label("customer_family"),
        customer.c.id.label("stands_id"),
        associate.c.given_name.label("associate_name"),
        store.c.name.label("store_name"),
    )
    .outerjoin_from(appointment, customer, customer.c.id == of_record(appointment.c.customer_id))
    .outerjoin(associate, associate.c.id == appointment.c.associate_id)
    .outerjoin(store, store.c.id == appointment.c.store_id)
)
_SINCE, _BEFORE = sa.bindparam("since", type_=sa.BigInteger), sa.bindparam("before", type_=sa.BigInteger)
_BETWEEN = Prepared(
    APPOINTMENT.where(
        appointment.c.store_id == sa.bindparam("in_store", type_=sa.Text),
        appointment.c.at >= _SINCE,
        appointment.c.at < _BEFORE,
        appointment.c.state != AppointmentState.CANCELLED.value,
    ).order_by(appointment.c.at, appointment.c.id)
)
_EXPECTED = Prepared(_BETWEEN.query.where(appointment.c.state == AppointmentState.BOOKED.value))
_HERS = Prepared(
    APPOINTMENT.where(
        appointment.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)),
        appointment.c.at >= _SINCE,
        appointment.c.state == AppointmentState.BOOKED.value,
    ).order_by(appointment.c.at, appointment.c.id)
)
_ONE = Prepared(APPOINTMENT.where(appointment.c.id == sa.bindparam("appointment_id", type_=sa.Text)))
_OPENING = sa.select(store.c.opening).where(store.c.id == sa.bindparam("store_id", type_=sa.Text))


def between(conn: sa.Connection, store_id: str, since: int, before: int) -> list[Appointment]:
    """Those of a shop that begin from `since` up to, not including, `before`; without the called off."""
    return _all(_BETWEEN.rows(conn, {"in_store": store_id, "since": since, "before": before}))


def expected(conn: sa.Connection, store_id: str, since: int, before: int) -> list[Appointment]:
    """Of them those that are still to come about: who is expected, in the order of the day."""
    return _all(_EXPECTED.rows(conn, {"in_store": store_id, "since": since, "before": before}))


def coming(conn: sa.Connection, whom: Whom, since: int) -> list[Appointment]:
    """Hers from then on, in any shop."""
    return _all(_HERS.rows(conn, {"ids": ids_of(conn, whom), "since": since}))


def one(conn: sa.Connection, appointment_id: str) -> Appointment | None:
    return next(iter(_all(_ONE.rows(conn, {"appointment_id": appointment_id}))), None)


def opening(conn: sa.Connection, store_id: str) -> object:
    """As the shop says it; see `hours`."""
    return conn.execute(_OPENING, {"store_id": store_id}).scalar()


def _all(rows: Iterable[sa.Row]) -> list[Appointment]:
    return [appointment_from(row) for row in rows]


def appointment_from(row: sa.Row, at: int | None = None) -> Appointment:
    """`at`: where the row has another instant under that name."""
    return Appointment(
        id=row.id,
        customer_id=row.stands_id or row.customer_id or "",
        name=f"{row.customer_given or ''} {row.customer_family or ''}".strip() or row.name,
        title=row.title,
        at=(row.at if at is None else at) or 0,
        minutes=row.minutes,
        store_id=row.store_id or "",
        store_name=row.store_name or "",
        associate_id=row.associate_id or "",
        associate_name=row.associate_name or "",
        note=row.note,
        state=known(AppointmentState, row.state, AppointmentState.BOOKED),
        made_at=row.made_at or 0,
    )
