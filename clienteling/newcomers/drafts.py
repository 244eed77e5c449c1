"""What was typed of somebody new, kept on this tablet until she is a customer, and no longer than the day."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from clienteling.newcomers.tables import newcomer_draft
from clienteling.newcomers.values import Draft

ONE = "newcomer"
KEPT_MS = 12 * 3_600_000
"""Nobody has agreed yet that anything is kept of her."""


def keep(conn: sa.Connection, draft: Draft, now: int) -> None:
    if draft.is_blank:
        drop(conn)
        return
    values = {"said": msgspec.to_builtins(draft), "written_at": now}
    written = insert(newcomer_draft).values(id=ONE, **values)
    conn.execute(written.on_conflict_do_update(index_elements=["id"], set_=values))


def kept(conn: sa.Connection, now: int) -> Draft | None:
    """None where nothing was left unfinished lately."""
    row = conn.execute(sa.select(newcomer_draft)).first()
    if row is None or not 0 <= now - (row.written_at or 0) <= KEPT_MS:
        return None
    try:
        draft = msgspec.convert(row.said, Draft)
    except msgspec.ValidationError:
        return None
    return msgspec.structs.replace(draft, written_at=row.written_at)


def drop(conn: sa.Connection) -> None:
    conn.execute(newcomer_draft.delete())


def drop_old(conn: sa.Connection, now: int) -> None:
    if kept(conn, now) is None:
        drop(conn)
