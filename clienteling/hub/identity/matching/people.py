"""Customers read from the database as they are compared, and how common their names are."""

from collections import Counter
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.identity.matching.likeness import Thing
from clienteling.hub.identity.matching.person import Person, person
from clienteling.hub.identity.matching.score import Shares
from sync.batches import batches

_NAMES = (IdentifierKind.EMAIL.value, IdentifierKind.PHONE.value, IdentifierKind.CARD.value)
_COUNTED = (customer.c.given_name, customer.c.family_name, customer.c.postcode, customer.c.city)


def read(conn: sa.Connection, ids: Iterable[str]) -> dict[str, Person]:
    """Those who are here, by id."""
    found: dict[str, Person] = {}
    for some in batches(sorted(set(ids))):
        named = _named(conn, some)
        for row in conn.execute(sa.select(customer).where(customer.c.id.in_(some))):
            found[row.id] = person(row._mapping, named.get(row.id, ()))  # noqa: SLF001 - its public name
    return found


def _named(conn: sa.Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    rows = conn.execute(
        sa.select(identifier.c.customer_id, identifier.c.kind, identifier.c.value).where(
            identifier.c.customer_id.in_(ids), identifier.c.kind.in_(_NAMES)
        )
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(row.customer_id, []).append((row.kind, row.value))
    return found


def shares(conn: sa.Connection) -> Shares:
    """Reads every customer's name and town: to be asked once for many comparisons."""
    counts: dict[Thing, Counter[str]] = {
        thing: Counter() for thing in (Thing.GIVEN_NAME, Thing.FAMILY_NAME, Thing.POSTCODE, Thing.CITY)
    }
    total = 0
    blank = {"email": "", "phone": "", "card_number": "", "birthday_on": "", "address": ""}
    query = sa.select(*_COUNTED, sa.func.count().label("times")).group_by(*_COUNTED)
    for row in conn.execute(query):
        one = person({"id": "", **blank, **row._mapping}, ())  # noqa: SLF001 - its public name
        total += row.times
        for thing, value in (
            (Thing.GIVEN_NAME, "".join(one.given)),
            (Thing.FAMILY_NAME, "".join(one.family)),
            (Thing.POSTCODE, one.postcode),
            (Thing.CITY, one.city),
        ):
            if value:
                counts[thing][value] += row.times
    return Shares(total, counts)
