"""Whether the author whom a pushed record names may say it: by her role, when the hub hears of it."""

from collections.abc import Iterable

import sqlalchemy as sa

from clienteling.attribution.sealed import names_people
from clienteling.attribution.tables import incentive_statement
from clienteling.hub.authority.rights import ANYBODY, MAY_WRITE
from clienteling.replicated import REGISTRY
from clienteling.staff.tables import associate
from clienteling.staff.values import Role
from clienteling.stores.areas import area_of, in_area
from clienteling.vocabulary import known
from sync.hub.intake.permission import Permission
from sync.wire import Fields

_AUTHOR = sa.select(associate.c.role, associate.c.store_id, associate.c.active).where(
    associate.c.id == sa.bindparam("who", type_=sa.Text)
)


def refusal(conn: sa.Connection, collection: str, before: Fields | None, after: Fields) -> str:
    """Why she may not say it, empty where she may. Correcting takes the right to what is corrected."""
    who = after.get("associate_id")
    author = conn.execute(_AUTHOR, {"who": who}).first() if isinstance(who, str) else None
    if author is None:
        return "its author is not known here"
    if not author.active:
        return "its author does not work here any more"
    role = known(Role, author.role, Role.ASSOCIATE)
    if role not in MAY_WRITE[collection]:
        return "its author's role does not allow it"
    if collection == incentive_statement.name and names_people(after.get("statement")):
        return "what it says of single people is not sealed"
    if MAY_WRITE[collection] is ANYBODY:
        return ""
    hers = _answered_for(conn, author.store_id, role)
    return _out_of_reach(conn, hers, collection, before, after) if hers is not None else ""


def _answered_for(conn: sa.Connection, store_id: str, role: Role) -> set[str] | None:
    """None: the whole chain."""
    if role is not Role.AREA_MANAGER:
        return {store_id}
    area = area_of(conn, store_id)
    return set(in_area(conn, area)) if area else None


def _out_of_reach(
    conn: sa.Connection, hers: set[str], collection: str, before: Fields | None, after: Fields
) -> str:
    if "store_id" in REGISTRY[collection].table.columns and not after.get("store_id"):
        return "what is for all shops takes who answers for all of them"
    stores = _stores(conn, collection, before, after)
    return "" if stores <= hers else "it is about a shop that is not its author's"


def _stores(conn: sa.Connection, collection: str, before: Fields | None, after: Fields) -> set[object]:
    """The shops that the write is about: where it was, where it goes, and where what it corrects stands."""
    said = {fields["store_id"] for fields in (before, after) if fields and fields.get("store_id")}
    corrected = after.get("corrects")
    return said | set(_store_of(conn, collection, corrected)) if corrected else said


def _store_of(conn: sa.Connection, collection: str, record_id: object) -> Iterable[str]:
    table = REGISTRY[collection].table
    if "store_id" not in table.columns:
        return ()
    return (s for s in conn.scalars(sa.select(table.c.store_id).where(table.c.id == record_id)) if s)


PERMISSION = Permission(frozenset(MAY_WRITE), refusal)
