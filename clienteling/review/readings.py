"""Who has read a day last, and what is another figure since."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from clienteling.prepared import Prepared, Row
from clienteling.records import uncorrected
from clienteling.review import counting, sealed
from clienteling.review.tables import day_review
from clienteling.review.values import Figures, Reviewed
from clienteling.staff.tables import associate

_READINGS = Prepared(
    sa.select(
        day_review.c.id,
        day_review.c.day_on,
        day_review.c.figures,
        day_review.c.at,
        day_review.c.associate_id,
        associate.c.given_name,
        associate.c.family_name,
    )
    .outerjoin_from(day_review, associate, associate.c.id == day_review.c.associate_id)
    .where(
        day_review.c.store_id == sa.bindparam("in_store", type_=sa.Text),
        day_review.c.day_on >= sa.bindparam("first", type_=sa.Text),
        day_review.c.day_on <= sa.bindparam("last", type_=sa.Text),
        uncorrected(day_review),
    )
    .order_by(day_review.c.at.desc(), day_review.c.id.desc())
)


class Readings:
    """Of a shop's days."""

    def __init__(self, store_id: str, by_day: Mapping[str, Sequence[Row]], key: str) -> None:
        self._store_id = store_id
        self._by_day = by_day
        self._key = key

    def of(self, day: date, now: Figures) -> Reviewed | None:
        """By whoever read it last: two managers may do so at once, on two tablets."""
        rows = self._by_day.get(day.isoformat())
        if not rows:
            return None
        last, names = rows[0], [f"{row.given_name or ''} {row.family_name or ''}".strip() for row in rows]
        then = sealed.opened(last.figures, self._store_id, day, self._key)
        return Reviewed(
            id=last.id,
            at=last.at,
            by_id=last.associate_id or "",
            by_name=names[0],
            changed=counting.differing(then, now) if then is not None else (),
            unopened=then is None,
            also=tuple(name for name in dict.fromkeys(names) if name not in {names[0], ""}),
        )


def readings(conn: sa.Connection, store_id: str, first: date, last: date, key: str) -> Readings:
    """From the first to the last day, both among them. `key`: hex, of the tablets of that shop."""
    asked = {"in_store": store_id, "first": first.isoformat(), "last": last.isoformat()}
    by_day: dict[str, list[Row]] = defaultdict(list)
    for row in _READINGS.rows(conn, asked):
        by_day[row.day_on].append(row)
    return Readings(store_id, by_day, key)
