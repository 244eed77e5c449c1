import msgspec
import sqlalchemy as sa

from clienteling.prepared import Prepared
from clienteling.stores.tables import store

_ALL = Prepared(sa.select(store).order_by(store.c.name))
_BY_ID = Prepared(sa.select(store).where(store.c.id == sa.bindparam("store_id", type_=sa.Text)))


class Store(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    name: str
    city: str = ""
    area: str = ""
    address: str = ""
    phone: str = ""
    time_zone: str = "Europe/Rome"


def stores(conn: sa.Connection) -> list[Store]:
    return [_from(row) for row in _ALL.rows(conn)]


def store_by_id(conn: sa.Connection, store_id: str) -> Store | None:
    row = _BY_ID.first(conn, {"store_id": store_id})
    return _from(row) if row else None


def _from(row: sa.Row) -> Store:
    return Store(
        id=row.id,
        name=row.name,
        city=row.city,
        area=row.area,
        address=row.address,
        phone=row.phone,
        time_zone=row.time_zone or "Europe/Rome",
    )
