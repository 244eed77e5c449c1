"""The FTS5 table that finds customers, and the triggers that keep it.

The triggers stand on `customer`: whoever writes a customer, by a tap or by a pull, has indexed her.
"""
# ruff: noqa: S608 - the pieces put together here are this file's own

from collections.abc import Iterator

import sqlalchemy as sa

SHORTEST_TAIL = 3
LONGEST_NUMBER = 20
_JOINERS = " '\u2019`\u00b4.-"
"""What is left out where two parts of a name are written as one: "d'amico" is "damico"."""


def create_index(conn: sa.Connection) -> None:
    """Make the table and its triggers where they are not yet; index the customers that are already there."""
    for statement in _ddl():
        conn.exec_driver_sql(statement)
    conn.exec_driver_sql(
        "insert into customer_search_row (customer_id) select id from customer "
        "where id not in (select customer_id from customer_search_row)"
    )
    conn.exec_driver_sql(
        f"insert into customer_search (rowid, {_COLUMNS}) select r.docid, {_values('c')} "
        "from customer_search_row r join customer c on c.id = r.customer_id "
        "where r.docid not in (select rowid from customer_search)"
    )


_DOCID = "(select docid from customer_search_row where customer_id = {}.id)"
_COLUMNS = "family, given, joined, phone, email, card"


def _ddl() -> Iterator[str]:
    yield (
        "create table if not exists customer_search_row "
        "(docid integer primary key, customer_id text not null unique)"
    )
    yield (
        f"create virtual table if not exists customer_search using fts5({_COLUMNS}, "
        "prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
    )
    fill = " ".join(
        (
            "insert or ignore into customer_search_row (customer_id) values (new.id);",
            f"delete from customer_search where rowid = {_DOCID.format('new')};",
            f"insert into customer_search (rowid, {_COLUMNS})",
            f"values ({_DOCID.format('new')}, {_values('new')});",
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


def _values(row: str) -> str:
    family, given = f"{row}.family_name", f"{row}.given_name"
    names = " || ' ' || ".join(
        (_joined(family), _joined(given), _joined(f"{given} || {family}"), _joined(f"{family} || {given}"))
    )
    phone = f"replace(replace({row}.phone, '+', ''), ' ', '')"
    card = f"replace(replace({row}.card_number, ' ', ''), '-', '')"
    return f"{family}, {given}, {names}, {_tails(phone)}, {row}.email, {_tails(card)}"


def _joined(value: str) -> str:
    for sign in _JOINERS:
        quoted = sign.replace("'", "''")
        value = f"replace({value}, '{quoted}', '')"
    return value


def _tails(value: str) -> str:
    """The number and each of its tails: SQL for "12345 2345 345"."""
    return " || ' ' || ".join(
        f"case when length({value}) >= {start + SHORTEST_TAIL - 1} then substr({value}, {start}) else '' end"
        for start in range(1, LONGEST_NUMBER - SHORTEST_TAIL + 2)
    )
