"""The network is down all morning, and the shop works on."""

import sqlalchemy as sa

from clienteling.interactions.values import InteractionKind, Outcome
from clienteling.marking import msgid
from clienteling.practice import seen
from clienteling.practice.book import COLLEAGUE, MINUTE, STORE, Book
from clienteling.practice.goods import BELT, SWEATER, variant_id
from clienteling.practice.names import PropKind, ScenarioName
from clienteling.practice.people import CHIARA, OLENA, put_person
from clienteling.practice.values import Prop, Question, Scenario, Step
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel
from sync.device.outbox import pending_count

SWEATER_M = variant_id(SWEATER, "cream", "M")
NAVY_S = variant_id(SWEATER, "navy", "S")


def people(book: Book) -> None:
    put_person(book, OLENA)
    put_person(book, CHIARA)
    seen_twice = {"product_id": SWEATER.id, "variant_id": SWEATER_M}
    for minute in (10, 18):
        at = book.at(2, 22, minute)
        book.event(OLENA.id, Channel.WEB, EventKind.PRODUCT_VIEWED, at, **seen_twice)
    book.add(
        "interaction",
        customer_id=OLENA.id,
        kind=InteractionKind.SALE.value,
        outcome=Outcome.BOUGHT.value,
        items=[
            {"product_id": BELT.id, "quantity": 1, "price_cents": BELT.price_cents, "bought": True},
        ],
        at=book.now - 80 * 24 * 60 * MINUTE,
        store_id=STORE,
        associate_id=COLLEAGUE,
        visit_id="practice-visit-olena",
    )


def everything_arrived(conn: sa.Connection) -> bool:
    """Something was recorded, and the hub has answered for all of it."""
    return sold(conn) and asked(conn) and pending_count(conn) == 0


asked = seen.reserved(OLENA.id, SWEATER.id)
sold = seen.recorded(InteractionKind.SALE, OLENA.id, SWEATER.id)

STEPS = (
    Step(
        "scan",
        msgid("No network since this morning: the sign at the top says so. Olena shows her code; scan it."),
        msgid("Her card is on this tablet. It opens as quickly as ever."),
        seen.card_opened(OLENA.id),
        Prop(PropKind.CODE, msgid("Olena shows her code"), OLENA.id),
    ),
    Step(
        "sale",
        msgid("She buys the Anita sweater. Record the sale, as on any other day."),
        msgid("The sweater by its label, then Sale. The sign counts: 1 saved here."),
        sold,
        Prop(PropKind.LABEL, msgid("Scan the label of the sweater"), SWEATER_M),
    ),
    Step(
        "note",
        msgid("She wears wool only without seams. Write it in a note."),
        msgid("Note, on her card."),
        seen.note_written(OLENA.id),
    ),
    Step(
        "reserve",
        msgid("She would like the navy one, too, which only the other shop has. Ask for it."),
        msgid("Take it in hand by its label; then … and Reserve. It says requested: the hub decides."),
        asked,
        Prop(PropKind.LABEL, msgid("Scan the label of the navy sweater"), NAVY_S),
    ),
    Step(
        "arrived",
        msgid("Look into the ledger: all of it is saved here. Then put the cable back in."),
        msgid("Ledger, at the end of the places. With the cable in, all is confirmed and answered."),
        everything_arrived,
        Prop(PropKind.CABLE, msgid("Put the cable back in")),
    ),
)

QUESTIONS = (
    Question(
        "saved",
        msgid("“Saved here”: what does it mean?"),
        (
            msgid("It is on this tablet for good, and the hub does not have it yet"),
            msgid("It is lost when the tablet is switched off"),
            msgid("A colleague has to enter it again"),
        ),
        0,
        msgid("It survives a flat battery and a cut cable, and is sent once, when the hub answers."),
    ),
    Question(
        "cannot",
        msgid("Which of these has to wait for the hub?"),
        (
            msgid("Writing a note"),
            msgid("Opening a card"),
            msgid("Being sure of the last pair, which another shop may want too"),
        ),
        2,
        msgid("Two shops may ask for the last pair at once. The tablet notes the wish; the hub decides."),
    ),
    Question(
        "evening",
        msgid("It is evening and the sign still says 12 saved here. What do you do?"),
        (
            msgid("Nothing is lost: leave the tablet on, and tell whoever looks after the network"),
            msgid("Record everything again on another tablet"),
            msgid("Set the tablet up anew"),
        ),
        0,
        msgid("Recording again makes everything twice. Setting it up anew would throw away what waits."),
    ),
)

NO_NETWORK = Scenario(
    ScenarioName.NO_NETWORK,
    msgid("A day with the network down"),
    msgid("The router is dark and the shop is open. Everything is recorded, and nothing is lost."),
    "wifi-slash",
    5,
    people,
    STEPS,
    QUESTIONS,
    offline=True,
)
