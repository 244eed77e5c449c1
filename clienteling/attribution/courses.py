"""The schemes of a shop as they were laid down, changed, ended and taken back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from clienteling.attribution.schemes import Scheme, Whose
from clienteling.attribution.tables import incentive_scheme
from clienteling.attribution.terms import Course, Laid
from clienteling.vocabulary import Correction, known

_ALL = sa.select(incentive_scheme).where(
    incentive_scheme.c.store_id == sa.bindparam("in_store", type_=sa.Text)
)


def courses_of(
    conn: sa.Connection, store_id: str, closed: Iterable[tuple[str, str]] = ()
) -> tuple[Course, ...]:
    """Those of which something stands, the oldest first. `closed`: schemes and the months closed of them."""
    until: dict[str, str] = {}
    for scheme_id, month in closed:
        until[scheme_id] = max(month, until.get(scheme_id, ""))
    rows = {row.id: row for row in conn.execute(_ALL, {"in_store": store_id}) if _begins(row)}
    undone = {row.corrects for row in rows.values() if row.correction == Correction.UNDONE}
    versions: dict[str, list[tuple[tuple[int, int, str], Laid]]] = defaultdict(list)
    for row in rows.values():
        path = _path(row.id, rows)
        if row.correction != Correction.UNDONE and row.id not in undone:
            versions[path[-1]].append(((len(path), row.at or 0, row.id), _laid(row, path[-1])))
    found = (_course(some, until.get(first_id, "")) for first_id, some in versions.items())
    return tuple(sorted(found, key=lambda one: (one.began, one.first_id)))


def _course(versions: Iterable[tuple[tuple[int, int, str], Laid]], closed_until: str) -> Course:
    """Of two managers who changed it at once, not knowing of each other, the later one counts."""
    newest_first = sorted(versions, key=lambda one: one[0], reverse=True)
    return Course(laid=tuple(laid for _, laid in newest_first), closed_until=closed_until)


def _path(record_id: str, rows: Mapping[str, sa.Row]) -> Sequence[str]:
    """A version, what it stands in the place of, and so on to the first."""
    path = [record_id]
    while len(path) <= len(rows) and rows[path[-1]].corrects in rows:
        path.append(rows[path[-1]].corrects)
    return path


def _begins(row: sa.Row) -> bool:
    """What a newer version wrote in another way is left to it; an undoing begins nowhere."""
    try:
        date.fromisoformat(row.from_on or "")
    except ValueError:
        return row.correction == Correction.UNDONE
    return True


def _laid(row: sa.Row, first_id: str) -> Laid:
    scheme = Scheme(
        id=row.id,
        first_id=first_id,
        store_id=row.store_id or "",
        name=row.name,
        whose=known(Whose, row.whom, Whose.SHOP),
        per_mille=row.per_mille,
        over_cents=row.over_cents,
        from_on=row.from_on or "",
    )
    return Laid(scheme=scheme, ended=bool(row.ended), at=row.at or 0, by_id=row.associate_id or "")
