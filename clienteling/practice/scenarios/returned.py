"""Something comes back, and he is annoyed."""

from clienteling.interactions.values import InteractionKind, Outcome
from clienteling.marking import msgid
from clienteling.practice import seen
from clienteling.practice.book import COLLEAGUE, STORE, Book
from clienteling.practice.goods import BOOTS, SWEATER, variant_id
from clienteling.practice.names import PropKind, ScenarioName
from clienteling.practice.people import CHIARA, MARCO, put_person
from clienteling.practice.values import Prop, Question, Scenario, Step
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel

BROWN_BOOTS = variant_id(BOOTS, "brown", "40")
CALLED = msgid("The sole has come off after two weeks. I want to know what you do about it.")


def people(book: Book) -> None:
    put_person(book, MARCO)
    put_person(book, CHIARA)
    for days, article, own in (
        (16, BOOTS, BROWN_BOOTS),
        (120, SWEATER, variant_id(SWEATER, "navy", "S")),
    ):
        item = {"product_id": article.id, "variant_id": own, "quantity": 1}
        book.add(
            "interaction",
            customer_id=MARCO.id,
            kind=InteractionKind.SALE.value,
            outcome=Outcome.BOUGHT.value,
            items=[{**item, "price_cents": article.price_cents, "bought": True}],
            at=book.at(days, 17, 20),
            store_id=STORE,
            associate_id=COLLEAGUE,
            visit_id=f"practice-visit-{days}",
        )
    book.event(
        MARCO.id, Channel.EMAIL, EventKind.TICKET_OPENED, book.at(1, 9, 12), book.said(CALLED), ticket="P-12"
    )


STEPS = (
    Step(
        "find",
        msgid("He has no code with him: “Lo Bianco, Marco.” Find him."),
        msgid("Type the beginning of his name above; first name or family name, in any order."),
        seen.card_opened(MARCO.id),
    ),
    Step(
        "complaint",
        msgid("First he wants to be heard. Record the complaint about the boots."),
        msgid("The boots in hand, then … and Complaint."),
        seen.recorded(InteractionKind.COMPLAINT, MARCO.id, BOOTS.id),
        Prop(PropKind.LABEL, msgid("Scan the label of the boots"), BROWN_BOOTS),
    ),
    Step(
        "return",
        msgid("You take the boots back. Record the return."),
        msgid("The boots in hand, then … and Return or exchange."),
        seen.recorded(InteractionKind.RETURN, MARCO.id, BOOTS.id),
        Prop(PropKind.LABEL, msgid("Scan the label of the boots"), BROWN_BOOTS),
    ),
    Step(
        "note",
        msgid("Write down for your colleagues what happened, in words that he may read himself."),
        msgid("Note, then what and since when: the sole came off after two weeks."),
        seen.note_written(MARCO.id),
    ),
    Step(
        "promise",
        msgid("The workshop answers in some days: promise him a call, with a day."),
        msgid("Promise, then Call, then the day."),
        seen.promise_open(MARCO.id),
    ),
)

QUESTIONS = (
    Question(
        "words",
        msgid("Which of these may stand in a note?"),
        (
            msgid("“Rude, always complains”"),
            msgid("“Sole came off after two weeks, wants a new pair”"),
            msgid("“Walks badly since his operation”"),
        ),
        1,
        msgid("What happened and what he wants. No judgement, nothing about health: he may ask to read it."),
    ),
    Question(
        "numbers",
        msgid("Why record complaint and return, and not just one of them?"),
        (
            msgid("So that the shop looks busy"),
            msgid("The return is for the till, the complaint is for nobody"),
            msgid("The return says what came back, the complaint that somebody still owes him an answer"),
        ),
        2,
        msgid("Whoever answers his next call sees both, and the hub waits with erasing while it is open."),
    ),
    Question(
        "promise",
        msgid("Tomorrow you are not here. Who sees that he waits for a call?"),
        (
            msgid("Everybody of this shop, and the care desk"),
            msgid("Only you"),
            msgid("Nobody until Friday"),
        ),
        0,
        msgid(
            "A promise belongs to the shop. On its day it stands under To do; when it is late, it says so."
        ),
    ),
)

RETURNED = Scenario(
    ScenarioName.RETURN,
    msgid("A return with a complaint"),
    msgid("Marco bought boots sixteen days ago. One sole has come off, and yesterday he wrote an e-mail."),
    "arrow-u-up-left",
    5,
    people,
    STEPS,
    QUESTIONS,
)
