"""What a figure is made of: lost sales by reason, consents by purpose, what suggestions and rules led to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.interactions.values import Reason
from clienteling.kpi import words
from clienteling.kpi.values import Kpi, Led, Parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from clienteling.tablet.figures.reading import Read
    from clienteling.wording import Wording


@dataclass(frozen=True)
class PartRow:
    key: str
    what: str
    words: str
    """What it led to, where that is the question."""
    count: int
    share: float
    """Of the largest, 0 to 1."""


def part_rows(read: "Read", kpi: Kpi, wording: "Wording") -> list[PartRow]:
    """The largest first; empty for a figure that has no parts."""
    parts: Parts = read.total
    match kpi:
        case Kpi.LOST:
            return _rows({key: (_reason(key, wording), "", n) for key, n in parts.lost.items()})
        case Kpi.CONSENTS:
            return _rows({key: (_purpose(key, wording), "", n) for key, n in parts.consents.items()})
        case Kpi.SUGGESTION_SALE:
            return _rows(_led(parts.suggestions, words.suggestion, wording))
        case Kpi.FOLLOW_UP_RETURN:
            return _rows(_led(parts.rules, words.rule, wording))
        case _:
            return []


def _rows(said: Mapping[str, tuple[str, str, int]]) -> list[PartRow]:
    most = max((count for _, _, count in said.values()), default=0) or 1
    rows = [PartRow(key, what, words, n, n / most) for key, (what, words, n) in said.items() if n]
    return sorted(rows, key=lambda row: (-row.count, row.what))


def _led(
    led: Mapping[str, Led], name: "Callable[[str, Wording], str]", wording: "Wording"
) -> Mapping[str, tuple[str, str, int]]:
    return {key: (name(key, wording), _came_of_it(one, wording), one.tried) for key, one in led.items()}


def _came_of_it(one: Led, wording: "Wording") -> str:
    """`useful 6 times, came back 4 times, bought 3 times`; without what never happened."""
    said = (
        one.useful and wording.count("useful once", "useful {n} times", one.useful),
        one.returned and wording.count("came back once", "came back {n} times", one.returned),
        one.sold and wording.count("bought once", "bought {n} times", one.sold),
    )
    return ", ".join(part for part in said if part) or wording.say("nothing came of it yet")


def _reason(key: str, wording: "Wording") -> str:
    from clienteling.review.words import reason

    return reason(Reason(key), wording) if key in set(Reason) else key


def _purpose(key: str, wording: "Wording") -> str:
    from clienteling.consents.words import purpose_name

    return purpose_name(key, wording)
