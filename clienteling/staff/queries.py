import sqlalchemy as sa

from clienteling.staff.tables import associate
from clienteling.staff.values import Associate, Role
from clienteling.vocabulary import known


def associates(conn: sa.Connection, store_id: str) -> list[Associate]:
    """Who may sign in at this shop, by name."""
    query = (
        sa.select(associate)
        .where(serves(store_id), associate.c.active)
        .order_by(associate.c.given_name, associate.c.family_name)
    )
    return [associate_from(row) for row in conn.execute(query)]


def serves(store_id: str) -> sa.ColumnElement[bool]:
    """Those of the shop, and who answers for several: she is at home in each of them."""
    return (associate.c.store_id == store_id) | (associate.c.role == Role.AREA_MANAGER.value)


def associate_from(row: sa.Row) -> Associate:
    return Associate(
        id=row.id,
        store_id=row.store_id,
        given_name=row.given_name,
        family_name=row.family_name,
        role=known(Role, row.role, Role.ASSOCIATE),
        language=row.language or "it",
    )
