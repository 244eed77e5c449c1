"""Files that records name by their SHA-256: which are wanted follows from the records themselves."""

import hashlib

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sync.collection import Registry
from sync.device import schema


def missing(connection: sa.Connection, registry: Registry) -> list[str]:
    """The digests that records name and that are not here yet."""
    wanted: set[str] = set()
    for collection in registry:
        if collection.blob is not None:
            column = collection.table.c[collection.blob]
            here = sa.select(schema.blob.c.digest)
            query = sa.select(column).distinct().where(column.is_not(None), column != "", column.not_in(here))
            wanted.update(connection.execute(query).scalars())
    return sorted(wanted)


def drop_unnamed(connection: sa.Connection, registry: Registry) -> None:
    """A file that no record names any more takes room for nothing."""
    columns = [one.table.c[one.blob] for one in registry if one.blob is not None]
    if columns:
        named = sa.union_all(*(sa.select(column).where(column.is_not(None)) for column in columns))
        connection.execute(schema.blob.delete().where(schema.blob.c.digest.not_in(named)))


def store(connection: sa.Connection, digest: str, body: bytes) -> bool:
    """Keep a file; False, and nothing kept, when it is not the one that its digest names."""
    if hashlib.sha256(body).hexdigest() != digest:
        return False
    connection.execute(insert(schema.blob).values(digest=digest, body=body).on_conflict_do_nothing())
    return True


def get(connection: sa.Connection, digest: str) -> bytes | None:
    return connection.execute(sa.select(schema.blob.c.body).where(schema.blob.c.digest == digest)).scalar()
