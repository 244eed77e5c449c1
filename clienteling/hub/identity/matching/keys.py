"""Who is compared with whom: those who share one of these keys. All pairs would be too many."""

from collections.abc import Iterator

from clienteling.hub.identity.matching.person import YEAR_NOT_KNOWN, Person
from clienteling.hub.identity.matching.sound import sound

MOST = 30
"""A key that more people have tells nobody apart."""
_MAILBOX_LETTERS = 4


def keys(who: Person) -> frozenset[str]:
    return frozenset(_keys(who))


def _keys(who: Person) -> Iterator[str]:
    yield from (f"email {email}" for email in who.emails)
    yield from (f"mailbox {_mailbox(email)}" for email in who.emails)
    yield from (f"phone {phone}" for phone in who.phones)
    yield from (f"card {card}" for card in who.cards)
    if who.given and who.family:
        yield f"name {' '.join(sorted(who.whole_name))}"
        yield f"sound {' '.join(sorted((sound(who.given[0]), sound(''.join(who.family)))))}"
    yield from _by_birth(who)
    yield from _by_place(who)


def _mailbox(email: str) -> str:
    """The same for addresses that differ at the end of the name or of the domain."""
    name, _, domain = email.partition("@")
    return f"{name[:_MAILBOX_LETTERS]}@{domain[:_MAILBOX_LETTERS]}"


def _by_birth(who: Person) -> Iterator[str]:
    if not who.birthday_on:
        return
    year, month, day = who.birthday_on.split("-")
    on = "-".join(sorted((month, day)))
    initials = {word[:1] for word in (*who.given[:1], *who.family[:1])}
    if year != YEAR_NOT_KNOWN:
        yield f"born {who.birthday_on}"
        yield from (f"year {year} {sound(word)}" for word in (*who.given[:1], *who.family))
    yield from (f"day {on} {sound(word)}" for word in (*who.given[:1], *who.family))
    yield from (f"date {on} {year[-2:]} {initial}" for initial in initials)


def _by_place(who: Person) -> Iterator[str]:
    number = next((word for word in who.address if word.isdigit()), "")
    streets = sorted((word for word in who.address if not word.isdigit()), key=len)
    if number and streets:
        yield f"lives {number} {sound(streets[-1])} {who.postcode[:2]}"
    if who.city:
        yield from (f"town {who.city} {sound(word)}" for word in (*who.given[:1], *who.family[:1]))
    if who.postcode:
        yield from (f"post {who.postcode} {sound(word)}" for word in (*who.given[:1], *who.family[:1]))
        if who.given and who.family:
            yield f"post {who.postcode} {''.join(sorted((who.given[0][0], who.family[0][0])))}"
