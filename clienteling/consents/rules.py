"""Where a purpose stands, from everything that was ever recorded of it.

The newest record wins. A withdrawal wins on a tie, and over any grant that was recorded without knowing of
it: on another tablet that had not heard yet (Regulation (EU) 2016/679, article 7(3): withdrawing is as easy
as giving, so a doubt is never counted as consent).
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from clienteling.consents.values import ConsentState, Purpose

NOT_KNOWN = None
"""`follows` of a record from a source that does not say what it knew: time alone decides."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One consent as recorded; what was undone is not among them."""

    id: str
    purpose: Purpose
    granted: bool
    at: int
    expires_at: int | None = None
    text_id: str = ""
    follows: str | None = NOT_KNOWN
    customer_id: str = ""
    """Which of her records it was made with."""
    joined_at: int = 0
    """When that record turned out to be hers; 0 for the one that stands for her."""


def states(records: Iterable[Record], now: int) -> tuple[ConsentState, ...]:
    """One for each purpose, in the order of `Purpose`."""
    everything = tuple(records)
    return tuple(state(p, [r for r in everything if r.purpose is p], now) for p in Purpose)


def state(purpose: Purpose, records: Sequence[Record], now: int) -> ConsentState:
    record = deciding(records)
    if record is None:
        return ConsentState(purpose=purpose)
    expired = record.granted and record.expires_at is not None and record.expires_at <= now
    return ConsentState(
        purpose=purpose,
        granted=record.granted and not expired,
        asked=True,
        expired=expired,
        consent_id=record.id,
        text_id=record.text_id,
        at=record.at,
        expires_at=record.expires_at,
    )


def permits(states: Iterable[ConsentState], purpose: Purpose) -> bool:
    """Whether she has said yes to it and that still holds. Silence is a no (article 4(11))."""
    return any(state.granted for state in states if state.purpose is purpose)


def deciding(records: Sequence[Record]) -> Record | None:
    """The record that a purpose rests on; the same from any order of the same records."""
    by_id = {record.id: record for record in records}
    withdrawals = [record for record in records if not record.granted]
    grants = [r for r in records if r.granted and _outlives(r, withdrawals, by_id)]
    return max(grants or withdrawals, key=_newest, default=None)


def _newest(record: Record) -> tuple[int, str]:
    return record.at, record.id


def _outlives(grant: Record, withdrawals: Sequence[Record], by_id: Mapping[str, Record]) -> bool:
    if any(withdrawal.at >= grant.at for withdrawal in withdrawals):
        return False
    if grant.follows is NOT_KNOWN:
        return not any(_was_apart(grant, withdrawal) for withdrawal in withdrawals)
    known = _newest_known_withdrawal(grant, by_id)
    return all(withdrawal.at <= known for withdrawal in withdrawals)


def _was_apart(grant: Record, withdrawal: Record) -> bool:
    """Two records of hers: whoever made the grant with one could not know what she said with the other."""
    joined_at = max(grant.joined_at, withdrawal.joined_at)
    return grant.customer_id != withdrawal.customer_id and grant.at <= joined_at


def _newest_known_withdrawal(grant: Record, by_id: Mapping[str, Record]) -> int:
    known, seen = -1, {grant.id}
    earlier = by_id.get(grant.follows or "")
    while earlier is not None and earlier.id not in seen:
        seen.add(earlier.id)
        if not earlier.granted:
            known = max(known, earlier.at)
        earlier = by_id.get(earlier.follows or "")
    return known
