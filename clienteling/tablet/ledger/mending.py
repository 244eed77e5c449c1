"""What somebody wrote and the hub refused: her words, to be put right where they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa

Key = tuple[str, str]


@dataclass(frozen=True)
class Written:
    """Where a collection keeps what was typed, who typed it, and how much of it there may be."""

    column: str
    author: str
    longest: int


WRITTEN = {
    "appointment": Written("note", "made_by", 2_000),
    "interaction": Written("summary", "associate_id", 500),
    "note": Written("body", "associate_id", 2_000),
    "promise": Written("what", "made_by", 2_000),
    "task": Written("what", "made_by", 2_000),
}


def words_of(conn: "sa.Connection", keys: Iterable[Key], associate_id: str) -> Mapping[Key, str]:
    """Of the refused records that nobody else has, those that she wrote: what may be private is hers."""
    from sync.device.repair import rewritable

    wanted = rewritable(conn) & {key for key in keys if key[0] in WRITTEN}
    return {key: words for key in wanted if (words := _words(conn, *key, associate_id))}


def _words(conn: "sa.Connection", collection: str, record_id: str, associate_id: str) -> str:
    import sqlalchemy as sa

    from clienteling.replicated import REGISTRY

    table, written = REGISTRY[collection].table, WRITTEN[collection]
    query = sa.select(table.c[written.column]).where(
        table.c.id == record_id, table.c[written.author] == associate_id
    )
    return conn.scalar(query) or ""
