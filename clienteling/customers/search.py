"""Finding a customer while the clerk types: names, telephone, e-mail, card, in any order and spelling.

An FTS5 table on SQLite, kept by triggers. Telephone and card numbers enter with all their tails, so that
any part of a number is the beginning of a word.
"""

from collections.abc import Collection, Iterator

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import Her, together
from clienteling.customers.queries import hits_of, recent
from clienteling.customers.search_index import EMAIL_MARK, SURNAME_MARK, create_index
from clienteling.customers.tables import recent_customer
from clienteling.customers.values import CustomerHit
from clienteling.folding import folded

__all__ = ["create_index", "search", "understood"]

_CANDIDATES = 120
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


def search(conn: sa.Connection, text: str, limit: int = 20) -> list[CustomerHit]:
    """Best first; the customers opened last when nothing was typed yet."""
    query = understood(text)
    if query is None:
        return recent(conn, limit) if not text.strip() else []
    people = {she.id: she for she in together(conn, set(_candidates(conn, query))).values()}
    hits = hits_of(conn, list(people.values()))
    opened = _opened(conn, people.values())
    return sorted(hits, key=lambda hit: _order(hit, query, opened))[:limit]


def understood(text: str) -> Query | None:
    """None where nothing was typed that could be searched for."""
    if _is_number(text):
        digits = _digits(text)
        return Query((digits,)) if digits else None
    terms = tuple(term for term in map(_term, folded(text).split()) if term)
    names = [term for term in terms if not term.startswith(EMAIL_MARK)]
    return Query(terms, max(names, key=len, default="")) if terms else None


def _term(word: str) -> str:
    joined = _alphanumeric(word)
    return f"{EMAIL_MARK}{joined}" if joined and "@" in word else joined


def _alphanumeric(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum())


def _beginning(term: str) -> str:
    return f'"{term}"*'


def _is_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and all(sign in _NUMBER_SIGNS for sign in text)


def _digits(text: str) -> str:
    packed = "".join(sign for sign in text if sign in "+0123456789")
    for prefix in _HOME_PREFIXES:
        packed = packed.removeprefix(prefix)
    return packed.replace("+", "")


def _candidates(conn: sa.Connection, query: Query) -> Iterator[str]:
    """Exact family names, then those that begin so, then the rest: a few of each are enough to order."""
    if query.surname:
        family = f"{SURNAME_MARK}{query.surname}"
        yield from _matching(conn, " ".join((f'"{family}"', *query.rest)))
        yield from _matching(conn, " ".join((_beginning(family), *query.rest)))
    yield from _matching(conn, " ".join(map(_beginning, query.terms)))


def _matching(conn: sa.Connection, match: str) -> Iterator[str]:
    rows = conn.exec_driver_sql(
        "select r.customer_id from customer_search s join customer_search_row r on r.docid = s.rowid "
        "where customer_search match ? limit ?",
        (match, _CANDIDATES),
    )
    return (row.customer_id for row in rows)


def _opened(conn: sa.Connection, people: Collection[Her]) -> dict[str, int]:
    """Id of a record → when her card was opened last, by whichever of her ids."""
    ids = [i for she in people for i in she.ids]
    rows = conn.execute(sa.select(recent_customer).where(recent_customer.c.customer_id.in_(ids)))
    at = {row.customer_id: row.opened_at for row in rows}
    return {i: max(at.get(one, 0) for one in she.ids) for she in people for i in she.ids}


def _order(hit: CustomerHit, query: Query, opened: dict[str, int]) -> tuple[int, int, str]:
    family = _alphanumeric(folded(hit.family_name))
    closeness = 2
    if query.surname and family == query.surname:
        closeness = 0
    elif query.surname and family.startswith(query.surname):
        closeness = 1
    seen = max(hit.last_seen_at, opened.get(hit.id, 0))
    return closeness, -seen, hit.full_name
