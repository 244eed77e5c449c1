"""Putting aside with the fingers, and the hub's answer on the card."""

from clienteling.hub.reservations.deciding import work
from clienteling.promises.tables import promise
from clienteling.reservations.tables import reservation
from clienteling.tablet.reserve.answers import Answers
from sync.hub.store import HubStore
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter


def meet(counter: Counter, hub: HubStore) -> None:
    """The request goes to the hub, is decided there, and the answer comes back."""
    tablets.meet(tablets.replica_of(counter.app), hub)
    work(hub)
    tablets.meet(tablets.replica_of(counter.app), hub)


def requests(counter: Counter) -> list[tuple[str, bool]]:
    return [(row.answer, row.refused) for row in counter.app.root.shop.card.reserve.requests.rows]


def test_what_is_in_hand_and_here_is_requested_in_two_taps(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    counter.taps = 0
    counter.tap("record-more")
    counter.tap("act-reserve")
    counter.wait_saved("reservation")
    assert counter.taps == 2
    [row] = counter.rows(reservation)
    assert (row.variant_id, row.wish, row.from_store_id) == (giulia.NORA_39, "hold", tablets.STORE)
    assert (row.until_on, row.answer) == ("2026-11-25", "")
    counter.wait(lambda: requests(counter) == [("requested: the hub decides", False)])


def test_what_she_asked_for_and_whose_book_she_is_in_stand_on_her_card_when_it_is_shown(
    counter: Counter,
) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    counter.tap("record-more")
    counter.tap("act-reserve")
    counter.wait_saved("reservation")
    counter.app.root.shop.card.owners.toggle()
    counter.wait(lambda: counter.app.root.shop.card.owners.mine)
    counter.open_card(giulia.MARCO)
    assert requests(counter) == []
    with counter.qtbot.waitSignal(counter.card.shown):
        counter.app.navigation.open_customer(giulia.GIULIA)
    assert requests(counter) == [("requested: the hub decides", False)]
    assert counter.app.root.shop.card.owners.names == "Sofia Marini"


def test_the_answer_comes_back_to_the_card_as_a_promise_and_is_said(counter: Counter, hub: HubStore) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.ALBA_BLACK)
    counter.tap("record-more")
    counter.tap("act-reserve")
    counter.wait_saved("reservation")
    meet(counter, hub)
    counter.wait(lambda: requests(counter) == [])
    counter.fingers.wait_for("Granted for Giulia Ferraris")
    asked = counter.saved.record_id
    counter.wait(lambda: any(row.key == asked for row in counter.card.promises.rows))


def test_what_is_answered_before_the_tablet_has_looked_is_said_too(
    counter: Counter, hub: HubStore, monkeypatch
) -> None:
    looked: list[Answers] = []

    def later(answers: Answers) -> None:
        looked.append(answers)

    with monkeypatch.context() as slow:
        slow.setattr(Answers, "_look", later)
        counter.open_card(giulia.GIULIA)
        counter.take(giulia.ALBA_BLACK)
        counter.tap("record-more")
        counter.tap("act-reserve")
        counter.wait_saved("reservation")
        meet(counter, hub)
        counter.wait(lambda: [row.answer for row in counter.rows(reservation)] == ["granted"])
    counter.wait(lambda: looked != [])
    for _ in range(2):
        looked[-1]._look()
    counter.fingers.wait_for("Granted for Giulia Ferraris")


def test_a_refusal_says_where_there_is_one_and_asks_there_in_two_taps(
    counter: Counter, hub: HubStore
) -> None:
    with hub.write() as writer:
        writer.update("stock_level", f"{giulia.ALBA_BLACK}@{tablets.STORE}", {"quantity": 0})
        level = {"variant_id": giulia.ALBA_BLACK, "store_id": giulia.ELSEWHERE, "quantity": 4}
        writer.insert("stock_level", {"id": f"{giulia.ALBA_BLACK}@{giulia.ELSEWHERE}", **level})
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.ALBA_BLACK)
    counter.tap("record-more")
    counter.tap("act-reserve")
    counter.wait_saved("reservation")
    refused = counter.saved.record_id
    meet(counter, hub)
    counter.wait(
        lambda: requests(counter) == [("none left in Milano Brera; there is one in Torino Po", True)]
    )
    counter.saved.dismiss()
    counter.tap(f"askThere-{refused}")
    counter.tap("saveReservation")
    counter.wait_saved("reservation")
    again = counter.rows(reservation, id=counter.saved.record_id)[0]
    assert (again.wish, again.from_store_id) == ("order", giulia.ELSEWHERE)


def test_with_empty_hands_the_leaf_asks_what_and_where(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-more")
    counter.tap("act-reserve")
    counter.tap("productField")
    counter.fingers.type("nora")
    counter.tap(f"found-{giulia.NORA_39}")
    counter.tap("wish-collect")
    counter.tap("until-2026-11-28")
    counter.tap("saveReservation")
    counter.wait_saved("reservation")
    [row] = counter.rows(reservation)
    assert (row.wish, row.from_store_id, row.until_on) == ("collect", giulia.ELSEWHERE, "2026-11-28")


def test_what_was_requested_at_once_is_changed_afterwards_and_stays_one_request(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    counter.tap("record-more")
    counter.tap("act-reserve")
    counter.wait_saved("reservation")
    first = counter.saved.record_id
    counter.tap("savedDetails")
    counter.wait(lambda: counter.app.root.shop.card.reserve.ready)
    counter.tap("until-2026-11-27")
    counter.tap("saveReservation")
    counter.wait(lambda: counter.saved.record_id not in ("", first))
    states = {row.id: (row.answer, row.until_on) for row in counter.rows(reservation)}
    assert states == {first: ("cancelled", "2026-11-25"), counter.saved.record_id: ("", "2026-11-27")}


def test_two_pieces_are_asked_for_granted_and_promised_as_two(counter: Counter, hub: HubStore) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.ALBA_BLACK)
    counter.taps = 0
    counter.app.root.shop.card.reserve.choose()
    counter.tap("pieces-2")
    counter.tap("saveReservation")
    counter.wait_saved("reservation")
    assert counter.taps == 2
    [row] = counter.rows(reservation)
    assert (row.variant_id, row.quantity) == (giulia.ALBA_BLACK, 2)
    meet(counter, hub)
    counter.wait(lambda: [kept.quantity for kept in counter.rows(promise, id=row.id)] == [2])
    counter.wait(lambda: any("(2 pieces)" in line for line in counter.lines()))


def test_what_she_chose_stands_though_the_shops_were_read_later(counter: Counter, monkeypatch) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    reserve, late = counter.app.root.shop.card.reserve, []
    with monkeypatch.context() as slow:
        slow.setattr(type(reserve._floor), "read", lambda _, query, then: late.append((query, then)))
        reserve.choose()
        reserve.choose_quantity(2)
        reserve.choose_wish("collect")
        reserve.choose_day("2026-11-28")
        assert not reserve.ready
    for query, then in late:
        reserve._floor.read(query, then)
    counter.wait(lambda: reserve.ready)
    assert (reserve.quantity, reserve.wish, reserve.day) == (2, "collect", "2026-11-28")
    assert reserve.store_id == giulia.ELSEWHERE


def test_undo_takes_the_request_back(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    counter.tap("record-more")
    counter.tap("act-reserve")
    counter.wait_saved("reservation")
    counter.tap("savedUndo")
    counter.wait_saved("undone")
    assert [row.answer for row in counter.rows(reservation)] == ["cancelled"]


def test_the_shop_whose_piece_it_is_hears_what_to_put_aside(counter: Counter, hub: HubStore) -> None:
    counter.open_card(giulia.GIULIA)
    with hub.write() as writer:
        writer.insert(
            "reservation",
            {
                "customer_id": giulia.GIULIA,
                "product_id": giulia.ALBA,
                "variant_id": giulia.ALBA_BLACK,
                "wish": "order",
                "from_store_id": tablets.STORE,
                "store_id": giulia.ELSEWHERE,
                "until_on": "2026-11-28",
                "at": tablets.NOW,
            },
        )
    meet(counter, hub)
    counter.fingers.wait_for("To be sent to another shop for Giulia Ferraris")


def test_who_signs_out_while_something_is_chosen_leaves_nothing_asked(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    counter.app.root.shop.card.reserve.choose()
    counter.app.session.lock()
    counter.record.put_back(giulia.NORA_39)
    counter.wait(lambda: not counter.record.in_hand)
    assert counter.rows(reservation) == []


def test_what_another_shop_counted_long_ago_is_said_where_it_is_asked_for(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    counter.app.root.shop.card.reserve.choose()
    counter.app.root.shop.card.reserve.choose_wish("order")
    counter.fingers.wait_for("counted 31 days ago: ask")
