"""Scanning: a known code opens her card, anything else is explained; who came, what is due."""

from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling.cards.tables import card_link
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.interactions.tables import interaction
from clienteling.promises.tables import promise
from clienteling.scan.symbology import Symbology
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.scan.decode import Found
from sync.hub.store import HubStore
from tests.screens.calendar import book_some
from tests.screens.todo import put_down
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import place_of


def at_her_card(counter: Counter) -> bool:
    return counter.app.navigation.place == Navigation.Place.Customer.value


STRANGER = "0190a5b2-7c11-7d3e-8f00-00000000ffff"
FORGER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))


def code(customer_id: str = giulia.GIULIA, serial: int = 1, until: date | None = None) -> str:
    return sign(giulia.CODE_KEY, Claim(1, giulia.RETAILER, customer_id, serial, until))


def test_her_signed_code_goes_straight_to_her_card(counter: Counter) -> None:
    counter.app.scanner.offer(code())
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Giulia Ferraris")
    assert counter.taps == 0


@pytest.mark.parametrize(
    ("scanned", "said"),
    [
        (code(STRANGER), "Genuine, but not on this tablet yet"),
        (code(until=date(2026, 11, 1)), "This code has expired"),
        (code(serial=9), "This code has been withdrawn"),
        (sign(FORGER, Claim(1, giulia.RETAILER, giulia.GIULIA, 1)), "This code is not ours"),
        (sign(giulia.CODE_KEY, Claim(1, "0badcafe", giulia.GIULIA, 1)), "A code of another retailer"),
    ],
)
def test_each_other_outcome_of_a_code_has_its_own_words(counter: Counter, scanned: str, said: str) -> None:
    counter.app.scanner.offer(scanned)
    counter.fingers.wait_for(said)
    assert not at_her_card(counter)


def test_while_the_hub_is_away_a_genuine_code_of_somebody_else_says_so(counter: Counter) -> None:
    counter.app.scanner.offer(code(STRANGER))
    counter.fingers.wait_for("The hub does not answer just now")


def test_her_loyalty_card_opens_her_card(counter: Counter) -> None:
    counter.app.scanner.offer("2900000001234")
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Giulia Ferraris")


@pytest.mark.parametrize(
    ("scanned", "said"),
    [
        ("https://example.com/offerta", "A web address, not a customer"),
        ("WIFI:S:Negozio;T:WPA;P:segreta;;", "A Wi-Fi code, not a customer"),
        ("2900000009995", "This card is not known yet"),
        ("8009999999991", "This product is not in the catalogue"),
    ],
)
def test_a_scan_that_opens_nothing_is_explained(counter: Counter, scanned: str, said: str) -> None:
    counter.app.scanner.offer(scanned)
    counter.fingers.wait_for(said)
    assert counter.app.navigation.place == Navigation.Place.Scan.value


@pytest.mark.parametrize("place", [Navigation.Place.Book, Navigation.Place.Todo, Navigation.Place.Ledger])
@pytest.mark.parametrize(
    ("scanned", "said"),
    [
        (code()[:30], "The code was not read whole"),
        (code(STRANGER), "Genuine, but not on this tablet yet"),
        ("%&$?^*{}!a", "Nothing here answers to this code"),
    ],
)
def test_it_is_explained_wherever_it_was_scanned(
    counter: Counter, place: Navigation.Place, scanned: str, said: str
) -> None:
    counter.tap_place(place)
    counter.wait(lambda: counter.app.navigation.place == place.value)
    counter.app.scanner.offer(scanned)
    counter.fingers.wait_for(said)
    assert counter.app.navigation.place == Navigation.Place.Scan.value


def test_on_a_card_it_is_explained_there_and_somebody_new_is_not_left_for_it(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.app.scanner.offer(code()[:30])
    counter.fingers.wait_for("The code was not read whole")
    assert at_her_card(counter)
    counter.app.navigation.go(Navigation.Place.Newcomer.value)
    counter.app.scanner.offer(code(until=date(2026, 1, 31)))
    counter.wait(lambda: counter.app.root.shop.scan.kind == "expired")
    assert counter.app.navigation.place == Navigation.Place.Newcomer.value


def test_a_product_shows_what_there_is_of_it(counter: Counter) -> None:
    counter.app.scanner.offer(giulia.NORA_39_EAN)
    counter.fingers.wait_for("Stringata Nora")
    counter.fingers.wait_for("Torino Po")


def test_a_text_is_looked_for_in_the_client_book(counter: Counter) -> None:
    counter.app.scanner.offer("ferraris")
    counter.wait(lambda: counter.app.navigation.place == Navigation.Place.Book.value)
    counter.fingers.wait_for("Giulia Ferraris")


def test_whoever_came_today_is_listed_and_recognised_ones_are_counted(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-fitting")
    counter.wait_saved("fitting")
    counter.app.navigation.go(Navigation.Place.Scan.value)
    counter.tap("withoutCode")
    counter.tap("anonymous-visit")
    counter.wait_saved("visit")
    counter.fingers.wait_for("1 identified of 2")
    counter.fingers.wait_for("Giulia Ferraris")


def test_a_lost_sale_without_a_code_takes_two_taps_and_names_nobody(counter: Counter) -> None:
    counter.tap("withoutCode")
    counter.tap("reason-size")
    counter.wait_saved("not_bought")
    [row] = counter.rows(interaction)
    assert (row.customer_id, row.kind, [item["reason"] for item in row.items]) == (
        None,
        "not_bought",
        ["size"],
    )
    assert counter.taps == 2


def test_what_is_due_now_is_kept_with_one_tap(counter: Counter) -> None:
    counter.fingers.wait_for("1 overdue")
    counter.tap("keep-call-marco")
    counter.wait_saved("kept")
    assert counter.rows(promise, id="call-marco")[0].state == "kept"
    counter.wait(lambda: counter.app.root.shop.home.due.count == 0)


def test_a_genuine_code_that_is_not_here_opens_by_itself_once_the_hub_has_sent_her(
    counter: Counter, hub: HubStore
) -> None:
    from clienteling.scan.values import CustomerNotHere

    counter.app.root.shop.scan.resolved.emit(CustomerNotHere("anna"))
    with hub.write() as writer:
        writer.insert("customer", {"id": "anna", "given_name": "Anna", "family_name": "D'Amico"})
    tablets.meet(tablets.replica_of(counter.app), hub)
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Anna D'Amico")


def test_of_a_long_day_the_lines_that_are_near_are_made_and_the_others_when_she_scrolls(
    counter: Counter,
) -> None:
    home, now = counter.app.root.shop.home, counter.app.root.shop._floor.now()
    with tablets.replica_of(counter.app).write() as writer:
        for back in range(200):
            met = {"kind": "visit", "store_id": tablets.STORE, "at": now - back}
            writer.insert("interaction", {"customer_id": giulia.MARCO if back % 2 else None, **met})
    counter.wait(lambda: home.came == 200)
    counter.fingers.wait_for("100 identified of 200")
    assert 0 < home.visitors.count < 60

    def at_the_end() -> bool:
        view = counter.item("today")
        assert view is not None
        view.setProperty("contentY", view.property("contentHeight") - view.height())
        return home.visitors.count == 200

    counter.wait(at_the_end)
    assert len({row.key for row in home.visitors.rows}) == 200


def both_at_once(counter: Counter, *texts: str) -> None:
    found = tuple(Found(text, Symbology.QR, ()) for text in texts)
    counter.app.scanner.several_scanned.emit(found)


def test_two_customers_codes_at_once_ask_which_and_a_tap_opens_hers(counter: Counter) -> None:
    both_at_once(counter, code(), code(STRANGER))
    counter.fingers.wait_for("Several codes are in view")
    counter.tap("choice-0")
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Giulia Ferraris")
    assert counter.taps == 1


def test_her_code_and_the_number_of_her_card_at_once_ask_nothing(counter: Counter) -> None:
    both_at_once(counter, "2900000001234", code(), "https://example.com")
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Giulia Ferraris")


def test_ten_codes_a_second_end_at_the_last(counter: Counter) -> None:
    """A reader whose trigger hangs: nothing is asked twice, nothing is left behind."""
    for place in range(20):
        counter.app.scanner.offer(code(f"0190a5b2-7c11-7d3e-8f00-0000000001{place:02}"))
        counter.app.scanner.offer(f"%%garbage{place}\x00\ud7ff")
    counter.app.scanner.offer(code())
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Giulia Ferraris")


UNKNOWN = "2900000009995"


def test_a_card_of_another_system_is_hers_in_two_touches_and_opens_her_at_once(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.app.scanner.offer(UNKNOWN, Symbology.CODE_128)
    counter.tap("whose")
    counter.fingers.wait_for(f"Code 128 · {UNKNOWN}")
    counter.fingers.wait_for("Her card is open")
    counter.tap(f"link-{giulia.GIULIA}")
    counter.fingers.wait_for("Saved: this card opens Giulia Ferraris from now on.")
    assert counter.taps == 2
    [row] = counter.rows(card_link)
    assert (row.customer_id, row.number, row.symbology) == (giulia.GIULIA, UNKNOWN, "code_128")
    counter.app.navigation.go(Navigation.Place.Scan.value)
    counter.app.scanner.offer(f"{UNKNOWN} ")
    counter.wait(lambda: at_her_card(counter))
    counter.wait(lambda: "Her card of another system, ending in 9995" in counter.lines())


def test_linked_by_mistake_it_is_nobody_s_again_with_one_touch(counter: Counter) -> None:
    counter.app.scanner.offer(UNKNOWN)
    counter.tap("whose")
    counter.tap("linkSearch")
    counter.fingers.type("marco")
    counter.tap(f"link-{giulia.MARCO}")
    counter.wait(lambda: at_her_card(counter) and counter.app.navigation.customer_id == giulia.MARCO)
    counter.tap("toastUndo")
    counter.wait(lambda: len(counter.rows(card_link)) == 2)
    counter.app.scanner.offer(f"{UNKNOWN} ")
    counter.fingers.wait_for("This card is not known yet")


def test_while_the_hub_is_away_a_card_for_now_takes_what_happened(counter: Counter) -> None:
    counter.app.scanner.offer(code(STRANGER))
    counter.tap("openForNow")
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Name not known yet")
    counter.fingers.wait_for("Provisional card: the rest arrives with the network")
    counter.tap("record-fitting")
    counter.wait_saved("fitting")
    [row] = counter.rows(interaction)
    assert row.customer_id == STRANGER


def test_her_record_that_comes_later_fills_the_card_that_was_opened_for_now(
    counter: Counter, hub: HubStore
) -> None:
    with hub.write() as writer:
        writer.insert("customer", {"id": STRANGER, "given_name": "Nina", "family_name": "Riva"})
    counter.app.scanner.offer(code(STRANGER))
    counter.tap("openForNow")
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Name not known yet")
    tablets.meet(tablets.replica_of(counter.app), hub)
    counter.wait(lambda: counter.card.name == "Nina Riva" and not counter.card.provisional)


def test_who_has_an_appointment_today_is_expected_and_her_card_a_touch_away(counter: Counter) -> None:
    with tablets.replica_of(counter.app).write() as writer:
        book_some(writer)
    counter.fingers.wait_for("Expected today")
    rows = counter.app.root.shop.home.expected.rows
    assert [(row.name, row.time, row.late) for row in rows] == [
        ("Giulia Ferraris", "11:00", False),
        ("Massimiliana Elisabetta Montecuccoli degli Scrovegni", "11:30", False),
        ("Famiglia Rossi", "15:30", False),
    ]
    counter.tap(f"expected-{rows[0].key}")
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Giulia Ferraris")


def test_of_much_that_is_due_the_first_stands_here_and_the_rest_a_touch_away(counter: Counter) -> None:
    with tablets.replica_of(counter.app).write() as writer:
        for _ in range(5):
            put_down(writer)
    counter.fingers.wait_for("2 more to do")
    assert counter.app.root.shop.home.due.count == 4
    counter.tap("allDue")
    counter.wait(lambda: counter.app.navigation.place == Navigation.Place.Todo.value)


def test_a_scanner_that_was_tried_is_put_right_from_then_on(counter: Counter) -> None:
    counter.app.scanner.offer("SETUPaqwyzmAQWYZM0123456789^ßü+#öä-°")
    counter.wait(lambda: counter.app.root.shop.scan.detail == "kept")
    assert counter.app.preferences.settings.scanner_repair == {"z": "y", "y": "z", "Z": "Y", "Y": "Z"}
    counter.app.scanner._on_typed("https://example.com/yz")
    counter.wait(lambda: counter.app.root.shop.scan.detail == "https://example.com/zy")


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280), (1440, 900)], ids=["wide", "tall", "wider"])
def test_what_is_said_to_be_saved_lies_on_nothing_under_the_thumb(counter: Counter, size) -> None:
    counter.app.window.quick.resize(*size)
    counter.open_card(giulia.GIULIA)
    counter.tap("record-fitting")
    counter.wait_saved("fitting")
    counter.app.navigation.go(Navigation.Place.Scan.value)
    counter.fingers.resting(lambda: counter.item("savedUndo"))
    said = place_of(counter.item("savedToast"))
    for name in ("newCustomer", "withoutCode"):
        assert not said.intersects(place_of(counter.item(name)))
    counter.tap("newCustomer")
    assert counter.saved.kind == "fitting"
