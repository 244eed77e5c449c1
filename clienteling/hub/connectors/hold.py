"""Recognises that a message of the shop promises to hold something until a day (Italian, English).

Only a plain statement counts: an offer ("shall we …?") and a refusal ("we cannot …") are no promises.
"""

import re
from datetime import date, timedelta

import msgspec

_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "lunedì lunedi monday",
            "martedì martedi tuesday",
            "mercoledì mercoledi wednesday",
            "giovedì giovedi thursday",
            "venerdì venerdi friday",
            "sabato saturday",
            "domenica sunday",
        )
    )
    for word in words.split()
}
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "gennaio january",
            "febbraio february",
            "marzo march",
            "aprile april",
            "maggio may",
            "giugno june",
            "luglio july",
            "agosto august",
            "settembre september",
            "ottobre october",
            "novembre november",
            "dicembre december",
        ),
        start=1,
    )
    for word in words.split()
}
_SOON = {"stasera": 0, "oggi": 0, "today": 0, "tonight": 0, "domani": 1, "tomorrow": 1, "dopodomani": 2}

_HOLD = re.compile(
    r"\b(?:(?:ten|mett|mess|lasc)\w*|terr(?:ò|o|emo))\b(?:\W+\w+){0,6}?\W+da\s+parte\b"
    r"|\bda\s+parte\b(?:\W+\w+){0,6}?\W+(?:teng\w*|teniamo)\b"
    r"|\b(?:tengo|teniamo|terrò|terremo|riservo|riserviamo|riservat[aeio])\b"
    r"|\b(?:hold(?:ing)?|reserv(?:e|ed|ing)|(?:sett?|putt?|keep|kept)(?:ing)?\b(?:\W+\w+){0,6}?\W+aside)\b",
    re.IGNORECASE,
)
_REFUSAL = re.compile(r"\b(?:non|can't|cannot|can not|unable|won't|don't|not)\b", re.IGNORECASE)
_MONTH_NAMES = "|".join(_MONTHS)
_UNTIL = re.compile(
    r"\b(?:fino\s+a(?:l(?:la|le|l['\u2019])?|i|gli)?|entro(?:\s+(?:il|le))?|until|till|by)\s+"
    r"(?:the\s+|fine\s+)?"
    rf"(?:(?P<near>{'|'.join(_SOON)})"
    rf"|(?P<weekday>{'|'.join(_WEEKDAYS)})(?:\s+(?P<weekday_day>\d{{1,2}})(?!\d))?"
    r"|(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?"
    rf"|(?P<named_day>\d{{1,2}})°?\s+(?:of\s+)?(?P<named_month>{_MONTH_NAMES})"
    rf"|(?P<month_first>{_MONTH_NAMES})\s+(?P<day_last>\d{{1,2}}))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*[.!?]*")
_WEEK = 7
_STALE = timedelta(days=31)


class Hold(msgspec.Struct, frozen=True):
    due_on: date
    sentence: str
    """The shop's own words, so that a person sees where the promise comes from."""


def hold_promised(text: str, said_on: date) -> Hold | None:
    """The first promise to hold in a message sent on that day, by the shop's calendar."""
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        if sentence.endswith("?") or _REFUSAL.search(sentence) or not _HOLD.search(sentence):
            continue
        until = _UNTIL.search(sentence)
        due_on = _day(until, said_on) if until else None
        if due_on is not None:
            return Hold(due_on, sentence)
    return None


def _day(until: re.Match[str], said_on: date) -> date | None:
    found = {name: value.lower() for name, value in until.groupdict().items() if value}
    if "near" in found:
        return said_on + timedelta(days=_SOON[found["near"]])
    if "weekday" in found:
        return _next_weekday(_WEEKDAYS[found["weekday"]], said_on)
    if "named_day" in found:
        return _date(int(found["named_day"]), _MONTHS[found["named_month"]], None, said_on)
    if "day_last" in found:
        return _date(int(found["day_last"]), _MONTHS[found["month_first"]], None, said_on)
    year = int(found["year"]) if "year" in found else None
    return _date(int(found["day"]), int(found["month"]), year, said_on)


def _next_weekday(weekday: int, said_on: date) -> date:
    """Said on a Saturday, "until Saturday" means the next one: today would be said as today."""
    return said_on + timedelta(days=(weekday - said_on.weekday() - 1) % _WEEK + 1)


def _date(day: int, month: int, year: int | None, said_on: date) -> date | None:
    try:
        named = date(year or said_on.year, month, day)
        if year is None and named < said_on - _STALE:
            named = date(said_on.year + 1, month, day)
    except ValueError:
        return None
    return named if named >= said_on else None
