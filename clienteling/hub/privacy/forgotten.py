"""The names of erased customers: keyed hashes, each with the moment from which on it is nobody's.

What a source tells of her from before that moment is dropped, whenever and however it comes: sent again,
polled, replayed, in a file. What she does afterwards makes her known anew. The hashes stand in a file beside
the database too, so that a backup from before an erasure is put right with the moments as they were.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.hub.identity.hints import spelled
from clienteling.hub.privacy.tables import erased_name
from sync.batches import batches
from sync.hub.databases.said import said
from sync.hub.databases.upsert import put
from sync.hub.gone.remembered import GROUP, Remembered

NAMES_FILE = "erased-names.txt"
_EVERYWHERE = frozenset({IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.CARD})
"""The same person's whichever source says them; other names mean something in their own account only."""
_FIELDS = 3


class Forgotten:
    def __init__(self, directory: Path, remembered: Remembered) -> None:
        self._file = directory / NAMES_FILE
        self._remembered = remembered

    def forget(self, conn: sa.Connection, customer_id: str, names: Iterable[Hint], now: int) -> None:
        """Within the transaction that erases her. Done once more from a backup, the first moment stays."""
        group = self._remembered.hash_of(GROUP, customer_id)
        known = [(name, at) for of, name, at in self._lines() if of == group]
        if known:
            _keep(conn, known)
            return
        hashes = sorted({_hash(self._remembered, name) for name in names})
        self._append(f"{group} {value} {now}\n" for value in hashes)
        _keep(conn, ((value, now) for value in hashes))

    def put_back(self, conn: sa.Connection) -> None:
        """Into a database that was put back from a backup."""
        _keep(conn, ((name, at) for _, name, at in self._lines()))

    def _lines(self) -> list[tuple[str, str, int]]:
        """A line that a crash cut short says nothing."""
        try:
            lines = self._file.read_text("ascii").splitlines()
        except FileNotFoundError:
            return []
        parts = [line.split() for line in lines]
        return [(p[0], p[1], int(p[2])) for p in parts if len(p) == _FIELDS and p[2].isdigit()]

    def _append(self, lines: Iterable[str]) -> None:
        """On disk when this returns, before the erasure is."""
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            file.write("".join(lines).encode())
            file.flush()
            os.fsync(file.fileno())


_ANYBODY = said(sa.select(erased_name.c.hash).limit(sa.bindparam("most")))


def erased_at(conn: sa.Connection, remembered: Remembered, names: Iterable[Hint]) -> int | None:
    """The newest moment at which somebody of one of these names was erased."""
    hashes = {_hash(remembered, name) for name in names}
    query = sa.select(sa.func.max(erased_name.c.erased_at)).where(erased_name.c.hash.in_(hashes))
    return conn.scalar(query) if hashes else None


def erased_among(
    conn: sa.Connection, remembered: Remembered | None, names: Iterable[Hint]
) -> dict[Hint, int]:
    """Of many names those of somebody erased, with the moment; one question where nobody ever was."""
    if remembered is None or _ANYBODY.value(conn, most=1) is None:
        return {}
    hashes = {name: _hash(remembered, name) for name in set(names)}
    at: dict[str, int] = {}
    for some in batches(sorted(set(hashes.values()))):
        rows = conn.execute(sa.select(erased_name).where(erased_name.c.hash.in_(some)))
        at |= {row.hash: row.erased_at for row in rows}
    return {name: at[value] for name, value in hashes.items() if value in at}


def moment(heard: Heard, received_at: int) -> int:
    """When what is told was so, as far as its source says."""
    said = [heard.event.at if heard.event else 0, heard.modified_at, *(c.at for c in heard.consents)]
    return max(said) or received_at


def _keep(conn: sa.Connection, names: Iterable[tuple[str, int]]) -> None:
    newest: dict[str, int] = {}
    for value, at in names:
        newest[value] = max(at, newest.get(value, 0))
    known = conn.execute(sa.select(erased_name).where(erased_name.c.hash.in_(newest)))
    newest |= {row.hash: max(row.erased_at, newest[row.hash]) for row in known}
    put(conn, erased_name, [{"hash": value, "erased_at": at} for value, at in newest.items()])


def _hash(remembered: Remembered, name: Hint) -> str:
    source = "" if name.kind in _EVERYWHERE else name.source
    value = spelled(name).value or name.value
    return remembered.hash_of(f"name {name.kind}", f"{source}\0{value}")
