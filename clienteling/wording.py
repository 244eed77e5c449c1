"""Sentences, dates, money and names in the reader's language.

Message ids are whole English sentences with named parameters; `resources/i18n/<language>` translates them.
"""

import gettext
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from clienteling import catalogues
from clienteling.colours import COLOURS
from clienteling.locales import locale_of

_DAYS_NAMED_BY_WEEKDAY = 6
_DAYS_THAT_BEGIN_WITH_A_VOWEL = frozenset({8, 11})
"""In Italian: otto, undici."""
_MINUTES_OF_A_DAY = 24 * 60
_TO, _MINUS = "\N{EN DASH}", "\N{MINUS SIGN}"


@lru_cache
def _translations(language: str) -> gettext.NullTranslations:
    return catalogues.translations(language)


@lru_cache
def _zone(name: str) -> tzinfo:
    return ZoneInfo(name)


@lru_cache(maxsize=4096)
def _date(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=locale_of(language))


@lru_cache(maxsize=_MINUTES_OF_A_DAY)
def _time(hour: int, minute: int, language: str) -> str:
    return format_time(time(hour, minute), "H:mm", tzinfo=None, locale=locale_of(language))


@lru_cache(maxsize=4096)
def _euros(cents: int, pattern: str, language: str) -> str:
    said = format_currency(cents / 100, "EUR", pattern, locale=locale_of(language), currency_digits=False)
    return said.replace("-", _MINUS)


@dataclass(frozen=True, slots=True)
class Wording:
    """How things are said to one reader; cheap to make, what it needs is read once."""

    language: str = "it"
    time_zone: str = "Europe/Rome"

    def say(self, sentence: str, /, **values: object) -> str:
        return _translations(self.language).gettext(sentence).format_map(values)

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The sentence for that number; `{n}` stands in it where the number is said."""
        return _translations(self.language).ngettext(one, many, n).format_map({"n": n, **values})

    def named(self, context: str, word: str, /, **values: object) -> str:
        """A word that is translated differently by context, such as a colour beside a plural noun."""
        return _translations(self.language).pgettext(context, word).format_map(values)

    def day_of(self, at: int) -> date:
        """The reader's calendar day of an instant."""
        return self._local(at).date()

    def time(self, at: int) -> str:
        local = self._local(at)
        return _time(local.hour, local.minute, self.language)

    def moment(self, at: int, now: int) -> str:
        """`oggi 10:42`, `ieri 21:14`, `2 ott`, `12 mar 2024`."""
        day, today = self.day_of(at), self.day_of(now)
        if day == today:
            return self.say("today {time}", time=self.time(at))
        if day == today - timedelta(days=1):
            return self.say("yesterday {time}", time=self.time(at))
        return self.short_date(day, today)

    def short_date(self, day: date, today: date) -> str:
        """`2 ott`, with the year when it is another one than today's."""
        return self._date(day, "d MMM" if day.year == today.year else "d MMM y")

    def long_date(self, day: date, today: date | None = None) -> str:
        """`12 marzo`, with the year when it is another one than today's; without `today` never."""
        return self._date(day, "d MMMM" if today is None or day.year == today.year else "d MMMM y")

    def full_date(self, day: date) -> str:
        """`12 marzo 2026`, for what is read on paper, some day."""
        return self._date(day, "d MMMM y")

    def days(self, first: date, last: date, today: date) -> str:
        """`16-22 novembre`, `28 settembre - 4 ottobre`: what both have is said once."""
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}{_TO}{self.long_date(last, today)}"
        if first.year == last.year:
            return f"{self.long_date(first)} {_TO} {self.long_date(last, today)}"
        return f"{self.full_date(first)} {_TO} {self.full_date(last)}"

    def month(self, day: date) -> str:
        """`novembre 2026`."""
        return self._date(day, "LLLL y")

    def month_alone(self, day: date) -> str:
        """`nov`."""
        return self._date(day, "LLL")

    def weekday(self, day: date) -> str:
        return self._date(day, "EEEE")

    def until(self, day: date, today: date) -> str:
        """`fino a sabato`, `fino al 12 marzo`, `fino all'8 gennaio`."""
        near = self._near(day, today)
        if near:
            return self.say("until {weekday}", weekday=near)
        words = self.long_date(day, today)
        if day.day in _DAYS_THAT_BEGIN_WITH_A_VOWEL:
            return self.named("day 8 or 11", "until {date}", date=words)
        return self.say("until {date}", date=words)

    def by(self, day: date, today: date) -> str:
        """`entro sabato`, `entro il 12 marzo`, `entro l'8 gennaio`."""
        near = self._near(day, today)
        if near:
            return self.say("by {weekday}", weekday=near)
        words = self.long_date(day, today)
        if day.day in _DAYS_THAT_BEGIN_WITH_A_VOWEL:
            return self.named("day 8 or 11", "by {date}", date=words)
        return self.say("by {date}", date=words)

    def money(self, cents: int) -> str:
        """`€ 159`, `€ 1.250,50`: cents only where there are some, as price tags have it."""
        whole = cents % 100 == 0
        pattern = self.named("money, whole", "¤#,##0") if whole else self.named("money", "¤#,##0.00")
        return _euros(cents, pattern, self.language)

    def number(self, n: int) -> str:
        """`1.204`, `1,204`."""
        return format_decimal(n, locale=locale_of(self.language))

    def all_of(self, words: Sequence[str]) -> str:
        """`nero, cuoio e blu`."""
        return format_list(list(words), style="standard", locale=locale_of(self.language))

    def colour(self, key: str, form: str = "") -> str:
        """`nero`, or as it agrees with a noun whose gender and number are `form`: `nere` for "fp"."""
        if key not in COLOURS:
            return key
        alone = self.say(COLOURS[key])
        agreed = self.named(f"beside a noun, {form}", COLOURS[key])
        return alone if agreed == COLOURS[key] else agreed

    def phone(self, number: str) -> str:
        """As people here write it: without the prefix at home, with it abroad."""
        from clienteling.customers.phone import as_written

        return as_written(number)

    def _date(self, day: date, pattern: str) -> str:
        return _date(day, pattern, self.language)

    def _local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at / 1000, tz=_zone(self.time_zone))

    def _near(self, day: date, today: date) -> str:
        distance = (day - today).days
        match distance:
            case -1:
                return self.say("yesterday")
            case 0:
                return self.say("today")
            case 1:
                return self.say("tomorrow")
        return self.weekday(day) if 0 < distance <= _DAYS_NAMED_BY_WEEKDAY else ""
