"""The shops that somebody answers for."""

import sqlalchemy as sa

from clienteling.staff.values import Associate, Role
from clienteling.stores.areas import area_of
from clienteling.stores.queries import Store, stores
from clienteling.stores.rules import covers


def answers_for(conn: sa.Connection, who: Associate) -> tuple[Store, ...]:
    """By name; a manager's own shop, an area manager's area, nobody else's."""
    match who.role:
        case Role.AREA_MANAGER:
            hers = area_of(conn, who.store_id)
            return tuple(shop for shop in stores(conn) if covers(hers, shop.area))
        case Role.MANAGER:
            return tuple(shop for shop in stores(conn) if shop.id == who.store_id)
        case _:
            return ()


def everywhere(conn: sa.Connection, who: Associate) -> bool:
    """Whether she may say what is for all shops."""
    return who.role is Role.AREA_MANAGER and not area_of(conn, who.store_id)
