"""What every kind of file shares while its rows are taken."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

import sqlalchemy as sa

from clienteling.hub.importing.cells import plain
from clienteling.hub.importing.mapping import Reading
from clienteling.hub.importing.memory import Keyed
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.seen import Seen
from clienteling.hub.importing.values import Entry, Figures, Outcome, Unfit
from clienteling.marking import msgid
from clienteling.stores.tables import store

HOME_ZONE = "Europe/Rome"


@dataclass(frozen=True, slots=True)
class Import:
    """One file being taken."""

    reading: Reading
    file: str
    """Its name: the proof of what is taken from it."""
    written_at: int
    """When it was last changed; what it says without a date was true then."""
    source: str
    """The system that it comes from: its customer and order numbers mean something there only."""
    shop: str
    """The shop of rows that name none; empty where nobody said."""
    language: str
    seen: Seen
    figures: Figures
    keyed: Keyed

    @property
    def written_on(self) -> date:
        return datetime.fromtimestamp(self.written_at / 1000, UTC).date()


class Taker(Protocol):
    def take(self, pen: Pen, entries: Sequence[Entry]) -> list[Outcome]:
        """What becomes of each. Either all of an entry is taken or, where it is unfit, nothing."""
        ...


class Shops:
    """The shops, as files name them: by id, name or city."""

    def __init__(self, conn: sa.Connection) -> None:
        self._named: dict[str, set[str]] = {}
        self.zones: dict[str, str] = {}
        for row in conn.execute(sa.select(store)):
            self.zones[row.id] = row.time_zone or HOME_ZONE
            for name in {plain(row.id), plain(row.name), plain(row.city)} - {""}:
                self._named.setdefault(name, set()).add(row.id)

    def get(self, written: str, otherwise: str = "") -> str | None:
        """Raises Unfit for a name that no shop has, or several."""
        wanted = plain(written or otherwise)
        if not wanted:
            return None
        found = self._named.get(wanted, set())
        if len(found) > 1:
            raise Unfit(msgid("Several shops go by “{name}”. Write the shop's id."), name=written)
        if not found:
            raise Unfit(
                msgid("No shop here is called “{name}”. Import the shops first."), name=written or otherwise
            )
        return next(iter(found))

    def zone(self, shop_id: str | None) -> str:
        return self.zones.get(shop_id or "", next(iter(self.zones.values()), HOME_ZONE))


def differing(now: Mapping[str, object], said: Mapping[str, object]) -> dict[str, object]:
    """Of what is said, what is not so yet."""
    return {field: value for field, value in said.items() if now.get(field) != value}


def rows_by(rows: Iterable[sa.Row], column: str = "id") -> dict[str, dict[str, object]]:
    return {getattr(row, column): dict(row._mapping) for row in rows}  # noqa: SLF001 - its public name
