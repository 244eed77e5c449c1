"""Who gets what: rules on values."""

from collections import Counter
from collections.abc import Iterable, Sequence

from clienteling.handing_out.values import Candidate, Segment, Share


def dealt(candidates: Iterable[Candidate], people: Sequence[str]) -> dict[str, str | None]:
    """Candidate → who does it. Whoever looks after her comes first, then whoever has got fewest so far.

    Where nobody is named those without anybody who looks after them are whoever's of the shop.
    """
    all_ = tuple(candidates)
    if not people:
        return {one.id: one.keeper or None for one in all_}
    got = Counter(dict.fromkeys(people, 0))
    kept = {one.id: one.keeper for one in all_ if one.keeper in got}
    got.update(kept.values())
    whose: dict[str, str | None] = {}
    for one in all_:
        whose[one.id] = kept.get(one.id) or _next(got)
    return whose


def _next(got: Counter[str]) -> str:
    """Of those with fewest, who was named first."""
    who = min(got, key=lambda one: got[one])
    got[who] += 1
    return who


def share(segment: Segment, candidate_id: str, associate_id: str | None) -> Share:
    match segment:
        case Segment.DUE:
            return Share(task_id=candidate_id, associate_id=associate_id)
        case Segment.TEAM:
            return Share(associate_id=associate_id)
        case Segment.WAITING | Segment.BOOK | Segment.LAPSING:
            return Share(customer_id=candidate_id, associate_id=associate_id)


def asked_first(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """Who is chosen before anybody has chosen: not where somebody is at it already."""
    return tuple(one.id for one in candidates if not one.busy)
