"""How far a resource has been asked for, kept with what each page brought."""

import msgspec
import sqlalchemy as sa

from clienteling.hub.sources.asking import Ask
from clienteling.hub.sources.tables import source_position

LONGEST_PROBLEM = 300
UNKNOWN = -1


class Position(msgspec.Struct, frozen=True, kw_only=True):
    asks: tuple[Ask, ...] = ()
    since: int | None = None
    started_at: int | None = None
    taken: int = 0
    total: int = UNKNOWN
    last_started_at: int | None = None
    whole_at: int | None = None
    last_ok_at: int | None = None
    problem: str = ""
    next_at: int = 0
    held_by: str = ""
    held_until: int = 0

    @property
    def under_way(self) -> bool:
        return bool(self.asks)


def read(conn: sa.Connection, source: str, resource: str) -> Position:
    """Where it was left; a fresh one where it never began."""
    row = conn.execute(sa.select(source_position).where(_is(source, resource))).mappings().first()
    if row is None:
        return Position()
    said = {str(name): value for name, value in row.items() if value is not None}
    return msgspec.convert(said | {"asks": msgspec.json.decode(row["asks"])}, Position)


def write(conn: sa.Connection, source: str, resource: str, position: Position) -> None:
    values = msgspec.structs.asdict(position)
    values["asks"] = msgspec.json.encode(position.asks)
    values["problem"] = position.problem[:LONGEST_PROBLEM]
    changed = conn.execute(sa.update(source_position).where(_is(source, resource)).values(values))
    if changed.rowcount == 0:
        conn.execute(sa.insert(source_position).values(values | {"source": source, "resource": resource}))


def _is(source: str, resource: str) -> sa.ColumnElement[bool]:
    return sa.and_(source_position.c.source == source, source_position.c.resource == resource)
