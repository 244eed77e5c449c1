import sqlalchemy as sa

from clienteling.codes.signed import CodeKey, read
from clienteling.codes.tables import code_key, code_revocation
from clienteling.codes.values import Outcome
from clienteling.customers.tables import customer


def judge(conn: sa.Connection, text: str, now: int) -> Outcome:
    """What this replica says of a scanned text."""
    return read(
        text,
        believed_keys(conn),
        lambda customer_id, serial: _exists(conn, code_revocation.c.id, f"{customer_id}/{serial}"),
        now,
        lambda customer_id: _exists(conn, customer.c.id, customer_id),
    )


def believed_keys(conn: sa.Connection) -> dict[int, CodeKey]:
    """Key number → key."""
    rows = conn.execute(sa.select(code_key))
    return {int(row.id): CodeKey(row.retailer, bytes.fromhex(row.public_key), row.retired_at) for row in rows}


def next_serial(conn: sa.Connection, customer_id: str) -> int:
    """The serial of a code made for her now: a new one only after the last was revoked."""
    revoked = sa.select(sa.func.max(code_revocation.c.serial)).where(
        code_revocation.c.customer_id == customer_id
    )
    return (conn.execute(revoked).scalar() or 0) + 1


def _exists(conn: sa.Connection, column: sa.Column[str], value: str) -> bool:
    return conn.execute(sa.select(column).where(column == value)).first() is not None
