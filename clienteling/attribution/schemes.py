"""What contacts are worth: schemes, and their months as they are closed. Plain functions on values.

A month that was closed stays as it is. What changes later (a record that came late, a correction, a purchase
that was parted otherwise) stands in the next one as an adjustment, sale by sale; a loss is carried on. Of a
sale that this replica has no more, since she was forgotten, nothing is taken back.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from clienteling.attribution.values import Influenced

PER_MILLE = 1000
MONTHS_BACK = 6
"""How many closed months are looked at again for what has changed."""


class Whose(StrEnum):
    """Who gets it."""

    SHOP = "shop"
    TEAM = "team"
    """All of the shop's people the same."""
    PERSON = "person"
    """Each by what her own contacts led to: only under a legal basis for the whole month."""


class Scheme(msgspec.Struct, frozen=True, kw_only=True):
    id: str = ""
    first_id: str = ""
    """Its first version: by it its months are found, however often its terms were changed."""
    store_id: str = ""
    name: str = ""
    whose: Whose = Whose.TEAM
    per_mille: int = 10
    over_cents: int = 0
    from_on: str = ""
    """First day of its first month. ISO 8601."""


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One sale or return, as it was counted for one party."""

    sale_id: str
    back_id: str
    on: str
    channel: str
    party: str
    """Associate, or empty for the shop and its team."""
    cents: int


class Changed(msgspec.Struct, frozen=True, array_like=True):
    """What an earlier month would say otherwise today."""

    sale_id: str
    back_id: str
    month: str
    party: str
    cents: int
    """More or less than was counted so far."""
    gone: bool = False
    """The sale counts no more at all."""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """What a party gets."""

    party: str = ""
    sold_cents: int = 0
    back_cents: int = 0
    changed_cents: int = 0
    carried_cents: int = 0
    """A loss of the month before."""
    amount_cents: int = 0

    @property
    def base_cents(self) -> int:
        return self.sold_cents + self.back_cents + self.changed_cents + self.carried_cents

    @property
    def carries_cents(self) -> int:
        """Into the next month: nothing, or a loss."""
        return min(0, self.base_cents)


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    scheme: Scheme = Scheme()
    month: str = ""
    """First day of it. ISO 8601."""
    people: int = 0
    """Among whom a team's amount is parted."""
    due: tuple[Due, ...] = ()
    lines: tuple[Line, ...] = ()
    changed: tuple[Changed, ...] = ()

    @property
    def amount_cents(self) -> int:
        return sum(one.amount_cents for one in self.due)

    @property
    def each_cents(self) -> int:
        """Of a team, rounded down."""
        return self.amount_cents // self.people if self.people else 0


Key = tuple[str, str, str]
"""Sale, return, party."""


def begins(month: date) -> date:
    return month.replace(day=1)


def next_month(month: date) -> date:
    return (begins(month) + timedelta(days=31)).replace(day=1)


def last_day(month: date) -> date:
    return next_month(month) - timedelta(days=1)


def month_before(month: date) -> date:
    return (begins(month) - timedelta(days=1)).replace(day=1)


def stated(
    scheme: Scheme,
    month: date,
    found: Iterable[Influenced],
    earlier: Sequence[Statement],
    *,
    here: Collection[str],
    people: int,
) -> Statement:
    """The month of a scheme from what is known now.

    `found` reaches back to the first of the closed months `earlier` (oldest first, at most MONTHS_BACK);
    `here` are those of the sales closed in them that this replica still has.
    """
    said = month.isoformat()
    lines = [line for one in found for line in _lines(scheme, one)]
    mine = tuple(line for line in lines if line.on[:7] == said[:7])
    changed = tuple(_changed(lines, earlier, here)) if earlier else ()
    return Statement(
        scheme=scheme,
        month=said,
        people=people,
        due=tuple(_due(scheme, mine, changed, _carried(earlier, month))),
        lines=mine,
        changed=changed,
    )


def amount(scheme: Scheme, base_cents: int) -> int:
    """Of what is above the threshold; a cent that is not whole is not paid."""
    return max(0, base_cents - scheme.over_cents) * scheme.per_mille // PER_MILLE


def _lines(scheme: Scheme, one: Influenced) -> Iterable[Line]:
    parts = [part for part in one.parts if part.store_id == scheme.store_id]
    if scheme.whose is Whose.PERSON:
        parties = {part.associate_id: part.cents for part in parts}
    else:
        parties = {"": sum(part.cents for part in parts)} if parts else {}
    for party, cents in parties.items():
        yield Line(one.sale_id, one.back_id, one.on, one.channel.value, party, cents)


def _changed(lines: Iterable[Line], earlier: Sequence[Statement], here: Collection[str]) -> Iterable[Changed]:
    """For each sale of a closed month what it counts now, less what was counted in all of them."""
    closed = {statement.month[:7] for statement in earlier}
    then = _counted(earlier, closed)
    now = {_key(line): line for line in lines if line.on[:7] in closed}
    for key in sorted({*then, *now}):
        if key not in now and key[0] not in here:
            continue
        cents = now[key].cents if key in now else 0
        before, month = then.get(key, (0, ""))
        if cents != before:
            on = now[key].on[:7] + "-01" if key in now else month
            sale_id, back_id, party = key
            yield Changed(sale_id, back_id, on, party, cents - before, key not in now)


def _counted(earlier: Iterable[Statement], closed: Collection[str]) -> Mapping[Key, tuple[int, str]]:
    """Sale of one of those months → what all of them together say of it, and the month of which it is."""
    found: dict[Key, tuple[int, str]] = {}
    for statement in earlier:
        for line in statement.lines:
            found[_key(line)] = found.get(_key(line), (0, ""))[0] + line.cents, statement.month
        for one in (one for one in statement.changed if one.month[:7] in closed):
            key = one.sale_id, one.back_id, one.party
            found[key] = found.get(key, (0, ""))[0] + one.cents, one.month
    return found


def _key(line: Line) -> Key:
    return line.sale_id, line.back_id, line.party


def _carried(earlier: Sequence[Statement], month: date) -> Mapping[str, int]:
    """Party → loss of the month before, where that was closed."""
    before = month_before(month).isoformat()
    last = next((statement for statement in earlier if statement.month == before), None)
    return {one.party: one.carries_cents for one in last.due if one.carries_cents} if last else {}


def _due(
    scheme: Scheme, lines: Sequence[Line], changed: Sequence[Changed], carried: Mapping[str, int]
) -> Iterable[Due]:
    parties = {line.party for line in lines} | {one.party for one in changed} | {*carried}
    if scheme.whose is not Whose.PERSON:
        parties = {""}
    for party in sorted(parties):
        due = Due(
            party=party,
            sold_cents=sum(one.cents for one in lines if one.party == party and not one.back_id),
            back_cents=sum(one.cents for one in lines if one.party == party and one.back_id),
            changed_cents=sum(one.cents for one in changed if one.party == party),
            carried_cents=carried.get(party, 0),
        )
        yield msgspec.structs.replace(due, amount_cents=amount(scheme, due.base_cents))
