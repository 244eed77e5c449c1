"""The pictures that sources name: which are due, what came of looking, and the articles that show them."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from clienteling.catalog.tables import product, variant
from clienteling.hub.goods.fetching import Mark
from clienteling.hub.goods.known import Key
from clienteling.hub.goods.tables import foreign_product, foreign_variant, picture
from sync.batches import batches
from sync.hub.schema import blob
from sync.hub.writer import HubWriter

MINUTE_MS: Final = 60_000
HELD_MS: Final = 10 * MINUTE_MS
"""As long as nobody else looks at what is being fetched."""
AGAIN_MS: Final = 7 * 24 * 60 * MINUTE_MS
"""Shops give a new picture a new address; this finds those that do not."""
FIRST_REST_MS: Final = 10 * MINUTE_MS
LONGEST_REST_MS: Final = 24 * 60 * MINUTE_MS


class Due(msgspec.Struct, frozen=True):
    id: str
    source: str
    url: str
    mark: Mark
    digest: str
    failures: int


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it: a picture, nothing new, or a problem."""

    due: Due
    content: bytes | None = None
    mark: Mark = Mark()
    problem: str = ""


def picture_id(source: str, url: str) -> str:
    return hashlib.sha256(f"{source}\0{url}".encode()).hexdigest()


def wish(writer: HubWriter, named: Iterable[Key]) -> None:
    """These are to be fetched, where they were not yet; `Key.key` is the address."""
    wanted = {picture_id(*one): one for one in named}
    conn = writer.connection
    for some in batches(sorted(wanted)):
        known = set(conn.scalars(sa.select(picture.c.id).where(picture.c.id.in_(some))))
        rows = [
            {"id": one, "source": wanted[one].source, "url": wanted[one].key, "next_at": writer.now}
            for one in some
            if one not in known
        ]
        if rows:
            conn.execute(sa.insert(picture), rows)


def is_any(conn: sa.Connection, now: int, sources: Sequence[str]) -> bool:
    """Whether one is due."""
    waiting = sa.select(sa.literal(1)).where(picture.c.next_at <= now, picture.c.source.in_(sources))
    return conn.execute(waiting.limit(1)).first() is not None


def take_due(writer: HubWriter, now: int, sources: Sequence[str], most: int) -> list[Due]:
    """Those that waited longest, held for whoever asks. What no article shows any more is forgotten."""
    of, conn = picture.c, writer.connection
    waiting = sa.select(picture).where(of.next_at <= now, of.source.in_(sources))
    found: list[Due] = []
    for row in conn.execute(waiting.order_by(of.next_at, of.id).limit(most)).all():
        if _is_shown(conn, row.source, row.url):
            found.append(
                Due(row.id, row.source, row.url, Mark(row.etag, row.changed), row.digest, row.failures)
            )
            _set(conn, row.id, next_at=now + HELD_MS)
        else:
            conn.execute(sa.delete(picture).where(of.id == row.id))
    return found


def put(writer: HubWriter, now: int, looked: Looked) -> None:
    """Keep what came; a picture that is there already stays where looking failed."""
    due = looked.due
    if looked.problem:
        rest = min(FIRST_REST_MS << min(due.failures, 20), LONGEST_REST_MS)
        failed = {"problem": looked.problem, "failures": due.failures + 1, "next_at": now + rest}
        _set(writer.connection, due.id, **failed)
        return
    news: dict[str, Any] = {"problem": "", "failures": 0, "next_at": now + AGAIN_MS}
    if looked.content is not None:
        digest = writer.add_blob(looked.content)
        news |= {"digest": digest, "size": len(looked.content)}
        news |= {"etag": looked.mark.etag, "changed": looked.mark.changed}
    _set(writer.connection, due.id, **news)
    forget(writer.connection, {due.digest} - {""})


def forget(conn: sa.Connection, digests: Iterable[str]) -> None:
    """Those of these files that nothing names any more."""
    for digest in sorted(digests):
        named = [column == digest for column in (product.c.picture, variant.c.picture, picture.c.digest)]
        if not any(conn.scalar(sa.select(sa.exists().where(one))) for one in named):
            conn.execute(sa.delete(blob).where(blob.c.digest == digest))


def _is_shown(conn: sa.Connection, source: str, url: str) -> bool:
    return any(
        conn.execute(
            sa.select(sa.literal(1)).where(of.c.source == source, of.c.picture_url == url).limit(1)
        ).first()
        for of in (foreign_product, foreign_variant)
    )


def _set(conn: sa.Connection, picture_id: str, **values: object) -> None:
    conn.execute(sa.update(picture).where(picture.c.id == picture_id).values(**values))
