"""Who she is: the left column of the card, derived from the values of the trunk."""

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from clienteling.card.values import Card, Leaning
from clienteling.consents.values import ConsentState, Purpose
from clienteling.customers.facts import ONE_VALUE
from clienteling.customers.values import Customer, Fact, PreferenceKind, Provenance

if TYPE_CHECKING:
    from clienteling.wording import Wording

BIRTHDAY = "birthday"
INTEREST = "interest"
_LEAP_YEAR = 2000


@dataclass(frozen=True)
class Who:
    """Name and line; QML puts the words round them."""

    name: str = ""
    initials: str = ""
    since_year: str = ""
    language: str = ""
    tier: str = ""
    phone: str = ""
    email: str = ""
    card_number: str = ""
    provisional: bool = False
    records: int = 1
    """How many were joined to this card."""


@dataclass(frozen=True)
class FactRow:
    key: str
    kind: str
    """PreferenceKind, `interest` or `birthday`."""
    value: str
    source: str = ""
    purchases: int = 0
    conversations: int = 0
    store: str = ""
    said: str = ""
    to_confirm: bool = False
    confirmable: bool = False
    """One tap may say that it is still so: no two values contradict each other."""
    days_left: int = -1
    """To the birthday; -1 for any other fact."""
    because: str = ""
    """From what it is deduced, in words; empty for what the figures beside it say."""


class ConsentTopic(StrEnum):
    """One chip on the card; marketing gathers its channels."""

    SERVICE = "service"
    PROFILING = "profiling"
    MARKETING = "marketing"


class Standing(StrEnum):
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    EXPIRED = "expired"
    NOT_ASKED = "not_asked"


_TOPICS: dict[ConsentTopic, tuple[Purpose, ...]] = {
    ConsentTopic.SERVICE: (Purpose.SERVICE,),
    ConsentTopic.PROFILING: (Purpose.PROFILING,),
    ConsentTopic.MARKETING: (
        Purpose.MARKETING_EMAIL,
        Purpose.MARKETING_MESSAGE,
        Purpose.MARKETING_PHONE,
    ),
}


@dataclass(frozen=True)
class ConsentChip:
    key: str
    standing: str


def purposes(topic: ConsentTopic) -> tuple[Purpose, ...]:
    return _TOPICS[topic]


def initials(name: str) -> str:
    words = name.split()
    return "".join(word[0].upper() for word in (*words[:1], *words[1:][-1:]))


def who(customer: Customer, wording: "Wording") -> Who:
    return Who(
        name=customer.full_name or wording.say("Name not known yet"),
        initials=initials(customer.full_name) or "?",
        since_year=(customer.since_on or "")[:4],
        language=customer.language,
        tier=customer.tier.value,
        phone=customer.phone,
        email=customer.email,
        card_number=customer.card_number,
        provisional=customer.provisional,
        records=customer.records,
    )


def standing(state: ConsentState) -> Standing:
    if state.expired:
        return Standing.EXPIRED
    if state.granted:
        return Standing.GRANTED
    return Standing.REFUSED if state.asked else Standing.NOT_ASKED


def topic_standing(states: Iterable[ConsentState]) -> Standing:
    """One word for several channels: granted only when all are."""
    seen = {standing(state) for state in states}
    if not seen:
        return Standing.NOT_ASKED
    if len(seen) == 1:
        return seen.pop()
    return Standing.PARTLY if Standing.GRANTED in seen else Standing.REFUSED


def consent_chips(states: Iterable[ConsentState]) -> list[ConsentChip]:
    by_purpose = {state.purpose: state for state in states}
    return [
        ConsentChip(
            key=topic.value,
            standing=topic_standing(by_purpose.get(p, ConsentState(purpose=p)) for p in group),
        )
        for topic, group in _TOPICS.items()
    ]


def evidence(text: str) -> dict[str, int]:
    """`purchases=3 messages=2` → counts; what is not a count is left out."""
    pairs = (part.partition("=") for part in text.replace(",", " ").replace(";", " ").split())
    return {name: int(number) for name, _, number in pairs if number.isdigit()}


def fact_row(said: Sequence[Fact], today: date, wording: "Wording", key: str = "") -> FactRow:
    """What she said of one kind, with the provenance of the first, which is the strongest."""
    fact = said[0]
    counts = evidence(fact.evidence)
    return FactRow(
        key=key or fact.kind.value,
        kind=fact.kind.value,
        value=", ".join(value_in_words(fact.kind, each.value, wording) for each in said),
        source=fact.source.value,
        purchases=counts.get("purchases", 0),
        conversations=counts.get("conversations", 0),
        store=fact.store_name,
        said=wording.long_date(wording.day_of(fact.said_at), today) if fact.said_at else "",
        to_confirm=fact.to_confirm,
        confirmable=any(each.to_confirm for each in said) and (len(said) == 1 or fact.kind not in ONE_VALUE),
    )


def value_in_words(kind: PreferenceKind, value: str, wording: "Wording") -> str:
    return wording.colour(value) if kind is PreferenceKind.COLOUR else value


def next_birthday(birthday_on: str, today: date) -> date:
    """The next time this day of the year comes round; 29 February is kept on 1 March in other years."""
    _, month, day = (int(part) for part in birthday_on.split("-"))

    def in_year(year: int) -> date:
        return date(year, 3, 1) if (month, day) == (2, 29) and not isleap(year) else date(year, month, day)

    this_year = in_year(today.year)
    return this_year if this_year >= today else in_year(today.year + 1)


def birthday_row(birthday_on: str, today: date, wording: "Wording") -> FactRow:
    return FactRow(
        key=BIRTHDAY,
        kind=BIRTHDAY,
        value=wording.long_date(date(_LEAP_YEAR, int(birthday_on[5:7]), int(birthday_on[8:10]))),
        days_left=(next_birthday(birthday_on, today) - today).days,
    )


def interest_row(leaning: Leaning) -> FactRow:
    return FactRow(
        key=INTEREST,
        kind=INTEREST,
        value=leaning.text,
        source=Provenance.DEDUCED.value,
        because=leaning.reason,
    )


def fact_rows(card: Card, today: date, wording: "Wording") -> list[FactRow]:
    by_kind: dict[PreferenceKind, list[Fact]] = {}
    for fact in card.facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    rows = [fact_row(said, today, wording) for said in by_kind.values()]
    if card.leaning is not None:
        rows.append(interest_row(card.leaning))
    if card.customer.birthday_on:
        rows.append(birthday_row(card.customer.birthday_on, today, wording))
    return rows
