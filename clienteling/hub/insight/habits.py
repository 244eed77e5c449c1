"""Deduced sizes and colours among what is known of her: never beside what she told herself."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from clienteling.customers.aliases import Her
from clienteling.customers.tables import preference
from clienteling.customers.values import PreferenceKind, Provenance
from clienteling.insight.habits import KINDS, Habit
from sync.batches import batches
from sync.hub.writer import HubWriter

_DEDUCED = Provenance.DEDUCED.value
_WANTED = (
    preference.c.kind.in_([kind.value for kind in KINDS]),
    sa.or_(preference.c.removed_at.is_(None), preference.c.source == _DEDUCED),
)


def write(writer: HubWriter, people: Sequence[Her], found: Mapping[str, Sequence[Habit]]) -> None:
    """Of each person, by the id that stands for her, what is deduced now; of who is not in it nothing is."""
    ids = [i for she in people for i in she.ids]
    rows: dict[str, list[sa.Row]] = {}
    for some in batches(ids):
        hers = sa.select(preference).where(preference.c.customer_id.in_(some), *_WANTED)
        for row in writer.connection.execute(hers):
            rows.setdefault(row.customer_id, []).append(row)
    gone: list[str] = []
    for she in people:
        known = [row for i in she.ids for row in rows.get(i, ())]
        gone += _write_hers(writer, she.id, known, found.get(she.id, ()))
    writer.expire(preference.name, gone)


def _write_hers(
    writer: HubWriter, customer_id: str, known: Sequence[sa.Row], found: Sequence[Habit]
) -> list[str]:
    """Returns the ids of what does not hold any more."""
    told = {row.kind for row in known if row.source != _DEDUCED}
    before = {row.id: row for row in known if row.source == _DEDUCED}
    wanted = {_id(customer_id, h.kind): _row(customer_id, h) for h in found if h.kind.value not in told}
    for record_id, row in wanted.items():
        there = before.get(record_id)
        if there is None:
            writer.insert(preference.name, {"id": record_id, **row})
        elif there.removed_at is not None and there.value == row["value"]:
            continue  # an associate said that it is wrong
        elif any(getattr(there, name) != value for name, value in row.items()):
            writer.update(preference.name, record_id, {**row, "removed_at": None})
    return [i for i in before if i not in wanted]


def _id(customer_id: str, kind: PreferenceKind) -> str:
    return f"{customer_id}/{kind.value}"


def _row(customer_id: str, habit: Habit) -> dict[str, object]:
    return {
        "customer_id": customer_id,
        "kind": habit.kind.value,
        "value": habit.value,
        "source": _DEDUCED,
        "evidence": habit.evidence,
        "said_at": habit.last_at,
    }
