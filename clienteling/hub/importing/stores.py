"""Shops from a file."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa

from clienteling.hub.importing import cells
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.taking import HOME_ZONE, Import, differing, rows_by
from clienteling.hub.importing.values import Entry, Fate, Outcome, Unfit
from clienteling.marking import msgid
from clienteling.stores.tables import store


class Stores:
    def __init__(self, work: Import) -> None:
        self._work = work

    def take(self, pen: Pen, entries: Sequence[Entry]) -> list[Outcome]:
        known = rows_by(pen.conn.execute(sa.select(store)))
        outcomes: list[Outcome] = []
        for entry in entries:
            try:
                outcomes.append(self._one(pen, entry, known))
            except Unfit as unfit:
                outcomes.append(unfit)
        return outcomes

    def _one(self, pen: Pen, entry: Entry, known: dict[str, dict[str, object]]) -> Fate:
        said = _said(entry)
        shop_id = (
            cells.code(entry.values.get("id", "")) or _by_name(known, said) or cells.slug(str(said["name"]))
        )
        if not shop_id:
            raise Unfit(msgid("This shop has neither a code nor a name."))
        if self._work.seen.before(shop_id, repr(said), entry.number):
            return Fate.SAME
        if shop_id not in known:
            known[shop_id] = {"time_zone": HOME_ZONE, **said}
            pen.add("store", {"id": shop_id, **known[shop_id]})
            return Fate.NEW
        news = differing(known[shop_id], said)
        if news:
            pen.change("store", shop_id, news)
        return Fate.CHANGED if news else Fate.SAME


def _by_name(known: dict[str, dict[str, object]], said: dict[str, str]) -> str:
    same = [i for i, row in known.items() if cells.plain(str(row["name"])) == cells.plain(said["name"])]
    return same[0] if len(same) == 1 else ""


def _said(entry: Entry) -> dict[str, str]:
    values = entry.values
    said = {
        name: cells.name(values[name]) for name in ("city", "area", "address", "time_zone") if name in values
    }
    if "phone" in values:
        said["phone"] = cells.phone(values["phone"])
    if said.get("time_zone"):
        _check_zone(said["time_zone"])
    name = cells.name(values.get("name", ""))
    if not name:
        raise Unfit(msgid("This shop has no name."))
    return {"name": name, **{field: value for field, value in said.items() if value}}


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise Unfit(msgid("“{value}” is no time zone. Write one such as Europe/Rome."), value=zone) from None
