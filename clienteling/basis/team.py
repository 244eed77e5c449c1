"""May what the people of a shop did together be shown? Every page of one shop's sums asks here."""

from datetime import date

import sqlalchemy as sa

from clienteling.basis.queries import least_people
from clienteling.basis.rules import may_see
from clienteling.basis.values import Asker, Days, Person, Sight, Team
from clienteling.staff.queries import people_of


def sight_of(conn: sa.Connection, asker: Asker, store_id: str, days: Days, today: date) -> Sight:
    """Who alone works there reads her own."""
    people = people_of(conn, store_id)
    alone = people == [asker.associate_id]
    whom = Person(asker.associate_id, store_id) if alone else Team(store_id, len(people))
    return may_see(asker, whom, days, today, (), least=least_people(conn))


def is_team(conn: sa.Connection, store_id: str) -> bool:
    """What its people did together says nothing of one of them."""
    return len(people_of(conn, store_id)) >= least_people(conn)
