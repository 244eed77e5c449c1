import sqlalchemy as sa

from clienteling.appointments.tables import appointment
from clienteling.appointments.values import AppointmentState
from clienteling.clientbook.tables import book_entry
from clienteling.handing_over.values import LeftBehind
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.tasks.tables import task
from clienteling.tasks.values import TaskState


def left_behind(conn: sa.Connection, associate_id: str, store_id: str, now: int) -> LeftBehind:
    """Of her book all that this device knows of; of what is to be done, this shop's."""
    booked = (
        appointment.c.associate_id == associate_id,
        appointment.c.store_id == store_id,
        appointment.c.state == AppointmentState.BOOKED.value,
        appointment.c.at >= now,
    )
    hers = sa.func.coalesce(promise.c.taken_by, promise.c.made_by) == associate_id
    return LeftBehind(
        customers=_all(conn, book_entry.c.customer_id, book_entry.c.associate_id == associate_id),
        promises=_all(
            conn,
            promise.c.id,
            hers,
            promise.c.store_id == store_id,
            promise.c.state == PromiseState.OPEN.value,
        ),
        tasks=_all(
            conn,
            task.c.id,
            task.c.associate_id == associate_id,
            task.c.store_id == store_id,
            task.c.state == TaskState.OPEN.value,
        ),
        appointments=_all(conn, appointment.c.id, *booked),
    )


def _all(conn: sa.Connection, column: sa.Column, *where: sa.ColumnElement[bool]) -> tuple[str, ...]:
    return tuple(conn.scalars(sa.select(column).where(*where).distinct().order_by(column)))
