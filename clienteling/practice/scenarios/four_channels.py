"""The story: an advert, a chat, a basket, and then she stands in the shop."""

from clienteling.consents.values import Purpose
from clienteling.interactions.values import InteractionKind, Reason
from clienteling.marking import msgid
from clienteling.practice import seen
from clienteling.practice.book import MINUTE, SATURDAY, STORE, Book
from clienteling.practice.goods import BAG, SHOES, variant_id
from clienteling.practice.names import PropKind, ScenarioName
from clienteling.practice.people import GIULIA, put_person
from clienteling.practice.premises import put_consents
from clienteling.practice.values import Prop, Question, Scenario, Step
from clienteling.promises.values import PromiseKind, PromiseState
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel

BLACK_39 = variant_id(SHOES, "black", "39")
TAN_BAG = variant_id(BAG, "tan")
ASKED = msgid("Good evening. How much are the Nora lace-ups? Are there black ones in 39?")
ANSWERED = msgid("Good evening Giulia, 159 €. Yes: we keep a pair for you, black in 39, until Saturday.")


def people(book: Book) -> None:
    put_person(book, GIULIA)
    put_consents(book, GIULIA.id, Purpose.PROFILING)
    shoes = {"product_id": SHOES.id, "variant_id": BLACK_39}
    hers = GIULIA.id
    book.event(
        hers, Channel.ADVERT, EventKind.ADVERT_TAPPED, book.at(1, 20, 41), advert_title="Stringate d'autunno"
    )
    asked = {"asked_product_id": SHOES.id, "asked_colour": "black", "asked_size": "39", "asked_price": True}
    in_chat = book.at(1, 20, 43)
    book.event(hers, Channel.MESSENGER, EventKind.MESSAGE_IN, in_chat, book.said(ASKED), **asked)
    answered = in_chat + 4 * MINUTE
    told = book.said(ANSWERED)
    book.event(hers, Channel.MESSENGER, EventKind.MESSAGE_OUT, answered, told, by_name="Sara")
    for minute in (2, 9):
        book.event(hers, Channel.WEB, EventKind.PRODUCT_VIEWED, book.at(1, 21, minute), **shoes)
    bag = {"product_id": BAG.id, "variant_id": TAN_BAG}
    book.event(hers, Channel.BASKET, EventKind.BASKET_ADDED, book.at(1, 21, 15), **bag)
    book.add(
        "promise",
        customer_id=hers,
        kind=PromiseKind.HOLD.value,
        **shoes,
        due_on=book.coming(SATURDAY),
        state=PromiseState.OPEN.value,
        channel=Channel.MESSENGER.value,
        made_at=answered,
        made_by_name="Sara",
        store_id=STORE,
    )


STEPS = (
    Step(
        "scan",
        msgid("Giulia comes in and shows her code. Scan it."),
        msgid("Her card opens by itself; read the line at the top before you speak."),
        seen.card_opened(GIULIA.id),
        Prop(PropKind.CODE, msgid("Giulia shows her code"), GIULIA.id),
    ),
    Step(
        "fitting",
        msgid("She tries on the Nora lace-ups that were kept for her. Record the fitting."),
        msgid("Take the shoes in hand (scan the label, or touch + on their picture), then Fitting."),
        seen.recorded(InteractionKind.FITTING, GIULIA.id, SHOES.id),
        Prop(PropKind.LABEL, msgid("Scan the label of the shoes"), BLACK_39),
    ),
    Step(
        "sale",
        msgid("They fit. Record the sale."),
        msgid("The shoes in hand, then Sale. What had been promised is kept with it."),
        seen.recorded(InteractionKind.SALE, GIULIA.id, SHOES.id),
        Prop(PropKind.LABEL, msgid("Scan the label of the shoes"), BLACK_39),
    ),
    Step(
        "bag",
        msgid("She leaves the tan bag: not her colour. Record why it was not bought."),
        msgid("The bag in hand, then Not bought, then Colour."),
        seen.recorded(InteractionKind.NOT_BOUGHT, GIULIA.id, BAG.id, Reason.COLOUR),
        Prop(PropKind.LABEL, msgid("Scan the label of the bag"), TAN_BAG),
    ),
    Step(
        "size",
        msgid("“In this house I am a 39 by now.” Put her shoe size right."),
        msgid("Touch the size at the left of her card and write 39: it is noted as told by her, today."),
        seen.told(GIULIA.id, "39"),
    ),
    Step(
        "consent",
        msgid("She would like news by e-mail. Record her consent."),
        msgid("Touch Marketing on her card, read her the text, then let her say yes to e-mail."),
        seen.consented(GIULIA.id, granted=True, purposes=[Purpose.MARKETING_EMAIL]),
    ),
    Step(
        "promise",
        msgid("You will call her when the brown bag arrives. Write the promise down."),
        msgid("Promise, then Call; name the bag and a day."),
        seen.promise_open(GIULIA.id),
    ),
)

QUESTIONS = (
    Question(
        "where",
        msgid("Where had Giulia asked for black in 39?"),
        (msgid("On the telephone"), msgid("In a Messenger chat"), msgid("In the other shop")),
        1,
        msgid("The line at the top of her card says so, and the timeline shows her own words."),
    ),
    Question(
        "held",
        msgid("What became of the pair that was kept for her until Saturday?"),
        (
            msgid("The promise stays open until somebody closes it"),
            msgid("The promise lapses on Saturday"),
            msgid("The sale kept the promise by itself"),
        ),
        2,
        msgid("A sale of the very thing that was kept closes the promise; undoing the sale opens it again."),
    ),
    Question(
        "size",
        msgid("Her card said 38, told in March. Why does 39, told today, count?"),
        (
            msgid("It is newer, and she said it herself"),
            msgid("The larger number counts"),
            msgid("Sizes are taken from the last purchase"),
        ),
        0,
        msgid("Each fact says who told it and when. What she says today stands above what was known before."),
    ),
    Question(
        "consent",
        msgid("She said yes to e-mail. May you send her a WhatsApp with an offer?"),
        (
            msgid("Yes, marketing is marketing"),
            msgid("No, each way of writing has a yes of its own"),
            msgid("Yes, if it is about shoes"),
        ),
        1,
        msgid("E-mail, messages and calls are asked for one by one, and each can be taken back alone."),
    ),
)

FOUR_CHANNELS = Scenario(
    ScenarioName.FOUR_CHANNELS,
    msgid("One customer, four channels"),
    msgid("An advert last evening, a question in a chat, a bag left in the basket. Now she is in the shop."),
    "chats",
    6,
    people,
    STEPS,
    QUESTIONS,
)
