"""What does not belong into a note about a customer, recognised while it is typed. It warns and never blocks.

Health, religion and insults: Regulation (EU) 2016/679, articles 9 and 5(1)(c). Numbers of payment cards are
told from loyalty cards by their issuer's digits and Luhn's check, ISO/IEC 7812-1; accounts by ISO 13616.
"""

import re
from enum import StrEnum

from clienteling.folding import folded
from clienteling.notes.guarded_words import ALSO_NAMES, CHILDREN, HEALTH, INSULTS, NAMED, RELIGION


class Topic(StrEnum):
    HEALTH = "health"
    RELIGION = "religion"
    INSULT = "insult"
    CHILD = "child"
    CARD = "card"


_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<!\d)\d(?:[ .-]?\d){12,18}(?!\d)")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]){11,30}\b", re.IGNORECASE)
_ISSUERS = re.compile(r"3\d|4|5\d|6|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)")
_CHILD = re.compile(
    rf"\b(?i:{'|'.join(CHILDREN)})(?i:[\s,:]+(?:{'|'.join(NAMED)}))*[\s,:]+([A-ZÀ-Ý][a-zà-ÿ]+)"
)
_LISTS = ((Topic.HEALTH, HEALTH), (Topic.RELIGION, RELIGION), (Topic.INSULT, INSULTS))


def topics(text: str) -> tuple[Topic, ...]:
    """Each once, the gravest first."""
    words = [(folded(word), word) for word in _WORD.findall(text)]
    found = [topic for topic, stems in _LISTS if any(_is_among(*word, stems) for word in words)]
    if _CHILD.search(text):
        found.append(Topic.CHILD)
    if _has_card(text):
        found.insert(0, Topic.CARD)
    return tuple(found)


def _is_among(plain: str, written: str, stems: tuple[str, ...]) -> bool:
    """A word that may be somebody's name is none of these when it begins like one."""
    if written[:1].isupper() and plain.startswith(ALSO_NAMES):
        return False
    return plain.startswith(stems)


def _has_card(text: str) -> bool:
    numbers = (re.sub(r"\D", "", found.group()) for found in _NUMBER.finditer(text))
    if any(_ISSUERS.match(number) and _luhn(number) for number in numbers):
        return True
    return any(_is_account(found.group().replace(" ", "").upper()) for found in _ACCOUNT.finditer(text))


def _luhn(number: str) -> bool:
    doubled = (int(digit) * 2 for digit in number[-2::-2])
    total = sum(map(int, number[-1::-2])) + sum(value - 9 if value > 9 else value for value in doubled)  # noqa: PLR2004
    return total % 10 == 0


def _is_account(written: str) -> bool:
    turned = written[4:] + written[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1
