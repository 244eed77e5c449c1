"""May what the people of a shop did together be shown? Every page of one shop's sums asks here."""

from datetime import date

import sqlalchemy as sa

from clienteling.basis.queries import least_people
from clienteling.basis.rules import may_see
from clienteling.basis.values import Asker, Days, Person, Sight, Team
from clienteling.staff.tables import associate

_PEOPLE = sa.select(associate.c.id).where(
    associate.c.store_id == sa.bindparam("in_store", type_=sa.Text), associate.c.active
)


def sight_of(conn: sa.Connection, asker: Asker, store_id: str, days: Days, today: date) -> Sight:
    """Who alone works there reads her own."""
    people = conn.execute(_PEOPLE, {"in_store": store_id}).scalars().all()
    alone = list(people) == [asker.associate_id]
    whom = Person(asker.associate_id, store_id) if alone else Team(store_id, len(people))
    return may_see(asker, whom, days, today, (), least=least_people(conn))
