"""One cell → the value it means. Everything raises Unfit with the reason, nothing is guessed away."""

import re
import unicodedata

from clienteling.customers import normal
from clienteling.hub.importing.values import Unfit
from clienteling.marking import msgid
from clienteling.scan.numbers import check_digit_agrees

LONGEST = 200
LONGEST_BODY = 5_000
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
_YES = frozenset({"si", "s", "yes", "y", "1", "x", "true", "vero", "ok", "subscribed", "accepted"})
_NO = frozenset({"no", "n", "0", "false", "falso", "unsubscribed", "refused", "not subscribed"})
_LOST_ZEROS = (9, 10, 11)


def text(written: str, longest: int = LONGEST) -> str:
    """Without what does not belong to it: spaces, control signs, the apostrophe that marks text in Excel."""
    if not written:
        return ""
    if not written.isprintable():
        written = "".join(c for c in written if c.isspace() or unicodedata.category(c) != "Cc")
    words = " ".join(written.split())
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
    number = normal.phone(words)
    if words and not number:
        raise Unfit(msgid("“{value}” is no telephone number."), value=words)
    return number


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
