"""The people who work in the shops, from a file. Who is new gets a first PIN, told once."""

from collections.abc import Callable, Sequence

import msgspec
import sqlalchemy as sa

from clienteling.hub.importing import cells, names
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.taking import Import, Shops, differing, rows_by
from clienteling.hub.importing.values import Entry, Fate, Outcome, Unfit
from clienteling.marking import msgid
from clienteling.staff.first_pin import new_pin
from clienteling.staff.pin import hash_pin
from clienteling.staff.tables import associate
from clienteling.staff.values import Role

_ROLES = {
    Role.AREA_MANAGER: "area",
    Role.MANAGER: "responsabile manager direttore direttrice capo titolare gerente",
    Role.CARE_DESK: "assistenza customer care call",
    Role.MARKETING: "marketing comunicazione",
    Role.IT: "it informatica sistemi tecnico",
    Role.ASSOCIATE: "addetta addetto commessa commesso venditrice venditore vendite sales associate",
}
"""Words by which a role is known; the first that has one of them."""


class FirstPin(msgspec.Struct, frozen=True):
    name: str
    shop: str
    pin: str


class Staff:
    """`told` is called for each new person with her first PIN, once her batch is on disk."""

    def __init__(self, work: Import, told: Callable[[FirstPin], None]) -> None:
        self._work = work
        self._told = told

    def take(self, pen: Pen, entries: Sequence[Entry]) -> list[Outcome]:
        known, shops = rows_by(pen.conn.execute(sa.select(associate))), Shops(pen.conn)
        outcomes: list[Outcome] = []
        for entry in entries:
            try:
                outcomes.append(self._one(pen, entry, known, shops))
            except Unfit as unfit:
                outcomes.append(unfit)
        return outcomes

    def _one(self, pen: Pen, entry: Entry, known: dict[str, dict[str, object]], shops: Shops) -> Fate:
        said = self._said(entry, shops)
        code = cells.code(entry.values.get("id", ""))
        her_id = (
            code
            or _by_name(known, said)
            or cells.slug(*(str(said.get(n, "")) for n in ("given_name", "family_name")))
        )
        if self._work.seen.before(her_id, repr(said), entry.number):
            return Fate.SAME
        if her_id not in known:
            known[her_id] = {**said, "id": her_id}
            self._add(pen, her_id, said)
            return Fate.NEW
        news = differing(known[her_id], said)
        if news:
            pen.change("associate", her_id, news)
        return Fate.CHANGED if news else Fate.SAME

    def _add(self, pen: Pen, her_id: str, said: dict[str, object]) -> None:
        digits = new_pin()
        pen.add(
            "associate",
            {
                "role": Role.ASSOCIATE.value,
                **said,
                "id": her_id,
                "pin_hash": hash_pin(digits),
            },
        )
        self._told(
            FirstPin(
                f"{said.get('given_name', '')} {said.get('family_name', '')}".strip(),
                str(said["store_id"]),
                digits,
            )
        )

    def _said(self, entry: Entry, shops: Shops) -> dict[str, object]:
        values = entry.values
        said: dict[str, object] = dict(names.of(values))
        if not said:
            raise Unfit(msgid("This row names nobody."))
        said["store_id"] = shops.get(cells.name(values.get("shop", "")), self._work.shop)
        if said["store_id"] is None:
            raise Unfit(msgid("This row names no shop."))
        if role := cells.plain(values.get("role", "")):
            said["role"] = _role(role, values["role"]).value
        if language := cells.language(values.get("language", "")):
            said["language"] = language
        active = cells.yes_or_no(values.get("active", ""))
        return said if active is None else {**said, "active": active}


def _role(words: str, written: str) -> Role:
    for role, known in _ROLES.items():
        if words == cells.plain(role) or set(words.split()) & set(known.split()):
            return role
    raise Unfit(msgid("“{value}” is no role. Write one of: {names}."), value=written, names=", ".join(Role))


def _by_name(known: dict[str, dict[str, object]], said: dict[str, object]) -> str:
    same = [
        i
        for i, row in known.items()
        if all(
            cells.plain(str(row.get(n, ""))) == cells.plain(str(said.get(n, "")))
            for n in ("given_name", "family_name")
        )
    ]
    return same[0] if len(same) == 1 else ""
