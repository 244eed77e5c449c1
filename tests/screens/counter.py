"""The leaves of the shop floor's pages, and what they look like full, empty and in trouble."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QMetaObject
from PySide6.QtQuick import QQuickItem

from clienteling.codes.values import Doubt
from clienteling.customers.tables import value_given
from clienteling.notes import use_cases as notes
from clienteling.notes.values import Visibility
from clienteling.privacy.values import Why
from clienteling.reservations.tables import reservation
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import CardUnknown, CodeForged, CustomerNotHere, ScanResult
from clienteling.staff.values import Author
from clienteling.tablet.asked import Answer
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.scan.decode import Found
from clienteling.tablet.scan.scan_view_model import Meant
from sync.clock import Stamp
from sync.device import outbox, schema
from sync.device.gone import erased
from sync.device.state import Fact, put
from sync.errors import Code
from tests.screens.visit import Visit
from tests.tablet import giulia, tablets
from tests.tablet.fingers import everything, is_shown, visible


def press(visit: Visit, name: str) -> None:
    """The button of that object name, as a finger would that has scrolled to it."""

    def found() -> list[QQuickItem]:
        whole = everything(visit.app.window.quick.contentItem())
        return [i for i in whole if i.objectName() == name and is_shown(i)]

    visit.until(lambda: found() != [])
    QMetaObject.invokeMethod(found()[0], "click")


def on_card(customer_id: str) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        visit.sign_in()
        visit.app.root.shop.card.record.saved.dismiss()
        visit.app.navigation.turn_to(customer_id, Why.OTHER)
        card = visit.app.root.shop.card.card
        visit.until(lambda: card.customer_id == customer_id and not card.loading)
        visit.until(lambda: visit.app.navigation.place == Navigation.Place.Customer.value)

    return reach


def pressed(*names: str) -> Callable[[Visit], None]:
    """Giulia's card, and then these buttons."""

    def reach(visit: Visit) -> None:
        on_card(giulia.GIULIA)(visit)
        for name in names:
            press(visit, name)

    return reach


def suggestion(visit: Visit) -> None:
    on_card(giulia.GIULIA)(visit)
    page = visit.app.root.shop.card
    page.suggestion.ask(giulia.LIA)
    page.product.ask(giulia.LIA, "")
    visit.until(lambda: page.product.name == "Cintura Lia")


def timeline_searched(visit: Visit) -> None:
    pressed("searchTimeline")(visit)
    timeline = visit.app.root.shop.card.card.timeline
    field = visit.app.window.quick.findChild(QQuickItem, "timelineSearch")
    field.setProperty("text", "Elba")
    timeline.search("Elba")
    visit.until(lambda: timeline.rows.count == 2 and not timeline.under_way)


def writing(*names: str) -> Callable[[Visit], None]:
    """The leaf on which she is written to, once it is filled, and then these buttons."""

    def reach(visit: Visit) -> None:
        visit.go(Navigation.Place.Book)
        pressed("record-more", "act-message")(visit)
        message = visit.app.root.shop.card.message
        visit.until(lambda: message.may)
        for name in names:
            press(visit, name)

    return reach


def written_before(visit: Visit) -> None:
    """A message in words of one's own that was put away and is opened again."""
    writing()(visit)
    message = visit.app.root.shop.card.message
    message.write(message.subject, f"{message.body}\n\nA presto, Sofia")
    message.unfinished.end()
    writing()(visit)
    visit.until(lambda: message.unfinished.resumed)


def chosen_before(visit: Visit) -> None:
    """A selection with words to her that was put away and is opened again."""
    visit.go(Navigation.Place.Book)
    in_hand_and("record-more", "act-selection")(visit)
    selection = visit.app.root.shop.card.selection
    visit.until(lambda: selection.unfinished.begun)
    selection.say("La borsa riprende il cuoio della stringata")
    selection.unfinished.end()
    in_hand_and("record-more", "act-selection")(visit)
    selection.begin()
    visit.until(lambda: selection.unfinished.resumed)


def promised_before(visit: Visit) -> None:
    """What was about to be promised, put away and opened again."""
    visit.go(Navigation.Place.Book)
    pressed("record-promise")(visit)
    unfinished = visit.app.root.shop.card.unfinished_promise
    visit.until(lambda: unfinished.begun)
    unfinished.type("la borsa marrone, appena arriva")
    unfinished.end()
    visit.go(Navigation.Place.Book)
    pressed("record-promise")(visit)
    visit.until(lambda: unfinished.resumed)


def not_bought_before(visit: Visit) -> None:
    """In a few words why, put away and opened again."""
    visit.go(Navigation.Place.Book)
    in_hand_and("record-not_bought")(visit)
    record = visit.app.root.shop.card.record
    visit.until(lambda: record.unfinished.begun)
    record.say("Le piace, ma il tacco è un po' alto, torna con la figlia")
    record.leave()
    visit.go(Navigation.Place.Book)
    in_hand_and("record-not_bought")(visit)
    visit.until(lambda: record.unfinished.resumed)


def note_corrected_before(visit: Visit) -> None:
    """A note of one's own that is being said otherwise, put away and opened again."""
    visit.go(Navigation.Place.Book)
    on_card(giulia.GIULIA)(visit)
    with tablets.replica_of(visit.app).write() as writer:
        note_id = notes.write(
            writer,
            customer_id=giulia.GIULIA,
            body="Ama le suole sottili",
            visibility=Visibility.STORE,
            author=Author(tablets.SOFIA, tablets.STORE),
        )
    shop = visit.app.root.shop.card
    for words in ("Preferisce la suola sottile, mai la gomma", ""):
        shop.entry.open("note", note_id)
        press(visit, "correctEntry")
        visit.until(lambda: shop.unfinished_note.begun)
        if words:
            shop.unfinished_note.type(words)
            shop.unfinished_note.end()
            visit.go(Navigation.Place.Book)
            on_card(giulia.GIULIA)(visit)
    visit.until(lambda: shop.unfinished_note.resumed)


def told_before(visit: Visit) -> None:
    """What she was saying of her size, put away and opened again."""
    visit.go(Navigation.Place.Book)
    pressed("fact-shoe_size")(visit)
    unfinished = visit.app.root.shop.card.preference.unfinished
    unfinished.type("38 e mezzo, con il plantare")
    unfinished.end()
    visit.go(Navigation.Place.Book)
    pressed("fact-shoe_size")(visit)
    visit.until(lambda: unfinished.resumed)


def put_right_before(visit: Visit) -> None:
    """Her telephone, put right and not saved."""
    visit.go(Navigation.Place.Book)
    pressed("herData")(visit)
    data = visit.app.root.shop.card.her_data
    data.type("phone", "333 765 4321")
    data.unfinished.end()
    visit.go(Navigation.Place.Book)
    pressed("herData")(visit)
    visit.until(lambda: data.unfinished.resumed)


def forgotten(visit: Visit) -> None:
    """The card of somebody who was erased from this tablet."""
    with tablets.replica_of(visit.app).transaction() as connection:
        erased.note(connection, ["forgotten"])
    on_card("forgotten")(visit)


def fresh_scan(visit: Visit) -> None:
    visit.go(Navigation.Place.Book)
    visit.go(Navigation.Place.Scan)
    visit.until(lambda: visit.app.root.shop.home.visitors.count > 0)


def forged(visit: Visit) -> None:
    fresh_scan(visit)
    visit.app.root.shop.scan._tell(Meant(CodeForged(Doubt.SIGNATURE)))


def scanned(result: ScanResult) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        fresh_scan(visit)
        visit.app.root.shop.scan._tell(Meant(result))

    return reach


def whose(visit: Visit) -> None:
    scanned(CardUnknown("2900000009995", Symbology.CODE_128))(visit)
    visit.app.root.shop.scan.ask_whose()
    visit.app.root.shop.link_card.look_for("m")
    visit.until(lambda: visit.app.root.shop.link_card.hits.count > 0)


def several(visit: Visit) -> None:
    fresh_scan(visit)
    texts = (giulia.NORA_39_EAN, "2900000001234")
    found = tuple(Found(text, Symbology.QR, ()) for text in texts)
    visit.app.root.shop.scanner.several_scanned.emit(found)
    visit.until(lambda: visit.app.root.shop.scan.choices.count == len(texts))


def not_here(visit: Visit) -> None:
    scanned(CustomerNotHere("0190a5b2-7c11-7d3e-8f00-00000000ffff"))(visit)
    visit.app.root.shop.scan.hub_answered(Answer.AWAY)


def without_code(visit: Visit) -> None:
    fresh_scan(visit)
    visit.app.root.shop.scan.dismiss()
    press(visit, "withoutCode")


def searched(text: str) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        visit.go(Navigation.Place.Book)
        book = visit.app.root.shop.book
        book.look_for(text)
        visit.until(lambda: book.text == text and not book.loading)

    return reach


def book_of(whose: str) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        searched("")(visit)
        clients = visit.app.root.shop.book.clients
        clients.choose(whose)
        visit.until(lambda: clients.whose == whose and not clients.loading)

    return reach


def in_hand(visit: Visit) -> None:
    on_card(giulia.GIULIA)(visit)
    record = visit.app.root.shop.card.record
    for product_id, variant_id in ((giulia.NORA, giulia.NORA_39), (giulia.ALBA, giulia.ALBA_BLACK)):
        record.take(product_id, variant_id)
        visit.until(lambda variant_id=variant_id: any(p.key == variant_id for p in record.in_hand))


def in_hand_and(*names: str) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        in_hand(visit)
        for name in names:
            press(visit, name)

    return reach


def selection_code(visit: Visit) -> None:
    visit.go(Navigation.Place.Book)
    in_hand_and("record-more", "act-selection", "selectionCode")(visit)
    visit.until(lambda: visit.app.root.shop.card.selection.code != "")


def product(visit: Visit) -> None:
    on_card(giulia.GIULIA)(visit)
    visit.app.root.shop.card.product.ask(giulia.NORA, giulia.NORA_39)
    visit.until(lambda: visit.app.root.shop.card.product.stock.count > 0)


def asked_for(visit: Visit) -> None:
    """From the scan page, where nobody's card is open."""
    fresh_scan(visit)
    product = visit.app.root.shop.home.product
    product.ask(giulia.NORA, "")
    visit.until(lambda: product.asking.rows.count > 0)
    press(visit, "askedFor")


def saved(visit: Visit) -> None:
    pressed("record-advice")(visit)
    visit.until(lambda: visit.app.root.shop.card.record.saved.kind == "advice")


def for_now(visit: Visit) -> None:
    """The card of somebody whose code is genuine, while the hub is away and she is not here."""
    not_here(visit)
    press(visit, "openForNow")
    visit.until(lambda: visit.app.root.shop.card.card.provisional)


def not_saved(visit: Visit) -> None:
    on_card(giulia.GIULIA)(visit)
    saved = visit.app.root.shop.card.record.saved
    visit.app.root.shop.card.record.note("", "store")
    visit.until(lambda: saved.failure != "")


def reserving(wish: str) -> Callable[[Visit], None]:
    """The leaf that asks for an article; with empty hands where no wish is named."""

    def reach(visit: Visit) -> None:
        (in_hand if wish else on_card(giulia.GIULIA))(visit)
        reserve = visit.app.root.shop.card.reserve
        reserve.choose()
        if wish:
            visit.until(lambda: reserve.shops.count > 0)
            reserve.choose_wish(wish)

    return reach


def requested(visit: Visit) -> None:
    """Two requests on her card: one waits, one was refused."""
    with tablets.replica_of(visit.app).transaction() as connection:
        said = {"customer_id": giulia.GIULIA, "store_id": tablets.STORE, "associate_id": tablets.SOFIA}
        article = {"product_id": giulia.ALBA, "variant_id": giulia.ALBA_BROWN, "quantity": 1}
        asked = {"wish": "order", "from_store_id": giulia.ELSEWHERE, "until_on": "2026-11-28"}
        refused = {"wish": "hold", "from_store_id": tablets.STORE, "until_on": "2026-11-25"}
        answer = {"answer": "refused", "why": "none_left", "elsewhere": giulia.ELSEWHERE}
        at = {"at": tablets.NOW, "answered_at": tablets.NOW}
        insert = reservation.insert().prefix_with("OR IGNORE")
        connection.execute(insert, {"id": "asked", **said, **article, **asked, "at": tablets.NOW})
        connection.execute(insert, {"id": "refused", **said, **article, **refused, **answer, **at})
    on_card(giulia.GIULIA)(visit)
    visit.until(lambda: visit.app.root.shop.card.reserve.requests.count > 0)


def guarded(visit: Visit) -> None:
    """A note that says what does not belong there."""
    pressed("record-note")(visit)
    visit.until(lambda: any(i.objectName() == "noteBody" for i in visible(visit.app.window.quick)))
    body = next(i for i in visible(visit.app.window.quick) if i.objectName() == "noteBody")
    body.setProperty("text", "Antipatica. La figlia Martina è allergica; carta 4111 1111 1111 1111")


def entry(visit: Visit) -> None:
    """A line that was corrected, opened."""
    on_card(giulia.GIULIA)(visit)
    record, shop = visit.app.root.shop.card.record, visit.app.root.shop.card
    record.record("fitting")
    visit.until(lambda: record.saved.kind == "fitting" and record.saved.record_id != "")
    record.particulars()
    record.save("ha provato anche il 38")
    visit.until(lambda: not record.saved.open_to_details)
    saved = record.saved.record_id
    record.saved.dismiss()
    shop.entry.open("interaction", saved)
    visit.until(lambda: shop.entry.versions.count > 1)


def correcting(visit: Visit) -> None:
    entry(visit)
    press(visit, "correctEntry")


def conflict(visit: Visit) -> None:
    """Two telephone numbers that did not know of each other, and an address that was decided lately."""
    stamps = [str(Stamp(tablets.NOW - 3_600_000 * ago, 0, node)) for ago, node in ((1, "aa"), (2, "bb"))]
    seen = {"phone": {stamp[18:]: stamp for stamp in stamps}}
    rivals = {"phone": [{"value": "+393332222222", "stamp": stamps[1]}]}
    about = {"customer_id": giulia.GIULIA, "store_id": tablets.STORE}
    with tablets.replica_of(visit.app).transaction() as connection:
        connection.execute(
            schema.record.insert().prefix_with("OR REPLACE"),
            {
                "collection": "customer",
                "record_id": giulia.GIULIA,
                "seen": msgspec.json.encode(seen),
                "rivals": msgspec.json.encode(rivals),
            },
        )
        for key, field, value, other, who, ago in (
            ("v1", "phone", "+393331234567", "", tablets.SOFIA, 1),
            ("v2", "phone", "+393332222222", "", tablets.MARTA, 2),
            ("v3", "email", "giulia@example.com", "giulia.ferraris@example.com", tablets.PAOLO, 26),
        ):
            given = {"field": field, "value": value, "instead_of": other, "associate_id": who}
            given |= {"id": key, "at": tablets.NOW - ago * 3_600_000, **about}
            connection.execute(value_given.insert().prefix_with("OR IGNORE"), given)
    visit.go(Navigation.Place.Ledger)
    visit.app.root.shop.conflicts.load()
    visit.until(lambda: visit.app.root.shop.conflicts.count > 0)


def mended(visit: Visit) -> None:
    """The words of a refused record, where they are put right."""
    visit.sign_in()
    replica, rows = tablets.replica_of(visit.app), visit.app.root.shop.ledger.refused
    if not replica.set_aside():
        sofia = Author(tablets.SOFIA, tablets.STORE)
        with replica.write() as writer:
            notes.write(writer, customer_id=giulia.GIULIA, body="Preferisce la pelle liscia", author=sofia)
        with replica.transaction() as connection:
            write = outbox.waiting(connection, after=0, count=1_000, size=1_000_000)[-1]
            outbox.set_aside(connection, write.dseq, Code.TOO_LARGE, "too large", tablets.NOW)
        replica.tell(tablets.outbox_moved())
    visit.go(Navigation.Place.Ledger)
    visit.until(lambda: any(row.words for row in rows.rows))
    [note] = [row.record_id for row in rows.rows if row.words]
    ledger = visit.app.root.shop.ledger
    if ledger.mending != note:
        press(visit, f"words-open-{note}")
    visit.until(lambda: ledger.mending == note)
    visit.app.root.shop.toasts.dismiss()
    ledger.unfinished.type("Preferisce la pelle liscia, mai il camoscio")


def refused(visit: Visit) -> None:
    """A record that the hub set aside, and the queue saved to a file."""
    replica, ledger = tablets.replica_of(visit.app), visit.app.root.shop.ledger
    with replica.transaction() as connection:
        if not outbox.set_aside_count(connection):
            write = outbox.waiting(connection, after=0, count=1, size=1_000_000)[0]
            outbox.set_aside(connection, write.dseq, Code.TOO_LARGE, "too large", tablets.NOW)
        put(connection, Fact.SEALING_KEY, "09" * 32)
    replica.tell(tablets.outbox_moved())
    visit.go(Navigation.Place.Ledger)
    ledger.folder = replica.file.path.parent / "documents"
    ledger.save_queue()
    visit.until(lambda: ledger.to_decide == 1 and ledger.written != "")
