"""The FTS5 table that finds customers, and the triggers that keep it.

The triggers stand on `customer`: whoever writes a customer, by a tap or by a pull, has indexed her.
One column, no positions: each word is looked up alone, which keeps the table small and quick to write.
"""
# ruff: noqa: S608 - the pieces put together here are this file's own

from collections.abc import Iterator

import sqlalchemy as sa

SURNAME_MARK = "\u0192"
"""Stands before the family name once more, so that looking for it reads family names only."""
EMAIL_MARK = "\u0258"
SHORTEST_TAIL = 3
LONGEST_PREFIX = 6
"""Beginnings of words up to here are in the index; those of a longer one are gathered from every word."""
_PREFIXES = " ".join(str(length) for length in range(1, LONGEST_PREFIX + 1))
_LONGEST_PHONE = 15  # ITU-T E.164
_LONGEST_CARD_TAIL = 8
_JOINERS = " '\u2019`\u00b4.-"
"""What is left out where two parts of a name are written as one: "d'amico" is "damico"."""

_DOCID = "(select docid from customer_search_row where customer_id = {}.id)"


def create_index(conn: sa.Connection) -> None:
    """Make the table and its triggers where they are not yet; index the customers that are already there."""
    for statement in _ddl():
        conn.exec_driver_sql(statement)
    conn.exec_driver_sql(
        "insert into customer_search_row (customer_id) select id from customer "
        "where id not in (select customer_id from customer_search_row)"
    )
    conn.exec_driver_sql(
        f"insert into customer_search (rowid, words) select r.docid, {_words('c')} "
        "from customer_search_row r join customer c on c.id = r.customer_id "
        "where r.docid not in (select rowid from customer_search)"
    )


def _ddl() -> Iterator[str]:
    yield (
        "create table if not exists customer_search_row "
        "(docid integer primary key, customer_id text not null unique)"
    )
    yield (
        "create virtual table if not exists customer_search using fts5(words, "
        f"detail=none, prefix='{_PREFIXES}', tokenize='unicode61 remove_diacritics 2')"
    )
    fill = " ".join(
        (
            # Not "or ignore": within an upsert its own way of conflicts takes the place of the trigger's.
            (
                "insert into customer_search_row (customer_id) select new.id "
                "where not exists (select 1 from customer_search_row where customer_id = new.id);"
            ),
            f"delete from customer_search where rowid = {_DOCID.format('new')};",
            f"insert into customer_search (rowid, words) values ({_DOCID.format('new')}, {_words('new')});",
        )
    )
    yield f"create trigger if not exists customer_search_insert after insert on customer begin {fill} end"
    yield (
        "create trigger if not exists customer_search_update after update of "
        f"given_name, family_name, phone, email, card_number on customer begin {fill} end"
    )
    yield (
        "create trigger if not exists customer_search_delete after delete on customer begin "
        f"delete from customer_search where rowid = {_DOCID.format('old')}; "
        "delete from customer_search_row where customer_id = old.id; end"
    )


def _words(row: str) -> str:
    """SQL for everything a customer is found by, one word after the other."""
    family, given, email = f"{row}.family_name", f"{row}.given_name", f"{row}.email"
    digits = f"replace(replace({row}.phone, '+', ''), ' ', '')"
    national = f"case when {row}.phone like '+39%' then substr({digits}, 3) else {digits} end"
    card = f"replace(replace({row}.card_number, ' ', ''), '-', '')"
    parts = (
        family,
        given,
        _joined(family),
        _joined(given),
        f"'{SURNAME_MARK}' || {_joined(family)}",
        email,
        f"'{EMAIL_MARK}' || {_joined(email, _JOINERS + '@_+')}",
        _tails(f"({national})", range(1, _LONGEST_PHONE - SHORTEST_TAIL + 2)),
        # Those of one shop begin alike: a million such words would be read through for each telephone.
        # Their beginning is looked up in the customers' own index instead.
        f"case when {card} glob '*[^0-9]*' then {card} else '' end",
        _tails(card, range(-_LONGEST_CARD_TAIL, -SHORTEST_TAIL + 1)),
    )
    return " || ' ' || ".join(parts)


def _joined(value: str, joiners: str = _JOINERS) -> str:
    for sign in joiners:
        quoted = sign.replace("'", "''")
        value = f"replace({value}, '{quoted}', '')"
    return value


def _tails(value: str, starts: range) -> str:
    """SQL for "12345 2345 345", so that any part of a number is the beginning of a word."""
    return " || ' ' || ".join(
        f"case when length({value}) >= {start + SHORTEST_TAIL - 1 if start > 0 else -start} "
        f"then substr({value}, {start}) else '' end"
        for start in starts
    )
