"""What happened at the counter, recorded with the fingers and found in the replica."""

from PySide6.QtCore import QRectF

from clienteling.consents.tables import consent
from clienteling.customers.tables import preference
from clienteling.interactions.tables import interaction
from clienteling.notes.tables import note
from clienteling.promises.tables import promise
from clienteling.tablet.navigation import Navigation
from sync.hub.store import HubStore
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import place_of


def test_a_fitting_takes_one_tap_and_is_saved_before_it_is_said(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-fitting")
    counter.wait_saved("fitting")
    [row] = counter.rows(interaction, customer_id=giulia.GIULIA)
    assert (row.id, row.kind, row.associate_id) == (counter.saved.record_id, "fitting", tablets.SOFIA)
    assert counter.taps == 1


def test_in_words_of_twice_the_size_what_was_saved_and_its_way_back_are_in_sight(counter: Counter) -> None:
    counter.app.preferences.choose_language("it")
    counter.app.preferences.choose_text_percent(200)
    counter.app.window.quick.resize(800, 1280)
    counter.open_card(giulia.GIULIA)
    counter.record.record("advice")
    counter.wait_saved("advice")
    counter.fingers.resting(lambda: counter.item("savedUndo"))
    whole = QRectF(0, 0, 800, 1280)
    for name in ("savedToast", "savedWords", "savedDetails", "savedUndo"):
        assert whole.contains(place_of(counter.item(name)))
    counter.tap("savedUndo")
    counter.wait_saved("undone")


def test_the_new_line_is_listed_before_the_rest_of_the_card_is_read_again(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    first = counter.card.thread.rows[0].key
    seen: list[str] = []
    counter.card.thread.rowsInserted.connect(lambda: seen.append(counter.card.thread.rows[0].key))
    counter.card.shown.connect(lambda: seen.append("card"))
    counter.tap("record-advice")
    counter.wait(lambda: "card" in seen)
    [row] = counter.rows(interaction, customer_id=giulia.GIULIA, kind="advice")
    assert [what for what in seen if what != first] == [row.id, "card"]


def test_a_hurried_finger_that_touches_twice_records_once(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    place = counter.fingers.resting(lambda: counter.item("record-fitting"))
    counter.fingers.touch_at(place)
    counter.fingers.touch_again(place)
    counter.wait_saved("fitting")
    counter.tap("record-advice")
    counter.wait_saved("advice")
    assert len(counter.rows(interaction, kind="fitting")) == 1


def test_a_sale_with_an_item_takes_two_taps(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap(f"take-{giulia.NORA_39}")
    counter.wait(lambda: counter.record.sellable)
    counter.tap("record-sale")
    counter.wait_saved("sale")
    [row] = counter.rows(interaction, kind="sale")
    [item] = row.items
    assert (item["variant_id"], item["bought"], item["price_cents"]) == (giulia.NORA_39, True, 15_900)
    assert counter.taps == 2
    assert counter.record.in_hand == ()


def test_a_sale_with_empty_hands_asks_what_was_sold(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-sale")
    counter.tap("productField")
    counter.fingers.type("nora")
    counter.tap(f"found-{giulia.NORA_39}")
    counter.tap("saveInteraction")
    counter.wait_saved("sale")
    assert [row.kind for row in counter.rows(interaction)] == ["sale"]


def test_what_was_not_bought_says_why_in_two_taps(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-not_bought")
    counter.tap("reason-colour")
    counter.wait_saved("not_bought")
    [row] = counter.rows(interaction, kind="not_bought")
    assert [item["reason"] for item in row.items] == ["colour"]
    assert counter.taps == 2


def test_each_item_has_its_own_reason(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    for variant in (giulia.NORA_39, giulia.ALBA_BLACK):
        counter.take(variant)
    counter.tap("record-not_bought")
    counter.tap(f"reason-size-{giulia.NORA_39}")
    counter.tap(f"reason-price-{giulia.ALBA_BLACK}")
    counter.tap("saveInteraction")
    counter.wait_saved("not_bought")
    [row] = counter.rows(interaction, kind="not_bought")
    assert {item["variant_id"]: item["reason"] for item in row.items} == {
        giulia.NORA_39: "size",
        giulia.ALBA_BLACK: "price",
    }


def test_undo_takes_a_record_back_and_the_line_stays(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-fitting")
    counter.wait_saved("fitting")
    counter.tap("savedUndo")
    counter.wait_saved("undone")
    undoing = [row for row in counter.rows(interaction) if row.correction == "undone"]
    assert len(undoing) == 1
    counter.wait(lambda: counter.card.thread.rows[0].undone)


def test_a_second_touch_on_save_is_no_second_wish(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-fitting")
    counter.wait_saved("fitting")
    counter.tap("savedDetails")
    counter.tap("outcome-comes_back")
    counter.tap("saveInteraction")
    counter.record.save("")  # the leaf fades for a moment
    counter.wait(lambda: any(row.corrects for row in counter.rows(interaction)))
    assert len(counter.rows(interaction, kind="fitting")) == 2


def test_details_are_added_to_what_was_saved(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-fitting")
    counter.wait_saved("fitting")
    first = counter.saved.record_id
    counter.tap("savedDetails")
    counter.tap("outcome-comes_back")
    counter.tap("summaryField")
    counter.fingers.type("torna sabato")
    counter.tap("saveInteraction")
    counter.wait(lambda: counter.saved.record_id not in ("", first))
    corrected = next(row for row in counter.rows(interaction) if row.corrects == first)
    assert (corrected.outcome, corrected.summary, corrected.correction) == (
        "comes_back",
        "torna sabato",
        "changed",
    )


def test_a_scanned_product_goes_into_the_hand(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.app.scanner.offer(giulia.NORA_39_EAN)
    counter.wait(lambda: [p.key for p in counter.record.in_hand] == [giulia.NORA_39])
    assert counter.app.navigation.place == Navigation.Place.Customer.value


def test_a_note_is_written_for_this_shop(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-note")
    counter.tap("noteBody")
    counter.fingers.type("Ama le suole sottili")
    counter.tap("visibility-everybody")
    counter.tap("saveNote")
    counter.wait_saved("note")
    [row] = counter.rows(note)
    assert (row.body, row.visibility) == ("Ama le suole sottili", "everybody")


def test_a_promise_names_the_item_in_hand_and_its_day(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.ALBA_BLACK)
    counter.tap("record-promise")
    counter.tap("promise-call")
    counter.tap("promiseWhat")
    counter.fingers.type("arriva la borsa marrone")
    counter.tap("day-2026-11-28")
    counter.tap("savePromise")
    counter.wait_saved("promise")
    made = next(row for row in counter.rows(promise) if row.id == counter.saved.record_id)
    assert (made.kind, made.due_on, made.variant_id) == ("call", "2026-11-28", giulia.ALBA_BLACK)
    counter.tap("savedUndo")
    counter.wait_saved("undone")
    assert counter.rows(promise, id=made.id)[0].state == "cancelled"


def test_keeping_the_promise_of_the_handover_can_be_undone(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("handoverAction")
    counter.wait_saved("kept")
    assert counter.rows(promise, id="hold-nora")[0].state == "kept"
    counter.tap("savedUndo")
    counter.wait_saved("undone")
    assert counter.rows(promise, id="hold-nora")[0].state == "open"


def test_a_deduced_size_is_confirmed_by_her(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("fact-clothes_size")
    counter.tap("confirm-giulia-clothes_size-42")
    counter.wait_saved("preference")
    told = counter.rows(preference, id=counter.saved.record_id)[0]
    assert (told.kind, told.value, told.source) == ("clothes_size", "42", "told")
    counter.wait(lambda: not any(f.kind == "clothes_size" and f.to_confirm for f in counter.card.facts.rows))


def test_a_new_preference_is_kept_in_her_words(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("addPreference")
    counter.tap("preference-material")
    counter.tap("preferenceField")
    counter.fingers.type("pelle liscia")
    counter.tap("savePreference")
    counter.wait_saved("preference")
    counter.wait(lambda: "pelle liscia" in [f.value for f in counter.card.facts.rows])


def test_a_marketing_consent_names_the_text_she_was_shown(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("consent-marketing")
    counter.wait(lambda: "2026-1" in counter.fingers.read())
    counter.tap("how-signed")
    counter.tap("grant-marketing_email")
    counter.wait_saved("granted")
    [row] = counter.rows(consent, purpose="marketing_email")
    assert (row.granted, row.text_id, row.how) == (True, "marketing/it/2026-1", "signed")
    counter.tap("withdraw-marketing_email")
    counter.wait_saved("withdrawn")


def test_the_state_of_a_record_is_seen_to_reach_the_hub(counter: Counter, hub: HubStore) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-advice")
    counter.wait_saved("advice")
    assert counter.saved.state == "saved_here"
    counter.fingers.wait_for("saved here")
    tablets.meet(tablets.replica_of(counter.app), hub)
    counter.wait(lambda: counter.saved.state == "confirmed")
    counter.wait(lambda: counter.card.thread.rows[0].state_here == "confirmed")


def test_what_cannot_be_saved_says_so_and_is_not_called_saved(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.record.note("  ", "store")
    counter.wait(lambda: counter.saved.failure == "wordless")
    counter.fingers.wait_for("Not saved: it does not say anything yet.")
    assert counter.saved.kind == ""
    assert counter.rows(note) == []


def test_whoever_takes_the_tablet_over_finds_empty_hands_and_nothing_to_undo(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-fitting")
    counter.wait_saved("fitting")
    counter.take(giulia.NORA_39)
    counter.app.session.lock()
    tablets.sign_in(counter.app, tablets.MARTA)
    counter.wait(lambda: counter.app.session.open)
    assert counter.record.in_hand == ()
    assert counter.saved.kind == ""


def test_the_pill_says_offline_and_how_many_are_saved_here(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-advice")
    counter.wait_saved("advice")
    counter.fingers.wait_for("1 saved here")
