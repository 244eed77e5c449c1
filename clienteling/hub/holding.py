"""Which shops' tablets hold which customers: her home shop's, where she was lately, who has her in a book."""

from collections.abc import Collection, Mapping

import sqlalchemy as sa

from clienteling.appointments.tables import appointment
from clienteling.clientbook.tables import book_entry
from clienteling.customers.tables import customer
from clienteling.interactions.tables import interaction
from clienteling.notes.tables import note
from clienteling.promises.tables import promise
from clienteling.reservations.tables import reservation
from clienteling.tasks.tables import task
from sync.hub.scopes.holding import Holding

MONTH_MS = 2_629_746_000
"""A twelfth of the mean Gregorian year."""
_TOUCHED = (
    (interaction, interaction.c.at),
    (note, note.c.at),
    (promise, promise.c.made_at),
    (reservation, reservation.c.at),
    (task, task.c.made_at),
    (appointment, appointment.c.at),
)


def holding(months: int) -> Holding:
    """Her home shop, and each that has her in a client book, for as long; for `months` each that served her.

    To write a note about her, to promise her something, to have something to do for her or to expect her is
    to have served her.
    """

    def holders(
        connection: sa.Connection, customers: Collection[str], now: int
    ) -> Mapping[str, Mapping[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for customer_id, shop, at in _touches(connection, customers):
            until = at + months * MONTH_MS
            if until > now:
                shops = found.setdefault(customer_id, {})
                shops[shop] = max(until, shops.get(shop, 0))
        for customer_id, shop in (*_homes(connection, customers), *_booked(connection, customers)):
            found.setdefault(customer_id, {})[shop] = 0
        return found

    return Holding(f"shop and client books, {months} months", holders)


def _homes(connection: sa.Connection, customers: Collection[str]) -> list[tuple[str, str]]:
    query = sa.select(customer.c.id, customer.c.home_store_id).where(customer.c.id.in_(customers))
    return [(row[0], row[1]) for row in connection.execute(query) if row[1]]


def _booked(connection: sa.Connection, customers: Collection[str]) -> list[tuple[str, str]]:
    query = sa.select(book_entry.c.customer_id, book_entry.c.store_id).where(
        book_entry.c.customer_id.in_(customers)
    )
    return [(row[0], row[1]) for row in connection.execute(query) if row[1]]


def _touches(connection: sa.Connection, customers: Collection[str]) -> list[tuple[str, str, int]]:
    found: list[tuple[str, str, int]] = []
    for table, at in _TOUCHED:
        query = (
            sa.select(table.c.customer_id, table.c.store_id, sa.func.max(at))
            .where(table.c.customer_id.in_(customers))
            .group_by(table.c.customer_id, table.c.store_id)
        )
        found += [(row[0], row[1], row[2]) for row in connection.execute(query) if row[1] and row[2]]
    return found
