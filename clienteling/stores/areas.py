"""Which area a shop belongs to, and which shops belong to an area."""

import sqlalchemy as sa

from clienteling.stores.tables import store


def area_of(conn: sa.Connection, store_id: str | None) -> str:
    return conn.scalar(sa.select(store.c.area).where(store.c.id == store_id)) or ""


def in_area(conn: sa.Connection, area: str) -> tuple[str, ...]:
    """The shops of an area, in a fixed order."""
    return tuple(conn.scalars(sa.select(store.c.id).where(store.c.area == area).order_by(store.c.id)))


def area_at(store_id: sa.ColumnElement[str] | str) -> sa.ColumnElement[str]:
    """In a query, the area of the shop that this names."""
    shop = store.alias()
    area = sa.select(shop.c.area).where(shop.c.id == store_id).scalar_subquery()
    return sa.func.coalesce(area, "")
