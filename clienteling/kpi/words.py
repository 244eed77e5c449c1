"""Figures in the reader's words: the same on the screen, on paper and in a table."""

from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal

from clienteling.insight.rules import SuggestionKind
from clienteling.kpi.definitions import DEFINITIONS
from clienteling.kpi.values import Better, Kpi, Unit
from clienteling.locales import locale_of
from clienteling.marking import msgid
from clienteling.tasks.values import TaskRule
from clienteling.vocabulary import known
from clienteling.wording import Wording

NOTHING = "\u2013"
_RULES = {
    TaskRule.NONE: msgid("Made by hand"),
    TaskRule.AFTER_PURCHASE: msgid("After a purchase"),
    TaskRule.BACK_IN_STOCK: msgid("Back in stock"),
    TaskRule.BIRTHDAY: msgid("Birthday"),
    TaskRule.LAPSING: msgid("Staying away"),
}
_SUGGESTIONS = {
    SuggestionKind.GOES_WITH: msgid("Goes with"),
    SuggestionKind.STEP_UP: msgid("A step up"),
}


def name(kpi: Kpi, wording: Wording) -> str:
    return wording.say(DEFINITIONS[kpi].name)


def formula(kpi: Kpi, wording: Wording) -> str:
    """How it is counted, for whoever asks."""
    return wording.say(DEFINITIONS[kpi].formula)


def said(kpi: Kpi, value: float | None, wording: Wording) -> str:
    """`1.250`, `62%`, `€ 159`, `1,8`; a dash where there is nothing to say."""
    if value is None:
        return NOTHING
    match DEFINITIONS[kpi].unit:
        case Unit.COUNT:
            return _number(value, "#,##0", wording)
        case Unit.PERCENT:
            return wording.say("{n}%", n=_whole(value))
        case Unit.CENTS:
            return wording.money(_whole(value))
        case Unit.PIECES:
            return _number(value, "#,##0.0", wording)


def rule(stored: str, wording: Wording) -> str:
    """What made a follow-up: a key of `Parts.rules`."""
    return wording.say(_RULES[known(TaskRule, stored, TaskRule.NONE)])


def suggestion(stored: str, wording: Wording) -> str:
    """A key of `Parts.suggestions`."""
    return wording.say(_SUGGESTIONS[known(SuggestionKind, stored, SuggestionKind.GOES_WITH)])


def good(kpi: Kpi, now: float | None, against: float | None) -> bool | None:
    """Whether the figure is at least as good; None where that cannot be said."""
    if now is None or against is None:
        return None
    match DEFINITIONS[kpi].better:
        case Better.MORE:
            return now >= against
        case Better.LESS:
            return now <= against
        case Better.NEITHER:
            return None


def _number(value: float, pattern: str, wording: Wording) -> str:
    return format_decimal(_rounded(value, 1), pattern, locale=locale_of(wording.language))


def _whole(value: float) -> int:
    return int(_rounded(value, 0))


def _rounded(value: float, places: int) -> Decimal:
    """Half is rounded up, as people do."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
