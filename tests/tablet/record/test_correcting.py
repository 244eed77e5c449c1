"""Put right afterwards, from the line of the timeline; what stood there before stays to be seen."""

from clienteling.interactions.tables import interaction
from clienteling.notes.tables import note
from clienteling.promises.tables import promise
from clienteling.tablet.record.entry_view_model import EntryViewModel
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import place_of


def entry(counter: Counter) -> EntryViewModel:
    return counter.app.root.shop.card.entry


def open_line(counter: Counter, kind: str, record_id: str) -> None:
    """The finger on the line; where it lies on the screen is the timeline's business."""
    entry(counter).open(kind, record_id)
    counter.wait(lambda: entry(counter).versions.count > 0)


def recorded(counter: Counter, kind: str = "fitting") -> str:
    counter.open_card(giulia.GIULIA)
    counter.tap(f"record-{kind}")
    counter.wait_saved(kind)
    saved = counter.saved.record_id
    counter.saved.dismiss()
    return saved


def newest(counter: Counter, table, old: str):
    counter.wait(lambda: counter.rows(table, corrects=old) != [])
    return counter.rows(table, corrects=old)[0]


def test_it_was_a_colleague_in_one_tap_and_the_line_says_who_put_it_right(counter: Counter) -> None:
    mine = recorded(counter)
    open_line(counter, "interaction", mine)
    counter.taps = 0
    counter.tap(f"by-{tablets.MARTA}")
    counter.wait_saved("attributed")
    row = newest(counter, interaction, mine)
    assert (row.associate_id, row.corrected_by, row.at) == (
        tablets.MARTA,
        tablets.SOFIA,
        counter.rows(interaction, id=mine)[0].at,
    )
    assert counter.taps == 1
    open_line(counter, "interaction", row.id)
    counter.wait(lambda: entry(counter).versions.count == 2)
    assert entry(counter).versions.rows[0].who.startswith("Marta, corrected by Sofia")
    assert entry(counter).versions.rows[1].who.startswith("Sofia")
    assert not entry(counter).can_undo


def test_what_was_recorded_is_corrected_with_its_kind_and_its_words(counter: Counter) -> None:
    mine = recorded(counter)
    open_line(counter, "interaction", mine)
    counter.tap("correctEntry")
    counter.tap("become-complaint")
    counter.tap("summaryField")
    counter.fingers.type("tacco storto")
    counter.tap("saveInteraction")
    row = newest(counter, interaction, mine)
    assert (row.kind, row.summary, row.associate_id) == ("complaint", "tacco storto", tablets.SOFIA)


def test_what_was_in_hand_and_why_it_was_not_bought_is_there_to_be_corrected(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    counter.tap("record-not_bought")
    counter.tap("reason-size")
    counter.wait_saved("not_bought")
    mine = counter.saved.record_id
    counter.saved.dismiss()
    open_line(counter, "interaction", mine)
    counter.tap("correctEntry")
    counter.wait(lambda: [p.reason for p in counter.record.in_hand] == ["size"])
    counter.tap(f"reason-price-{giulia.NORA_39}")
    counter.tap("saveInteraction")
    row = newest(counter, interaction, mine)
    assert [(i["variant_id"], i["reason"]) for i in row.items] == [(giulia.NORA_39, "price")]


def test_a_note_is_corrected_with_its_words_before_ones_eyes(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.record.note("Ama il nero", "store")
    counter.wait_saved("note")
    mine = counter.saved.record_id
    counter.saved.dismiss()
    open_line(counter, "note", mine)
    counter.tap("correctEntry")
    counter.wait(lambda: counter.item("noteBody") is not None)
    counter.tap("noteBody")
    counter.fingers.type("!")
    counter.tap("saveNote")
    assert set(newest(counter, note, mine).body) == set("Ama il nero!")


def test_a_promise_is_called_off_from_its_line_and_that_is_undone(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    open_line(counter, "promise", "hold-nora")
    counter.tap("undoEntry")
    counter.wait_saved("called_off")
    assert counter.rows(promise, id="hold-nora")[0].state == "cancelled"
    counter.tap("savedUndo")
    counter.wait_saved("undone")
    assert counter.rows(promise, id="hold-nora")[0].state == "open"


def test_what_a_colleague_recorded_is_read_and_left_alone(counter: Counter) -> None:
    mine = recorded(counter)
    counter.app.session.lock()
    tablets.sign_in(counter.app, tablets.PAOLO)
    counter.wait(lambda: counter.app.session.open)
    counter.open_card(giulia.GIULIA)
    open_line(counter, "interaction", mine)
    assert not entry(counter).can_correct
    counter.app.session.lock()
    tablets.sign_in(counter.app, tablets.MARTA)
    counter.wait(lambda: counter.app.session.open)
    open_line(counter, "interaction", mine)
    counter.wait(lambda: entry(counter).can_correct)


def test_the_note_guard_warns_while_typing_and_lets_it_be_saved(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-note")
    counter.tap("noteBody")
    counter.fingers.type("incinta")
    counter.fingers.wait_for("This sounds like her health.")
    counter.tap("saveNote")
    counter.wait_saved("note")


def test_five_thousand_emoji_are_too_long_and_none_of_them_is_lost(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-note")
    counter.wait(lambda: counter.item("noteBody") is not None)
    body = counter.item("noteBody")
    assert body is not None
    body.setProperty("text", "👠" * 5_000)
    counter.fingers.wait_for("3000 characters too long")
    said = counter.item("lacking")
    assert said is not None
    assert place_of(said).bottom() < counter.app.window.quick.height()
    assert counter.item("saveNote") is None
    body.setProperty("text", "👠" * 2_000)
    counter.tap("saveNote")
    counter.wait_saved("note")
    assert counter.rows(note)[0].body == "👠" * 2_000
