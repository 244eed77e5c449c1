"""What she wants put aside: asked for here, answered by the hub."""

from datetime import date, timedelta

import pytest

from clienteling.errors import InvalidRecord, UnknownRecord
from clienteling.reservations import queries, use_cases, words
from clienteling.reservations.rules import LONGEST_DAYS
from clienteling.reservations.values import Answer, Wish
from clienteling.timeline.queries import page
from tests.shop import AUTHOR, NOW, Shop

TODAY = date(2026, 11, 22)
SATURDAY = date(2026, 11, 28)
NORA_39 = "nora-black-39"


def ask(shop: Shop, wish: Wish = Wish.HOLD, from_store_id: str = "brera", **more) -> str:
    said = {"variant_id": NORA_39, "until": SATURDAY, "today": TODAY, "author": AUTHOR, **more}
    return shop.write(
        lambda writer: use_cases.ask(
            writer, customer_id="giulia", wish=wish, from_store_id=from_store_id, **said
        )
    )


def undecided(shop: Shop):
    return shop.read(lambda conn: queries.undecided(conn, "giulia", shop.now))


def test_what_is_asked_for_offline_is_requested_and_says_so(shop, english):
    ask(shop)
    [one] = undecided(shop)
    assert (one.answer, one.product_name, one.size, one.from_store) == (
        Answer.ASKED,
        "Stringata Nora",
        "39",
        "Milano Brera",
    )
    assert words.answer(one, english) == "requested: the hub decides"


def test_two_taps_on_the_same_button_are_one_request(shop):
    assert ask(shop) == ask(shop)
    assert len(undecided(shop)) == 1


def test_another_number_of_pieces_takes_the_place_of_what_was_asked_for(shop, english):
    first = ask(shop)
    second = ask(shop, quantity=2)
    assert first != second
    [one] = undecided(shop)
    assert (one.id, one.quantity) == (second, 2)
    assert "(2 pieces)" in words.asked(one, TODAY, english)


@pytest.mark.parametrize(
    ("wish", "store", "until"),
    [
        (Wish.HOLD, "torino", SATURDAY),
        (Wish.COLLECT, "brera", SATURDAY),
        (Wish.ORDER, "", SATURDAY),
        (Wish.HOLD, "brera", TODAY - timedelta(days=1)),
        (Wish.HOLD, "brera", TODAY + timedelta(days=LONGEST_DAYS + 1)),
    ],
)
def test_what_no_shop_could_do_is_not_asked(shop, wish, store, until):
    with pytest.raises(InvalidRecord):
        ask(shop, wish, store, until=until)


def test_an_article_that_is_not_here_cannot_be_asked_for(shop):
    with pytest.raises(UnknownRecord):
        ask(shop, variant_id="nobody-knows")


def test_it_is_taken_back_before_the_answer_and_the_line_stays(shop, english):
    asked = ask(shop)
    shop.write(lambda writer: use_cases.take_back(writer, asked, author=AUTHOR))
    assert undecided(shop) == []
    [line] = shop.read(lambda conn: page(conn, "giulia", wording=english, associate_id="sofia"))
    assert line.undone
    assert "taken back" in line.subtitle


def test_a_granted_one_is_cancelled_as_the_promise_that_it_became(shop):
    granted = ask(shop)
    with shop.at_once():
        shop._connection.exec_driver_sql("UPDATE reservation SET answer = 'granted'")
        shop.put("promise", id=granted, customer_id="giulia", kind="hold", state="open")
    shop.write(lambda writer: use_cases.take_back(writer, granted, author=AUTHOR))
    assert [row["state"] for row in shop.rows("promise")] == ["cancelled"]
    with pytest.raises(InvalidRecord):
        shop.write(lambda writer: use_cases.take_back(writer, granted, author=AUTHOR))


def test_the_timeline_says_it_in_the_readers_words(shop, italian):
    ask(shop, Wish.COLLECT, "torino")
    [line] = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert line.title == "Chiesto per il ritiro a Torino Po: le stringate nere 39 fino a sabato"
    assert line.subtitle == "richiesto: decide il nodo · Sofia"
    assert line.at >= NOW
