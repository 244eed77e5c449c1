"""The schemes of a shop's page in words: what a month of one comes to, and what was laid down of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.marking import msgid

if TYPE_CHECKING:
    from clienteling.attribution.closing import Month
    from clienteling.attribution.schemes import Scheme
    from clienteling.attribution.terms import Course, Laid
    from clienteling.wording import Wording

_ELSEWHERE = msgid("The month is over; it is closed on a tablet of that shop that has met its hub")
_READ_THERE = msgid("What each gets is read on the tablets of that shop alone")
_NO_KEY = msgid(
    "What each gets does not open on this tablet: its hub has not told it the key of the shop. Whoever looks"
    " after the hub can say why."
)
_LOST = msgid(
    "What each gets was sealed with a key that this tablet was never told. Another tablet of the shop may"
    " still open it. Where none does, the month can be opened again and closed anew from what is recorded."
)
_RESTS = msgid("It begins with what an earlier month came to, and that does not open on this tablet.")


@dataclass(frozen=True)
class Keys:
    """What of the sealed months of a shop this tablet can open and seal."""

    own: bool
    """The shop is its own."""
    key: bool
    """A hub has told it that shop's key."""


@dataclass(frozen=True)
class SchemeRow:
    key: str
    """Its first version."""
    name: str
    terms: str
    amount: str
    words: str
    whose: str
    closed: str
    """`Closed by Marta De Angelis, today 19:40`; empty while it is not."""
    may_close: bool
    persons: bool
    sealed: bool
    """It says nothing here: what each gets does not open on this tablet."""
    may_open_again: bool
    """It was closed, and nobody may be able to read it any more."""
    may_change: bool
    """Its terms, from some month on."""
    later: str
    """What is laid down for a month after this one; empty where nothing is."""


@dataclass(frozen=True)
class LaidRow:
    """What was laid down once, and from which month on."""

    key: str
    words: str
    said: str
    counts: bool
    """It counts now or will; nothing that was said later is in its place."""


@dataclass(frozen=True)
class DueRow:
    """What somebody gets, for whoever may see it."""

    key: str
    name: str
    words: str
    amount: str


@dataclass(frozen=True)
class ChangeRow:
    key: str
    words: str
    amount: str


def scheme_row(
    one: "Month",
    course: "Course | None",
    names: Mapping[str, str],
    now: int,
    wording: "Wording",
    *,
    keys: Keys,
) -> SchemeRow:
    from clienteling.attribution import words
    from clienteling.attribution.schemes import Whose

    statement, scheme = one.statement, one.statement.scheme
    persons = scheme.whose is Whose.PERSON
    waits = one.over and one.closed is None
    elsewhere = waits and persons and (one.sealed or not keys.key)
    return SchemeRow(
        key=scheme.first_id,
        name=scheme.name,
        terms=words.terms(scheme, wording),
        amount="" if one.sealed else wording.money(statement.amount_cents),
        words=_words(one, keys, wording),
        whose=scheme.whose.value,
        closed=_where(one, keys, wording) if elsewhere else _closed(one, names, now, wording),
        may_close=waits and not elsewhere,
        persons=persons,
        sealed=one.sealed,
        may_open_again=one.sealed and one.closed is not None and keys.key,
        may_change=one.closed is None and course is not None,
        later=_later(course, date.fromisoformat(statement.month), wording),
    )


def _words(one: "Month", keys: Keys, wording: "Wording") -> str:
    """How it came about; of what each gets nothing."""
    from clienteling.attribution import words
    from clienteling.attribution.schemes import Whose

    if one.sealed:
        return wording.say(_shut(one, keys))
    if one.statement.scheme.whose is Whose.PERSON:
        return ""
    return words.shared(one.statement, wording) or _made_of(one, wording)


def _where(one: "Month", keys: Keys, wording: "Wording") -> str:
    """It may be closed, but not here; nothing, where `words` say why."""
    return "" if one.sealed and keys.key else wording.say(_ELSEWHERE)


def _shut(one: "Month", keys: Keys) -> str:
    """Why it says nothing here."""
    if not keys.own:
        return _READ_THERE
    if not keys.key:
        return _NO_KEY
    return _LOST if one.closed is not None else _RESTS


def _made_of(one: "Month", wording: "Wording") -> str:
    from clienteling.attribution import words

    return words.made_of(one.statement.due[0], wording) if one.statement.due else ""


def _closed(one: "Month", names: Mapping[str, str], now: int, wording: "Wording") -> str:
    if one.closed is None:
        return wording.say("The month is over and may be closed") if one.over else wording.say("So far")
    who = names.get(one.closed.by_id, "")
    said = wording.say("Closed by {name}, {when}", name=who, when=wording.moment(one.closed.at, now))
    if not one.closed.again_by:
        return said
    others = wording.all_of([names.get(other, "") for other in one.closed.again_by])
    again = wording.say("{name} closed it too; the first counts", name=others)
    return f"{said} · {again}"


def _later(course: "Course | None", month: date, wording: "Wording") -> str:
    later = course.after(month) if course else None
    return laid_words(later, wording) if later else ""


def laid_words(one: "Laid", wording: "Wording") -> str:
    """`From December 2026: 3% of what came of its contacts, for the shop`, or with which month it ends."""
    from clienteling.attribution import words
    from clienteling.attribution.schemes import month_before

    since = date.fromisoformat(one.scheme.from_on)
    if one.ended:
        return wording.say("Ends with {month}", month=wording.month(month_before(since)))
    return wording.say(
        "From {month}: {terms}", month=wording.month(since), terms=words.terms(one.scheme, wording)
    )


def laid_rows(course: "Course", names: Mapping[str, str], now: int, wording: "Wording") -> list[LaidRow]:
    """All of it, what was said last first."""
    return [
        LaidRow(
            key=one.scheme.id,
            words=laid_words(one, wording),
            said=wording.say(
                "{name}, {when}", name=names.get(one.by_id, ""), when=wording.moment(one.at, now)
            ),
            counts=course.stands(one),
        )
        for one in course.laid
    ]


def waiting_words(waiting: "Sequence[date]", shown: date, wording: "Wording") -> tuple[str, str]:
    """Of the oldest month that nobody closed, unless it is the one that is shown; and how many there are."""
    from clienteling.attribution import words

    if not waiting or waiting[0] == shown:
        return "", ""
    more = len(waiting) - 1
    rest = wording.count("and {n} month after it", "and {n} months after it", more) if more else ""
    return wording.say("{month} waits to be closed", month=words.month(waiting[0], wording)), rest


def due_rows(month: "Month", names: Mapping[str, str], wording: "Wording") -> list[DueRow]:
    from clienteling.attribution import words

    return [
        DueRow(one.party, names[one.party], words.made_of(one, wording), wording.money(one.amount_cents))
        for one in month.statement.due
        if one.party in names
    ]


def change_rows(month: "Month", wording: "Wording") -> list[ChangeRow]:
    """What earlier months would say otherwise today, added up for each of them and kind."""
    from clienteling.attribution import words

    sums: dict[str, int] = {}
    for one in month.statement.changed:
        said = words.changed(one, wording)
        sums[said] = sums.get(said, 0) + one.cents
    return [ChangeRow(said, said, wording.money(cents)) for said, cents in sums.items()]


def draft(name: str, whose: str, percent: str, over: str, from_on: date) -> "Scheme":
    """As it was typed. Raises ValueError where a number is none, or not one that pays something."""
    from clienteling.attribution.schemes import PER_MILLE, Scheme, Whose

    made = Scheme(
        name=name,
        whose=Whose(whose),
        per_mille=round(_number(percent) * 10),
        over_cents=round(_number(over or "0") * 100),
        from_on=from_on.isoformat(),
    )
    if not name.strip() or not 0 < made.per_mille <= PER_MILLE or made.over_cents < 0:
        raise ValueError("it pays nothing, or more than there is")
    return made


def _number(text: str) -> float:
    """`1,5` as well as `1.5`; a point before three figures is one between thousands."""
    plain = text.strip().replace(" ", "").removesuffix("%")
    if "," in plain:
        return float(plain.replace(".", "").replace(",", "."))
    head, point, tail = plain.rpartition(".")
    return float(head + tail) if point and len(tail) == 3 else float(plain)  # noqa: PLR2004
