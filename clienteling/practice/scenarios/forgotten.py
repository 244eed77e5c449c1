"""She wants to leave, and has the right to."""

from clienteling.consents.values import Purpose
from clienteling.marking import msgid
from clienteling.practice import seen
from clienteling.practice.book import COLLEAGUE, DAY, STORE, Book
from clienteling.practice.goods import SHOES, variant_id
from clienteling.practice.names import PropKind, ScenarioName
from clienteling.practice.people import ANNA, put_person
from clienteling.practice.premises import put_consents
from clienteling.practice.values import Prop, Question, Scenario, Step
from clienteling.promises.values import PromiseKind, PromiseState
from clienteling.vocabulary import Channel

MARKETING = (Purpose.MARKETING_EMAIL, Purpose.MARKETING_MESSAGE, Purpose.MARKETING_PHONE)


def people(book: Book) -> None:
    put_person(book, ANNA)
    put_consents(book, ANNA.id, Purpose.PROFILING, Purpose.MARKETING_EMAIL, days_ago=90)
    book.add(
        "promise",
        customer_id=ANNA.id,
        kind=PromiseKind.CALL.value,
        product_id=SHOES.id,
        variant_id=variant_id(SHOES, "black", "38"),
        due_on=book.day(2),
        state=PromiseState.OPEN.value,
        channel=Channel.SHOP.value,
        made_at=book.now - DAY,
        made_by=COLLEAGUE,
        store_id=STORE,
    )


STEPS = (
    Step(
        "scan",
        msgid("Anna shows her code: “I get too much mail from you.” Open her card."),
        msgid("Scan her code."),
        seen.until_forgotten(ANNA.id, seen.card_opened(ANNA.id)),
        Prop(PropKind.CODE, msgid("Anna shows her code"), ANNA.id),
    ),
    Step(
        "withdraw",
        msgid("She takes back her consent to marketing. Record it at once, without asking why."),
        msgid("Touch Marketing on her card, then withdraw e-mail."),
        seen.until_forgotten(ANNA.id, seen.consented(ANNA.id, granted=False, purposes=MARKETING)),
    ),
    Step(
        "promise",
        msgid("A call was promised to her, and you are talking with her now. Mark it as kept."),
        msgid("In the filled block on her card: Keep it."),
        seen.until_forgotten(ANNA.id, seen.promise_closed(ANNA.id)),
    ),
    Step(
        "ask",
        msgid("“Please delete everything you have about me.” Record her wish."),
        msgid("Her data, on her card; then She wants to be forgotten. Her word is enough."),
        seen.until_forgotten(ANNA.id, seen.asked_to_be_forgotten(ANNA.id)),
    ),
    Step(
        "gone",
        msgid("Watch it being done: her card closes, and nothing of her is left on this tablet."),
        msgid("It takes a moment. In a real shop it goes through every tablet; the ledger counts them."),
        seen.forgotten(ANNA.id),
    ),
)

QUESTIONS = (
    Question(
        "why",
        msgid("She withdraws her consent. What do you ask her first?"),
        (
            msgid("Why, so that it can be noted"),
            msgid("Nothing: it is recorded at once"),
            msgid("To write an e-mail"),
        ),
        1,
        msgid("Taking a consent back must be as easy as giving it: one tap, no reason, no form."),
    ),
    Question(
        "open",
        msgid("A promise to her is still open when she asks to be forgotten. What happens?"),
        (
            msgid("The hub waits and says why, until the promise is closed"),
            msgid("The promise stays, only her name goes"),
            msgid("Nothing: her wish is refused"),
        ),
        0,
        msgid("What is still owed is settled first. Then everything goes, and the receipt names nobody."),
    ),
    Question(
        "network",
        msgid("The network is down when she asks. What do you do?"),
        (
            msgid("Ask her to come back tomorrow"),
            msgid("Delete her card by hand"),
            msgid("Record the wish as usual: it goes out as soon as the hub answers"),
        ),
        2,
        msgid("Her wish is saved here like any record. Until it is done it can be taken back."),
    ),
)

FORGOTTEN = Scenario(
    ScenarioName.FORGOTTEN,
    msgid("A customer who asks to be forgotten"),
    msgid("Anna wants no more mail, and then she wants nothing of hers to be kept at all."),
    "shield-check",
    4,
    people,
    STEPS,
    QUESTIONS,
)
