"""The pictures that sources name: which are to be looked at, and which article they show."""

import hashlib
from collections.abc import Iterable

import sqlalchemy as sa

from clienteling.hub.goods.known import Key
from clienteling.hub.goods.tables import picture
from sync.batches import batches
from sync.hub.writer import HubWriter


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
