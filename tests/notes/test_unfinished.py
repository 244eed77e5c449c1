"""What was typed and not saved waits on the tablet for whoever typed it, until the evening."""

import pytest
import sqlalchemy as sa

from clienteling.customers.erasing import erase_beside
from clienteling.notes.tables import unfinished_words
from clienteling.notes.unfinished import KEPT_MS, Leaf, Place, drop_old, keep, kept
from tests.shop import HOUR, Shop

HERE = Place(Leaf.NOTE, "giulia", "sofia")
WORDS = "Ama le suole sottili"


@pytest.fixture
def typed(shop: Shop) -> Shop:
    shop.write(lambda writer: keep(writer.connection, HERE, WORDS, writer.now))
    return shop


def found(shop: Shop, place: Place = HERE) -> str:
    return shop.read(lambda conn: kept(conn, place, shop.now))


def rows(shop: Shop) -> list[sa.Row]:
    return shop.read(lambda conn: conn.execute(sa.select(unfinished_words)).all())


def test_it_is_there_for_whoever_typed_it_and_there_alone(typed: Shop) -> None:
    assert found(typed) == WORDS
    for other in (
        Place(Leaf.PROMISE, "giulia", "sofia"),
        Place(Leaf.NOTE, "marco", "sofia"),
        Place(Leaf.NOTE, "giulia", "luca"),
    ):
        assert found(typed, other) == ""


def test_the_last_words_stand_and_none_are_nothing(typed: Shop) -> None:
    typed.write(lambda writer: keep(writer.connection, HERE, WORDS + ", leggere", writer.now))
    assert found(typed) == WORDS + ", leggere"
    typed.write(lambda writer: keep(writer.connection, HERE, "  ", writer.now))
    assert rows(typed) == []


def test_it_is_not_there_the_next_day_and_then_it_goes(typed: Shop) -> None:
    typed.now += KEPT_MS - HOUR
    typed.write(lambda writer: drop_old(writer.connection, writer.now))
    assert found(typed) == WORDS
    typed.now += 2 * HOUR
    assert found(typed) == ""
    typed.write(lambda writer: drop_old(writer.connection, writer.now))
    assert rows(typed) == []


def test_whoever_is_erased_leaves_no_words_and_none_come_after(typed: Shop) -> None:
    with typed.replica.transaction() as connection:
        erase_beside(connection, ["giulia"])
        connection.exec_driver_sql("delete from customer")
    assert rows(typed) == []
    typed.write(lambda writer: keep(writer.connection, HERE, WORDS, writer.now))
    assert rows(typed) == []
