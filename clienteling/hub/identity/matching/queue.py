"""The pairs that wait for a person's answer, and the answers."""

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from clienteling.hub.identity.matching.tables import probable_match
from clienteling.hub.identity.matching.values import ASKED, Answer, ProbableMatch, Reason
from sync.batches import batches

_m = probable_match.c


def put(conn: sa.Connection, now: int, ids: Iterable[str], likely: Iterable[ProbableMatch]) -> None:
    """What is likely of these customers now; what was asked of them and is not likely any more goes.

    An answer stands, whatever changes.
    """
    fresh = {match.id: match for match in likely}
    known = {row.id: row for some in batches(sorted(set(ids))) for row in _about(conn, some)}
    gone = [i for i, row in known.items() if i not in fresh and row.answer in ASKED]
    for some in batches(gone):
        conn.execute(sa.delete(probable_match).where(_m.id.in_(some)))
    for match in fresh.values():
        row = known.get(match.id)
        said = {"probability": match.probability, "evidence": msgspec.to_builtins(match.evidence)}
        if row is None:
            values = {"id": match.id, "one_id": match.one_id, "other_id": match.other_id, "found_at": now}
            conn.execute(sa.insert(probable_match).values(**values, **said, answer=Answer.OPEN.value))
        elif row.answer in ASKED:
            conn.execute(sa.update(probable_match).where(_m.id == match.id).values(**said))


def waiting(conn: sa.Connection, most: int) -> list[ProbableMatch]:
    """The likeliest first; those of which somebody said "later" last."""
    query = sa.select(probable_match).where(_m.answer.in_(ASKED))
    rows = conn.execute(query.order_by(_m.answer, _m.probability.desc(), _m.id).limit(most))
    return [_match(row) for row in rows]


def count(conn: sa.Connection) -> int:
    asked = sa.select(sa.func.count()).where(_m.answer.in_(ASKED))
    return conn.scalar(asked) or 0


def find(conn: sa.Connection, match_id: str) -> ProbableMatch | None:
    row = conn.execute(sa.select(probable_match).where(_m.id == match_id)).first()
    return _match(row) if row else None


def answer(conn: sa.Connection, match_id: str, said: Answer, by: str, now: int) -> None:
    conn.execute(
        sa.update(probable_match)
        .where(_m.id == match_id)
        .values(answer=said.value, answered_by=by, answered_at=now)
    )


def forget(conn: sa.Connection, customer_id: str) -> None:
    conn.execute(
        sa.delete(probable_match).where(sa.or_(_m.one_id == customer_id, _m.other_id == customer_id))
    )


def _about(conn: sa.Connection, ids: Sequence[str]) -> Iterable[sa.Row]:
    hers = sa.or_(_m.one_id.in_(ids), _m.other_id.in_(ids))
    return conn.execute(sa.select(_m.id, _m.answer).where(hers))


def _match(row: sa.Row) -> ProbableMatch:
    return ProbableMatch(
        id=row.id,
        one_id=row.one_id,
        other_id=row.other_id,
        probability=row.probability,
        evidence=msgspec.convert(row.evidence, tuple[Reason, ...]),
        answer=Answer(row.answer),
    )
