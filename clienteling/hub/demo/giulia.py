"""The story's customer as the house knows her before the story begins.

What the story tells (the advert, the chat, the website) is not here: it arrives through the connectors.
"""

from datetime import date

from clienteling.consents.values import How, Purpose
from clienteling.customers.values import PreferenceKind, Tier
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.consenting import Consenting
from clienteling.hub.demo.deeds import Deeds
from clienteling.hub.demo.dice import OPENS, Dice
from clienteling.hub.demo.facts import Facts
from clienteling.hub.demo.house import House
from clienteling.hub.demo.people import Person
from clienteling.hub.demo.values import DemoVariant
from clienteling.hub.demo.wardrobe import Wardrobe
from clienteling.notes.values import Visibility
from clienteling.staff.values import Author

GIULIA = Person(
    id="01796f53-4a00-7d4a-9b1f-6a0c4e8d21b7",
    number=0,
    given_name="Giulia",
    family_name="Ferraris",
    language="it",
    store_id="milano-brera",
    since=date(2021, 5, 15),
    email="giulia.ferraris@example.it",
    phone="+393994120038",
    card_number="2804120038008",
    birthday_on="0001-12-04",
    web_user="u-4120",
    page_scoped_id="24000412003800",
    shoe_size="38",
    clothes_size="42",
)
TIER = Tier.GOLD
SOFIA = Author("sofia-marchetti", "milano-brera")
JOINED_AT = 1_621_070_400_000
PURCHASES = (
    (640, "irma-black-38"),
    (560, "palazzo-black-42"),
    (498, "celeste-tan"),
    (410, "gilda-black-38"),
    (330, "maglia-black-42"),
    (262, "agata-black-M"),
    (180, "bice-tan"),
    (95, "sigaretta-black-42"),
    (41, "linda-tan"),
)
"""Days ago, variant."""
BOUGHT_ONLINE = "celeste-tan"
NOTE = "Cammina molto per lavoro: suole comode. Le piace abbinare scarpe e borsa."


def put_giulia(book: Book, dice: Dice, house: House, wardrobe: Wardrobe) -> None:
    variants = {v.id: v for product in wardrobe.products.values() for v in product.variants}
    deeds, facts = Deeds(book, dice), Facts(book, dice)
    bought = [(days, variants[variant_id]) for days, variant_id in PURCHASES]
    for days, variant in bought:
        _buy(deeds, dice, days, variant)
    told_at = dice.at(last_12_march(dice.today), OPENS + 95)
    facts.told(GIULIA.id, SOFIA, told_at, PreferenceKind.SHOE_SIZE, GIULIA.shoe_size)
    last_at = dice.at(dice.days_ago(PURCHASES[-1][0]), OPENS + 150)
    deeds.note(GIULIA.id, SOFIA, last_at, NOTE, Visibility.EVERYBODY)
    _agree(Consenting(book, dice, house), told_at)


def last_12_march(today: date) -> date:
    """The latest one that is over."""
    this_year = date(today.year, 3, 12)
    return this_year if this_year < today else date(today.year - 1, 3, 12)


def _buy(deeds: Deeds, dice: Dice, days: int, variant: DemoVariant) -> None:
    day = dice.days_ago(days)
    if variant.id == BOUGHT_ONLINE:
        deeds.order(GIULIA.id, dice.at(day, 21 * 60 + 12), "19873", [variant])
    else:
        deeds.sale(GIULIA.id, SOFIA, dice.at(day, OPENS + 150), [variant])


def _agree(consents: Consenting, told_at: int) -> None:
    answers = {
        Purpose.SERVICE: (JOINED_AT, True, How.SIGNED),
        Purpose.PROFILING: (told_at, True, How.TAPPED),
        Purpose.MARKETING_EMAIL: (told_at, False, How.TAPPED),
        Purpose.MARKETING_MESSAGE: (told_at, False, How.TAPPED),
        Purpose.MARKETING_PHONE: (told_at, False, How.TAPPED),
    }
    for purpose, (at, granted, how) in answers.items():
        consents.record(GIULIA.id, purpose, at, granted=granted, how=how, language="it", author=SOFIA)
