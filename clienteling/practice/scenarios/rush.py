"""Saturday afternoon: five people at once, and nobody has a code."""

from clienteling.interactions.values import InteractionKind, Reason
from clienteling.marking import msgid
from clienteling.practice import seen
from clienteling.practice.book import Book
from clienteling.practice.goods import BELT, BOOTS, SHOES, SWEATER, variant_id
from clienteling.practice.names import PropKind, ScenarioName
from clienteling.practice.people import CHIARA, GIULIA, MARCO, OLENA, OTHER_CHIARA, put_person
from clienteling.practice.values import Prop, Question, Scenario, Step

WENT = (Reason.SIZE, Reason.NOT_IN_STOCK)


def people(book: Book) -> None:
    for person in (GIULIA, MARCO, OLENA, CHIARA, OTHER_CHIARA):
        put_person(book, person)


STEPS = (
    Step(
        "size",
        msgid("A man wants the Nora in 41. There is none; he leaves. Record the lost sale, without a name."),
        msgid("Scan page, Without a code: first the shoes, by their name, then the reason Size."),
        seen.recorded(InteractionKind.NOT_BOUGHT, None, SHOES.id, *WENT),
    ),
    Step(
        "belt",
        msgid("A woman buys a belt and is already at the door. Record the sale, without a name."),
        msgid("Without a code: first the belt, by its name, then Sale."),
        seen.recorded_ever(InteractionKind.SALE, None, BELT.id),
    ),
    Step(
        "undo",
        msgid("She turns round and gives the belt back: she has changed her mind. Take the sale back."),
        msgid("Undo, on the message that says it is saved. Record and undo again if it has gone."),
        seen.nobody_bought(BELT.id),
    ),
    Step(
        "price",
        msgid("Somebody likes the boots, but not the price. One line, and on to the next."),
        msgid("Without a code: first the boots, by their name, then the reason Price."),
        seen.recorded(InteractionKind.NOT_BOUGHT, None, BOOTS.id, Reason.PRICE),
    ),
    Step(
        "chiara",
        msgid("“I am a customer: Bianchi, Chiara.” There are two who sound alike. Open the right card."),
        msgid("Search bianchi. Her number ends in 04; the line below the name tells them apart."),
        seen.card_opened(CHIARA.id),
    ),
    Step(
        "visit",
        msgid("Chiara tries on the Anita sweater. Record the fitting on her card."),
        msgid("The sweater by its label, then Fitting."),
        seen.recorded(InteractionKind.FITTING, CHIARA.id, SWEATER.id),
        Prop(PropKind.LABEL, msgid("Scan the label of the sweater"), variant_id(SWEATER, "cream", "M")),
    ),
    Step(
        "newcomer",
        msgid("Somebody would like to be recognised next time: Giorgia Neri, 399 000 0099. Enter her."),
        msgid("Scan page, New customer; name and telephone, what she agrees to, and her code is there."),
        seen.entered("Neri"),
    ),
)

QUESTIONS = (
    Question(
        "nameless",
        msgid("Why record somebody whose name nobody knows?"),
        (
            msgid("To count how often you work"),
            msgid("What was missing is ordered only if somebody says that it was missing"),
            msgid("It is not done"),
        ),
        1,
        msgid("Three lost pairs in 41 are a reason to order the 41. No name is needed for that."),
    ),
    Question(
        "undo",
        msgid("You undo a sale. Where is it now?"),
        (
            msgid("Deleted, as if it had never been"),
            msgid("In the history, marked as undone"),
            msgid("Only the store manager can see it"),
        ),
        1,
        msgid("Nothing is overwritten. What was undone stays readable, and counts nowhere."),
    ),
    Question(
        "doubt",
        msgid("Two cards look alike and you are not sure. What do you do?"),
        (
            msgid("Take the first one"),
            msgid("Make a third card"),
            msgid("Ask for the last digits of the telephone number"),
        ),
        2,
        msgid("A wrong card shows her somebody else's purchases. A third one splits her history again."),
    ),
)

RUSH = Scenario(
    ScenarioName.RUSH,
    msgid("A rush of walk-ins without codes"),
    msgid("Five people in four minutes. None of them has a code, and none of them waits."),
    "person-simple-walk",
    5,
    people,
    STEPS,
    QUESTIONS,
)
