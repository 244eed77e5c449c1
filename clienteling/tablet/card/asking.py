"""Who asked for the product at hand, as rows."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.tablet.card.who import initials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clienteling.askers.values import Asker
    from clienteling.wording import Wording


@dataclass(frozen=True)
class AskerRow:
    key: str
    """The customer."""
    name: str
    initials: str
    words: str
    aside: str
    """When."""


@dataclass(frozen=True)
class Asking:
    rows: tuple[AskerRow, ...] = ()
    nameless: int = 0
    """Visitors without a code, of whom only the number is known."""


def asking(
    askers: "Sequence[Asker]", *, variant_id: str, not_her: str, now: int, wording: "Wording"
) -> Asking:
    """For the variant that is chosen; without whoever stands at the counter."""
    from clienteling.askers.rules import for_variant

    meant = for_variant(askers, variant_id)
    today = wording.day_of(now)
    others = (one for one in meant if one.customer_id and one.customer_id != not_her)
    return Asking(
        rows=tuple(_row(one, now, today, wording) for one in others),
        nameless=sum(not one.customer_id for one in meant),
    )


def _row(one: "Asker", now: int, today: date, wording: "Wording") -> AskerRow:
    from clienteling.askers import words

    size = words.size(one.how)
    said = words.how(one.how, today, wording)
    return AskerRow(
        key=one.customer_id,
        name=one.name or wording.say("Name not known yet"),
        initials=initials(one.name) or "?",
        words=f"{said} · {size}" if size else said,
        aside=wording.moment(one.at, now),
    )
