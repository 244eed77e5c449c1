import sqlalchemy as sa

from clienteling.staff.changes import Answer, Asked, Deed, WhyNot
from clienteling.staff.tables import associate, staff_change
from clienteling.staff.values import Associate, Role
from clienteling.stores.areas import area_at
from clienteling.vocabulary import known

_BY_NAME = associate.c.given_name, associate.c.family_name

_PEOPLE = sa.select(associate.c.id).where(
    associate.c.store_id == sa.bindparam("in_store", type_=sa.Text), associate.c.active
)


def associates(conn: sa.Connection, store_id: str) -> list[Associate]:
    """Who may sign in at this shop, by name."""
    query = sa.select(associate).where(serves(store_id), associate.c.active).order_by(*_BY_NAME)
    return [associate_from(row) for row in conn.execute(query)]


def people_of(conn: sa.Connection, store_id: str) -> list[str]:
    """The ids of who works in this shop now; whoever only looks after it as well is not among them."""
    return list(conn.scalars(_PEOPLE, {"in_store": store_id}))


def suspended(conn: sa.Connection, store_id: str) -> list[Associate]:
    """Who belongs to this shop and signs in nowhere any more, by name."""
    query = sa.select(associate).where(serves(store_id), sa.not_(associate.c.active)).order_by(*_BY_NAME)
    return [associate_from(row) for row in conn.execute(query)]


def asked_for(conn: sa.Connection, store_id: str, since: int) -> list[Asked]:
    """What was asked here and waits for the hub, or was refused since then; the oldest first."""
    query = (
        sa.select(staff_change)
        .where(
            staff_change.c.store_id == store_id,
            sa.or_(
                staff_change.c.answer == Answer.ASKED.value,
                sa.and_(staff_change.c.answer == Answer.REFUSED.value, staff_change.c.answered_at >= since),
            ),
            staff_change.c.deed.in_(list(Deed)),
        )
        .order_by(staff_change.c.at, staff_change.c.id)
    )
    return [_asked_from(row) for row in conn.execute(query)]


def serves(store_id: str) -> sa.ColumnElement[bool]:
    """Those of the shop, and who answers for its area: she is at home in each of its shops."""
    hers = area_at(associate.c.store_id)
    reaches = (hers == "") | (hers == area_at(store_id))
    return (associate.c.store_id == store_id) | ((associate.c.role == Role.AREA_MANAGER.value) & reaches)


def associate_from(row: sa.Row) -> Associate:
    return Associate(
        id=row.id,
        store_id=row.store_id,
        given_name=row.given_name,
        family_name=row.family_name,
        role=known(Role, row.role, Role.ASSOCIATE),
        language=row.language or "it",
    )


def _asked_from(row: sa.Row) -> Asked:
    return Asked(
        id=row.id,
        deed=Deed(row.deed),
        subject_id=row.subject_id or "",
        name=f"{row.given_name} {row.family_name}".strip(),
        role=known(Role, row.role, Role.ASSOCIATE),
        to_store_id=row.to_store_id or "",
        waiting=row.answer == Answer.ASKED.value,
        why=known(WhyNot, row.why, WhyNot.NO_RIGHT),
    )
