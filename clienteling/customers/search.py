"""Finding a customer while the clerk types: names, telephone, e-mail, card, in any order and spelling.

An FTS5 table on SQLite, kept by triggers. Telephone and card numbers enter with all their tails, so that
any part of a number is the beginning of a word.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import Her, alone, together
from clienteling.customers.queries import hits_of, recent
from clienteling.customers.search_index import EMAIL_MARK, LONGEST_PREFIX, SURNAME_MARK, create_index
from clienteling.customers.values import CustomerHit
from clienteling.folding import folded
from clienteling.prepared import said

__all__ = ["create_index", "search", "understood"]

MOST_WORDS = 12
"""Of names, a number and an address: a page that a scanner read is nobody's name, and each word costs."""
_SPARE = 20
"""More than are shown, for those seen last come first among equals."""
_AFTER_DIGITS = ":"
_MATCHING = (
    "select r.customer_id, exists (select 1 from customer_alias a where a.id = r.customer_id) "
    "or exists (select 1 from customer_alias a where a.customer_id = r.customer_id) "
    "from customer_search s join customer_search_row r on r.docid = s.rowid "
    "where customer_search match ? limit ?"
)
_CARDS = (
    "select c.id, exists (select 1 from customer_alias a where a.id = c.id) "
    "or exists (select 1 from customer_alias a where a.customer_id = c.id) "
    "from customer c where c.card_number >= ? and c.card_number < ? limit ?"
)
_RECENT = "select customer_id, opened_at from recent_customer"
_HOME_PREFIXES = ("+39", "0039")
_NUMBER_SIGNS = frozenset("0123456789+ ()/-.")


class Query(msgspec.Struct, frozen=True):
    """What was typed, word by word, as the index has it; a telephone number is one word."""

    terms: tuple[str, ...]
    surname: str = ""
    """The longest word of a name, which is taken for the family name in the order."""

    @property
    def rest(self) -> tuple[str, ...]:
        return tuple(_beginning(term) for term in self.terms if term != self.surname)


def search(conn: sa.Connection, text: str, limit: int = 20, *, hurried: bool = False) -> list[CustomerHit]:
    """Best first; the customers opened last when nothing was typed yet.

    Of more than anybody reads the first ones stand for the rest: which of them was seen last says little, and
    is not looked up where somebody is in a hurry.
    """
    query = understood(text)
    if query is None:
        return recent(conn, limit) if not text.strip() else []
    found = _candidates(conn, query, limit + _SPARE)
    many = len(found) >= limit + _SPARE
    people = _people(conn, dict(islice(found.items(), limit)) if many else found)
    hits = hits_of(conn, people, seen=not (many and hurried))
    opened = _opened(conn, people)
    return sorted(hits, key=lambda hit: _order(hit, query, opened))[:limit]


def understood(text: str) -> Query | None:
    """None where nothing was typed that could be searched for."""
    if _is_number(text):
        digits = _digits(text)
        return Query((digits,)) if digits else None
    terms = tuple(dict.fromkeys(term for term in map(_term, folded(text).split()) if term))
    if len(terms) > MOST_WORDS:
        return None
    names = [term for term in terms if not term.startswith(EMAIL_MARK)]
    return Query(terms, max(names, key=len, default="")) if terms else None


def _term(word: str) -> str:
    joined = _alphanumeric(word)
    return f"{EMAIL_MARK}{joined}" if joined and "@" in word else joined


def _alphanumeric(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum())


def _beginning(term: str) -> str:
    return f'"{term}"*'


def _family_beginning(word: str) -> str:
    """Where the mark makes it longer than the index has beginnings, those of both are looked up."""
    marked = f"{SURNAME_MARK}{word}"
    if len(word) != LONGEST_PREFIX:
        return _beginning(marked)
    return f"{_beginning(marked[:LONGEST_PREFIX])} {_beginning(word)}"


def _is_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and all(sign in _NUMBER_SIGNS for sign in text)


def _digits(text: str) -> str:
    packed = "".join(sign for sign in text if sign in "+0123456789")
    for prefix in _HOME_PREFIXES:
        packed = packed.removeprefix(prefix)
    return packed.replace("+", "")


def _people(conn: sa.Connection, found: Mapping[str, bool]) -> list[Her]:
    """Each once. Who has one record is herself: only about the others is anything to be read."""
    joined = together(conn, [i for i, several in found.items() if several])
    return list({she.id: she for she in (joined.get(i) or alone(i) for i in found)}.values())


def _candidates(conn: sa.Connection, query: Query, wanted: int) -> dict[str, bool]:
    """Exact family names, then those that begin so, then the rest, until there are enough.

    In that order they are shown; a clerk who sees forty types another letter. With each id whether it
    belongs to somebody with several records.
    """
    found: dict[str, bool] = {}
    for ids in _classes(conn, query, wanted):
        found |= ids
        if len(found) >= wanted:
            break
    return found


def _classes(conn: sa.Connection, query: Query, most: int) -> Iterator[dict[str, bool]]:
    everything = " ".join(map(_beginning, query.terms))
    if query.surname:
        family = f"{SURNAME_MARK}{query.surname}"
        yield _ids(conn, most, _MATCHING, " ".join((f'"{family}"', *query.rest)))
        yield _ids(conn, most, _MATCHING, " ".join((_family_beginning(query.surname), *query.rest)))
    if len(query.terms) == 1 and query.terms[0].isdigit():
        yield _ids(conn, most, _CARDS, query.terms[0], query.terms[0] + _AFTER_DIGITS)
    yield _ids(conn, most, _MATCHING, everything)


def _ids(conn: sa.Connection, most: int, statement: str, *asked: str) -> dict[str, bool]:
    found = said(conn, statement, (*asked, most))
    return {customer_id: bool(several) for customer_id, several in found}


def _opened(conn: sa.Connection, people: Collection[Her]) -> dict[str, int]:
    """Id of a record → when her card was opened last, by whichever of her ids."""
    at = dict(said(conn, _RECENT))
    return {i: max(at.get(one, 0) for one in she.ids) for she in people for i in she.ids}


def _order(hit: CustomerHit, query: Query, opened: dict[str, int]) -> tuple[int, int, str]:
    family = _alphanumeric(folded(hit.family_name))
    closeness = 2
    if query.surname and family == query.surname:
        closeness = 0
    elif query.surname and family.startswith(query.surname):
        closeness = 1
    seen = max(hit.last_seen_at or 0, opened.get(hit.id, 0))
    return closeness, -seen, hit.full_name
