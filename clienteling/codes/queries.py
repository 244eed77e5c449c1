import sqlalchemy as sa

from clienteling.codes.signed import CodeKey, read
from clienteling.codes.tables import code_key, code_revocation
from clienteling.codes.values import Outcome
from clienteling.customers.tables import customer

_RECORD = sa.bindparam("record_id", type_=sa.Text)
_KEYS = sa.select(code_key)
_REVOCATION = sa.select(code_revocation.c.id).where(code_revocation.c.id == _RECORD)
_CUSTOMER = sa.select(customer.c.id).where(customer.c.id == _RECORD)


def judge(conn: sa.Connection, text: str, now: int) -> Outcome:
    """What this replica says of a scanned text."""
    return read(
        text,
        believed_keys(conn),
        lambda customer_id, serial: _finds(conn, _REVOCATION, f"{customer_id}/{serial}"),
        now,
        lambda customer_id: _finds(conn, _CUSTOMER, customer_id),
    )


def believed_keys(conn: sa.Connection) -> dict[int, CodeKey]:
    """Key number → key."""
    rows = conn.execute(_KEYS)
    return {int(row.id): CodeKey(row.retailer, bytes.fromhex(row.public_key), row.retired_at) for row in rows}


def next_serial(conn: sa.Connection, customer_id: str) -> int:
    """The serial of a code made for her now: a new one only after the last was revoked."""
    revoked = sa.select(sa.func.max(code_revocation.c.serial)).where(
        code_revocation.c.customer_id == customer_id
    )
    return (conn.execute(revoked).scalar() or 0) + 1


def _finds(conn: sa.Connection, query: sa.Select, record_id: str) -> bool:
    return conn.execute(query, {"record_id": record_id}).first() is not None
