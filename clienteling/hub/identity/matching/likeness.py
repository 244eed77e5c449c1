"""How far two customers agree, thing by thing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum

import msgspec
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler
from rapidfuzz.fuzz import token_set_ratio

from clienteling.hub.identity.matching.person import YEAR_NOT_KNOWN, Person

ALIKE = 0.88
NEARLY = 0.80
SAME_STREET = 88
ALIKE_STREET = 0.92
SHORTEST_ALIKE = 3
_DECADE = 3660


class Thing(StrEnum):
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    BIRTHDAY = "birthday"
    ADDRESS = "address"
    POSTCODE = "postcode"
    CITY = "city"


class How(StrEnum):
    SAME = "same"
    SHORT = "short"
    """A short form or an initial of it: Beppe, G."""
    PART = "part"
    """One has all the words of the other: Rossi, Rossi Bianchi."""
    TURNED = "turned"
    """The same name, where the other has the other name: Marta Conti, Conti Marta."""
    ALIKE = "alike"
    """A slip of the pen apart."""
    DIFFERENT = "different"


class Likeness(msgspec.Struct, frozen=True):
    thing: Thing
    how: How
    value: str = ""
    """On what they agree, as it is counted among all customers."""
    other: str = ""
    """Of what is alike: how the other has it."""
    turned: bool = False
    """Of a name: it was held against the other name of the other record."""


Short = Callable[[str, str], bool]


def likenesses(one: Person, other: Person, short: Short) -> Iterator[Likeness]:
    """Of everything that both have. `short` says whether one given name is a short form of the other."""
    yield from _names(one, other, short)
    yield from _emails(one, other)
    yield from _shared(Thing.PHONE, one.phones, other.phones, _one_slip)
    yield from _shared(Thing.CARD, one.cards, other.cards, _one_slip)
    if one.birthday_on and other.birthday_on:
        yield Likeness(Thing.BIRTHDAY, _birthday(one.birthday_on, other.birthday_on), one.birthday_on)
    if one.address and other.address:
        yield Likeness(Thing.ADDRESS, _address(one.address, other.address))
    if one.postcode and other.postcode:
        how = _text(one.postcode, other.postcode, _one_slip)
        yield Likeness(Thing.POSTCODE, how, one.postcode, other.postcode)
    if one.city and other.city:
        yield Likeness(Thing.CITY, _city(one.city, other.city), one.city, other.city)


def _names(one: Person, other: Person, short: Short) -> Iterator[Likeness]:
    """As they are written; where nothing agrees so, the other way round, if anything agrees then."""
    found = tuple(_name_by_name(one, other, short))
    if all(like.how is How.DIFFERENT for like in found):
        turned = Person(id=other.id, given=other.family, family=other.given)
        other_way = tuple(_turned_name(like) for like in _name_by_name(one, turned, short))
        if any(like.how is not How.DIFFERENT for like in other_way):
            return iter(other_way)
    return iter(found)


def _turned_name(like: Likeness) -> Likeness:
    how = How.TURNED if like.how is How.SAME else like.how
    return msgspec.structs.replace(like, how=how, turned=True)


def _name_by_name(one: Person, other: Person, short: Short) -> Iterator[Likeness]:
    if one.given and other.given:
        yield _name(Thing.GIVEN_NAME, one.given, other.given, short)
    if one.family and other.family:
        yield _name(Thing.FAMILY_NAME, one.family, other.family, _never)


def _name(thing: Thing, mine: Sequence[str], theirs: Sequence[str], short: Short) -> Likeness:
    how = _how(mine, theirs, short)
    words = min(mine, theirs, key=len) if how is How.PART else mine
    return Likeness(thing, how, "".join(words), "".join(theirs) if how is How.ALIKE else "")


def _how(mine: Sequence[str], theirs: Sequence[str], short: Short) -> How:
    if mine == theirs:
        return How.SAME
    one, other = "".join(mine), "".join(theirs)
    if one == other:
        return How.SAME
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return How.PART
    if short(mine[0], theirs[0]) or (1 in (len(one), len(other)) and one[0] == other[0]):
        return How.SHORT
    return How.ALIKE if _alike(one, other) else How.DIFFERENT


def _never(_one: str, _other: str) -> bool:
    return False


def _text(one: str, other: str, alike: Callable[[str, str], bool]) -> How:
    if one == other:
        return How.SAME
    return How.ALIKE if alike(one, other) else How.DIFFERENT


def _city(one: str, other: str) -> How:
    """`San Donato` and `Sandonato` are one town."""
    return How.SAME if one.replace(" ", "") == other.replace(" ", "") else _text(one, other, _alike)


def _shared(
    thing: Thing, mine: frozenset[str], theirs: frozenset[str], alike: Callable[[str, str], bool]
) -> Iterator[Likeness]:
    if not mine or not theirs:
        return
    if both := mine & theirs:
        yield Likeness(thing, How.SAME, min(both))
    elif any(alike(one, other) for one in mine for other in theirs):
        yield Likeness(thing, How.ALIKE)
    else:
        yield Likeness(thing, How.DIFFERENT)


def _emails(one: Person, other: Person) -> Iterator[Likeness]:
    """Two mailboxes that are both called by her name are alike because the names are: that says no more."""
    for found in _shared(Thing.EMAIL, one.emails, other.emails, _alike_email):
        if found.how is not How.ALIKE or not (_by_name(one) and _by_name(other)):
            yield found


def _by_name(who: Person) -> bool:
    names = {word for word in who.whole_name if len(word) >= SHORTEST_ALIKE}
    return any(name in email.partition("@")[0] for email in who.emails for name in names)


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST_ALIKE:
        return False
    near = JaroWinkler.similarity(one, other)
    return near >= ALIKE or (near >= NEARLY and _one_slip(one, other))


def _one_slip(one: str, other: str) -> bool:
    """One sign more, fewer, another, or two that changed places."""
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _alike_email(one: str, other: str) -> bool:
    mine, _, at = one.partition("@")
    theirs, _, there = other.partition("@")
    if at == there:
        return _alike(mine, theirs)
    return mine == theirs or DamerauLevenshtein.distance(one, other, score_cutoff=2) <= 2  # noqa: PLR2004


def _address(one: Sequence[str], other: Sequence[str]) -> How:
    numbers = [{word for word in words if word.isdigit()} for words in (one, other)]
    streets = [[word for word in words if not word.isdigit()] for words in (one, other)]
    if not all(streets):
        return How.PART if numbers[0] & numbers[1] else How.DIFFERENT
    if not _same_street(*streets):
        return How.DIFFERENT
    return How.SAME if numbers[0] == numbers[1] else How.ALIKE


def _same_street(one: Sequence[str], other: Sequence[str]) -> bool:
    """`Via Prati` and `Viaprati`, `Via Prati` and `Via dei Prati`, `Prati` and `Parti`."""
    if JaroWinkler.similarity("".join(one), "".join(other)) >= ALIKE_STREET:
        return True
    return token_set_ratio(" ".join(one), " ".join(other)) >= SAME_STREET


def _birthday(one: str, other: str) -> How:
    if one == other:
        return How.SAME
    if YEAR_NOT_KNOWN in (one[:4], other[:4]):
        return How.PART if one[5:] == other[5:] else How.DIFFERENT
    if _one_slip(one, other) or _turned(one) == other or _same_digits(one, other):
        return How.ALIKE
    return How.DIFFERENT


def _turned(day: str) -> str:
    return f"{day[:5]}{day[8:]}-{day[5:7]}"


def _same_digits(one: str, other: str) -> bool:
    """Two digits off, in days that are near by."""
    apart = abs(date.fromisoformat(one).toordinal() - date.fromisoformat(other).toordinal())
    return sum(a != b for a, b in zip(one, other, strict=True)) <= 2 and apart < _DECADE  # noqa: PLR2004
