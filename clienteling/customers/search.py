"""Finding a customer while the clerk types: names, telephone, e-mail, card, in any order and spelling.

An FTS5 table on SQLite, kept by triggers. Telephone and card numbers enter with all their tails, so that
any part of a number is the beginning of a word.
"""

from collections.abc import Iterator

import msgspec
import sqlalchemy as sa

from clienteling.customers.queries import hits_by_id, recent
from clienteling.customers.search_index import create_index
from clienteling.customers.tables import recent_customer
from clienteling.customers.values import CustomerHit
from clienteling.folding import folded

__all__ = ["create_index", "search", "understood"]

_CANDIDATES = 120
_HOME_PREFIXES = ("+39", "0039")
_NUMBER_SIGNS = frozenset("0123456789+ ()/-.")


class Query(msgspec.Struct, frozen=True):
    """What was typed, as FTS5 understands it."""

    match: str
    surname: str
    """The longest word, which is compared to family names for the order."""


def search(conn: sa.Connection, text: str, limit: int = 20) -> list[CustomerHit]:
    """Best first; the customers opened last when nothing was typed yet."""
    query = understood(text)
    if query is None:
        return recent(conn, limit) if not text.strip() else []
    ids = list(dict.fromkeys(_candidates(conn, query)))
    hits = hits_by_id(conn, ids)
    opened = _opened(conn, ids)
    return sorted(hits, key=lambda hit: _order(hit, query, opened))[:limit]


def understood(text: str) -> Query | None:
    """None where nothing was typed that could be searched for."""
    if _is_number(text):
        digits = _digits(text)
        return Query(f'"{digits}"*', "") if digits else None
    words = [word for word in map(folded, text.split()) if word]
    terms = [term for word in words for term in _terms(word)]
    if not terms:
        return None
    return Query(" ".join(terms), max(words, key=len))


def _terms(word: str) -> Iterator[str]:
    if "@" in word:
        local = " ".join(_alphanumeric(word))
        if local:
            yield f'email : "{local}"*'
        return
    squashed = "".join(_alphanumeric(word))
    if squashed:
        yield f'"{squashed}"*'


def _alphanumeric(word: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in word).split()


def _is_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and all(sign in _NUMBER_SIGNS for sign in text)


def _digits(text: str) -> str:
    packed = "".join(sign for sign in text if sign in "+0123456789")
    for prefix in _HOME_PREFIXES:
        packed = packed.removeprefix(prefix)
    return packed.replace("+", "")


def _candidates(conn: sa.Connection, query: Query) -> Iterator[str]:
    """Exact family names, then those that begin so, then the rest: a few of each are enough to order."""
    surname = "".join(_alphanumeric(query.surname))
    if surname:
        yield from _matching(conn, f'family : "{surname}" AND ({query.match})')
        yield from _matching(conn, f'family : "{surname}"* AND ({query.match})')
    yield from _matching(conn, query.match)


def _matching(conn: sa.Connection, match: str) -> Iterator[str]:
    rows = conn.exec_driver_sql(
        "select r.customer_id from customer_search s join customer_search_row r on r.docid = s.rowid "
        "where customer_search match ? limit ?",
        (match, _CANDIDATES),
    )
    return (row.customer_id for row in rows)


def _opened(conn: sa.Connection, ids: list[str]) -> dict[str, int]:
    rows = conn.execute(sa.select(recent_customer).where(recent_customer.c.customer_id.in_(ids)))
    return {row.customer_id: row.opened_at for row in rows}


def _order(hit: CustomerHit, query: Query, opened: dict[str, int]) -> tuple[int, int, str]:
    family = "".join(_alphanumeric(folded(hit.family_name)))
    surname = "".join(_alphanumeric(query.surname))
    closeness = 2
    if surname and family == surname:
        closeness = 0
    elif surname and family.startswith(surname):
        closeness = 1
    seen = max(hit.last_seen_at, opened.get(hit.id, 0))
    return closeness, -seen, hit.full_name
