"""One person's figures, by the rules of the shop's. Nobody reads them without an answer that allows it."""

import sqlalchemy as sa

from clienteling.appointments.hours import day_bounds, wall
from clienteling.basis.values import Days, Person, Sight
from clienteling.errors import NotToBeSeen
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, items_of
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.records import uncorrected
from clienteling.review import counting
from clienteling.review.counting import Due
from clienteling.review.values import Deed, Figures
from clienteling.vocabulary import known

_STORE = sa.bindparam("in_store", type_=sa.Text)
_WHO = sa.bindparam("who", type_=sa.Text)
_DEEDS = (
    sa.select(interaction)
    .where(
        interaction.c.store_id == _STORE,
        interaction.c.at >= sa.bindparam("since", type_=sa.BigInteger),
        interaction.c.at < sa.bindparam("before", type_=sa.BigInteger),
        interaction.c.associate_id == _WHO,
        uncorrected(interaction),
    )
    .order_by(interaction.c.at, interaction.c.id)
)
_DUE = sa.select(promise.c.state, promise.c.due_on, promise.c.closed_at).where(
    promise.c.store_id == _STORE,
    promise.c.state.in_((PromiseState.OPEN.value, PromiseState.KEPT.value)),
    promise.c.due_on.between(sa.bindparam("first", type_=sa.Text), sa.bindparam("last", type_=sa.Text)),
    promise.c.made_by == _WHO,
)


def figures_of(conn: sa.Connection, whom: Person, days: Days, time_zone: str, sight: Sight) -> Figures:
    """What she recorded in that shop, and the promises that she made for those days.

    `sight` is what `may_see` or `look` said of exactly this. Raises NotToBeSeen where that was no.
    """
    if not sight:
        raise NotToBeSeen(sight.ground)
    return counting.figures(_deeds(conn, whom, days, time_zone), _due(conn, whom, days, time_zone))


def _deeds(conn: sa.Connection, whom: Person, days: Days, time_zone: str) -> list[Deed]:
    asked = {
        "in_store": whom.store_id,
        "who": whom.associate_id,
        "since": day_bounds(days.first, time_zone)[0],
        "before": day_bounds(days.last, time_zone)[1],
    }
    return [
        Deed(
            id=row.id,
            visit_id=row.visit_id,
            customer_id=row.customer_id,
            kind=known(InteractionKind, row.kind, InteractionKind.VISIT),
            items=items_of(row.items),
            at=row.at,
        )
        for row in conn.execute(_DEEDS, asked)
    ]


def _due(conn: sa.Connection, whom: Person, days: Days, time_zone: str) -> list[Due]:
    asked = {
        "in_store": whom.store_id,
        "who": whom.associate_id,
        "first": days.first.isoformat(),
        "last": days.last.isoformat(),
    }
    return [_due_of(row, time_zone) for row in conn.execute(_DUE, asked)]


def _due_of(row: sa.Row, time_zone: str) -> Due:
    state = known(PromiseState, row.state, PromiseState.OPEN)
    closed_on = wall(row.closed_at, time_zone)[0].isoformat() if row.closed_at else row.due_on
    return Due(state, state is PromiseState.KEPT and closed_on <= row.due_on)
