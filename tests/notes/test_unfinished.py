"""What was typed and not saved waits on the tablet for whoever typed it, until the evening."""

import pytest
import sqlalchemy as sa

from clienteling.customers.erasing import erase_beside
from clienteling.notes.tables import unfinished_words
from clienteling.notes.unfinished import KEPT_MS, Leaf, Left, Place, drop_old, keep, kept, packed, unpacked
from tests.shop import HOUR, Shop

HERE = Place(Leaf.NOTE, "giulia", "sofia")
WORDS = "Ama le suole sottili"
LEFT = Left(WORDS, "giulia")


@pytest.fixture
def typed(shop: Shop) -> Shop:
    shop.write(lambda writer: keep(writer.connection, HERE, LEFT, writer.now))
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
    typed.write(lambda writer: keep(writer.connection, HERE, Left(WORDS + ", leggere", "giulia"), writer.now))
    assert found(typed) == WORDS + ", leggere"
    typed.write(lambda writer: keep(writer.connection, HERE, Left("  ", "giulia"), writer.now))
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
    typed.write(lambda writer: keep(writer.connection, HERE, LEFT, writer.now))
    assert rows(typed) == []


def test_about_nobody_yet_it_is_kept_until_it_is_about_somebody_who_is_erased(shop: Shop) -> None:
    begun = Place(Leaf.TASK, "", "sofia")
    shop.write(lambda writer: keep(writer.connection, begun, Left(WORDS), writer.now))
    assert found(shop, begun) == WORDS
    shop.write(lambda writer: keep(writer.connection, begun, LEFT, writer.now))
    with shop.replica.transaction() as connection:
        erase_beside(connection, ["giulia"])
    assert rows(shop) == []


def test_a_whole_leaf_comes_back_as_it_was_and_what_is_not_understood_is_nothing() -> None:
    assert unpacked(packed(LEFT), Left) == LEFT
    assert unpacked(WORDS, Left) is None
    assert unpacked('{"said": 3}', Left) is None
