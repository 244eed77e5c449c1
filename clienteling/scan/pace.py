"""A phone whose clock is wrong: its codes are all of another time, but they turn as fast as time goes.

A picture stands still, so whoever sees two of them in a row sees which it is.
"""

from dataclasses import dataclass

from clienteling.codes.turning import STEP_S
from clienteling.scan.values import CodeStale

MOST_WRONG_S = 15 * 60
"""A clock that is further off than this is somebody's film of yesterday rather than a clock."""
_LONGEST_LOOK_MS = 5 * 60_000


@dataclass(frozen=True, slots=True)
class Seen:
    code: CodeStale
    at: int
    """Milliseconds of this tablet's clock."""


def keeps_pace(before: Seen | None, now: Seen) -> bool:
    """Whether the second was made while the first was looked at."""
    if before is None or before.code.customer_id != now.code.customer_id:
        return False
    elapsed, turned = now.at - before.at, now.code.step - before.code.step
    return (
        turned > 0
        and elapsed <= _LONGEST_LOOK_MS
        and abs(now.code.age_s) <= MOST_WRONG_S
        and abs(elapsed / 1000 / STEP_S - turned) <= 1
    )
