"""One cell → the value it means. Everything raises Unfit with the reason, nothing is guessed away."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from clienteling.hub.identity import normal
from clienteling.hub.importing.values import Dates, Unfit
from clienteling.marking import msgid
from clienteling.scan.numbers import check_digit_agrees

LONGEST = 200
LONGEST_BODY = 5_000
LARGEST_PRICE = Decimal(10_000_000)
MOST_PIECES = 1_000_000
NOTHING = frozenset(
    {"", "-", "--", "/", "//", ".", "n/a", "nd", "n.d.", "n/d", "null", "none", "nan", "nessuno"}
)
"""What people type into a cell that must not be empty."""

_ERROR = re.compile(
    r"#(N/A|N/D|REF!|RIF!|VALUE!|VALORE!|DIV/0!|NAME\?|NOME\?|NUM!|NULL!|NULLO!)", re.IGNORECASE
)
_FORMULA = re.compile(r"[=@\t\r]|[+-].*([|!]|\w\()")
_QUOTED = re.compile(r"'(?=[=+\-@\d])")
_SHORTENED = re.compile(r"\d+([.,]\d+)?e\+?\d+", re.IGNORECASE)
_WHOLE = re.compile(r"(\d+)\.0+")
_DIGITS = re.compile(r"\d+")
_ITALIAN_WITHOUT_PLUS = re.compile(r"39(3\d{8,9}|0\d{5,10})")
_DAY = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[/.-](\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?")
_BEFORE_ZONE = re.compile(r" (?=[+-]\d{2}:?\d{2}$)")
_COMMA, _POINT = ",", "."
_YES = frozenset({"si", "s", "yes", "y", "1", "x", "true", "vero", "ok", "subscribed", "accepted"})
_NO = frozenset({"no", "n", "0", "false", "falso", "unsubscribed", "refused", "not subscribed"})
_TWO_DIGITS = 100
_OF_THIS_CENTURY = 50
_YEAR_DIGITS = 4
_GROUP = 3
_LOST_ZEROS = (9, 10, 11)


def text(written: str, longest: int = LONGEST) -> str:
    """Without what does not belong to it: spaces, control signs, the apostrophe that marks text in Excel."""
    words = " ".join("".join(c for c in written if c.isspace() or unicodedata.category(c) != "Cc").split())
    if words.casefold() in NOTHING:
        return ""
    if _ERROR.fullmatch(words):
        raise Unfit(msgid("“{value}” is a spreadsheet's error, not a value."), value=words)
    words = _QUOTED.sub("", words, count=1)
    if len(words) > longest:
        raise Unfit(msgid("“{value}…” is too long; at most {most} letters."), value=words[:30], most=longest)
    return words


def name(written: str, longest: int = LONGEST) -> str:
    """Text that people read; a formula among it would run in whoever opens an export of it."""
    words = text(written, longest)
    if _FORMULA.match(words):
        raise Unfit(msgid("“{value}” is a formula. Write plain text there."), value=words[:30])
    return words


def code(written: str) -> str:
    """A number that names something; it is text, and its leading zeros stay."""
    words = name(written)
    if _SHORTENED.fullmatch(words):
        raise Unfit(
            msgid("“{value}” is a number that the spreadsheet has shortened. Format the column as text."),
            value=words,
        )
    whole = _WHOLE.fullmatch(words)
    return whole[1] if whole else words


def ean(written: str) -> str:
    """A bar code. Numbers of a shop's own may have any length; those of GS1 end with a check digit."""
    digits = code(written).replace(" ", "")
    if not _DIGITS.fullmatch(digits):
        return digits
    if len(digits) in _LOST_ZEROS and any(check_digit_agrees(digits.zfill(n)) for n in (12, 13)):
        raise Unfit(
            msgid("“{value}” seems to have lost its leading zeros. Format the column as text."), value=digits
        )
    if len(digits) in (8, 12, 13, 14) and not check_digit_agrees(digits):
        raise Unfit(msgid("“{value}” is no bar code: its last digit does not agree."), value=digits)
    return digits


def email(written: str) -> str:
    words = text(written)
    address = normal.email(words)
    if words and not address:
        raise Unfit(msgid("“{value}” is no e-mail address."), value=words)
    return address


def phone(written: str) -> str:
    words = code(written)
    bare = re.sub(r"[\s./()-]", "", words)
    number = normal.phone(f"+{bare}" if _ITALIAN_WITHOUT_PLUS.fullmatch(bare) else words)
    if words and not number:
        raise Unfit(msgid("“{value}” is no telephone number."), value=words)
    return number


def cents(written: str, decimal: str) -> int:
    """Money, with either sign before its cents; `decimal` settles what could be both: 1.250 or 1,250."""
    words = re.sub(r"[\s'\u2019]|€|eur(o)?", "", text(written), flags=re.IGNORECASE)
    amount = _amount(words, decimal)
    if amount is None or not 0 <= amount <= LARGEST_PRICE:
        raise Unfit(msgid("“{value}” is no amount of money."), value=written.strip())
    return int((amount * 100).to_integral_value())


def pieces(written: str, decimal: str) -> int:
    amount = _amount(text(written).replace(" ", ""), decimal)
    if amount is None or amount != int(amount) or not 0 <= amount <= MOST_PIECES:
        raise Unfit(msgid("“{value}” is no number of pieces."), value=written.strip())
    return int(amount)


def _amount(words: str, decimal: str) -> Decimal | None:
    sign, digits = ("-", words[1:]) if words.startswith("-") else ("", words)
    last = max(digits.rfind(_COMMA), digits.rfind(_POINT))
    mark = digits[last] if last >= 0 else ""
    grouping = mark and len(digits) - last - 1 == _GROUP and (mark != decimal or digits.count(mark) > 1)
    if mark and not grouping:
        other = _POINT if mark == _COMMA else _COMMA
        digits = digits[:last].replace(other, "") + _POINT + digits[last + 1 :]
    else:
        digits = digits.replace(_COMMA, "").replace(_POINT, "")
    return Decimal(sign + digits) if re.fullmatch(r"\d+(\.\d*)?|\.\d+", digits) else None


def day(written: str, order: Dates) -> date:
    found = _DAY.match(text(written))
    if found is None:
        raise _no_day(written)
    first, second, third = (int(part) for part in found.groups())
    if len(found[1]) == _YEAR_DIGITS:
        year, month, that_day = first, second, third
    elif order is Dates.DAY_FIRST:
        that_day, month, year = first, second, third
    else:
        month, that_day, year = first, second, third
    try:
        return date(_century(year), month, that_day)
    except ValueError:
        raise _no_day(written) from None


def _century(year: int) -> int:
    """31/12/26 is meant of this century, 31/12/64 of the last."""
    if year >= _TWO_DIGITS:
        return year
    return year + (2000 if year < _OF_THIS_CENTURY else 1900)


def birthday(written: str, order: Dates) -> str:
    """ISO 8601; year 0001 where the file names day and month only."""
    short = _DAY_AND_MONTH.fullmatch(text(written))
    if short is None:
        return day(written, order).isoformat()
    parts = (int(short[1]), int(short[2]))
    that_day, month = parts if order is Dates.DAY_FIRST else parts[::-1]
    try:
        date(2000, month, that_day)
    except ValueError:
        raise _no_day(written) from None
    return f"0001-{month:02}-{that_day:02}"


def moment(written: str, order: Dates, zone: str) -> int:
    """Milliseconds. Without a time of day it is noon, without a zone the shop's."""
    words = _BEFORE_ZONE.sub("", text(written)).replace(" UTC", "+00:00")
    try:
        exact = datetime.fromisoformat(words) if len(words) > len("2026-12-31") else None
    except ValueError:
        exact = None
    if exact is None:
        that_day = day(words, order)
        clock = _CLOCK.fullmatch(words[words.find(" ") + 1 :].strip()) if " " in words else None
        hour, minute, second = (int(part or 0) for part in clock.groups()) if clock else (12, 0, 0)
        try:
            exact = datetime(that_day.year, that_day.month, that_day.day, hour, minute, second)  # noqa: DTZ001
        except ValueError:
            raise _no_day(written) from None
    return round((exact if exact.tzinfo else exact.replace(tzinfo=ZoneInfo(zone))).timestamp() * 1000)


def _no_day(written: str) -> Unfit:
    return Unfit(msgid("“{value}” is no date. Write it like 31/12/2026."), value=written.strip())


def yes_or_no(written: str) -> bool | None:
    """None where nothing is said."""
    word = plain(text(written))
    if not word:
        return None
    if word in _YES or word in _NO:
        return word in _YES
    raise Unfit(msgid("“{value}” is neither yes nor no."), value=written.strip())


def plain(words: str) -> str:
    """As headings and choices are compared: lower case, without accents and signs."""
    letters = unicodedata.normalize("NFKD", words.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c))))


def slug(*words: str) -> str:
    """An id that people can read; empty where nothing is left."""
    return "-".join(part for word in words if (part := plain(word).replace(" ", "-")))


_LANGUAGES = {
    "it": "it ita italiano italiana italian italy italia it it",
    "en": "en eng inglese english en gb en us",
    "fr": "fr fra francese french",
    "de": "de deu ger tedesco tedesca german",
    "es": "es esp spa spagnolo spanish",
}


def language(written: str) -> str:
    """ISO 639-1, empty where nothing is said."""
    words = plain(text(written))
    for key, known in _LANGUAGES.items():
        if words in known.split():
            return key
    short = words.split(" ")[0]
    if words and not (len(short) == 2 and short.isalpha()):  # noqa: PLR2004 - ISO 639-1
        raise Unfit(msgid("“{value}” is no language. Write it like: it, en."), value=written.strip())
    return short
