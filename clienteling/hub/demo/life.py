"""Two years of a customer of the demo: what she bought, tried, looked at, said and agreed to."""

import msgspec

from clienteling.consents.values import How, Purpose
from clienteling.customers.values import PreferenceKind
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.consenting import Consenting
from clienteling.hub.demo.deeds import Deeds
from clienteling.hub.demo.dice import Dice, Weighted
from clienteling.hub.demo.facts import Facts
from clienteling.hub.demo.house import House
from clienteling.hub.demo.people import Person
from clienteling.hub.demo.sayings import Sayings
from clienteling.hub.demo.values import DemoVariant
from clienteling.hub.demo.wardrobe import Wardrobe
from clienteling.interactions.values import InteractionKind, Reason
from clienteling.notes.values import Visibility
from clienteling.promises.values import PromiseKind
from clienteling.staff.values import Author
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

HISTORY_DAYS = 730
INTEREST_DAYS = 45
REASONS = Weighted(
    [
        (Reason.SIZE, 24),
        (Reason.THINKING, 22),
        (Reason.COLOUR, 16),
        (Reason.NOT_IN_STOCK, 14),
        (Reason.PRICE, 12),
        (Reason.FIT, 12),
    ]
)


class Past(msgspec.Struct):
    """What a person's history came to."""

    bought: list[DemoVariant] = []
    last_at: int = 0
    receipts: int = 0


class Life:
    def __init__(self, book: Book, dice: Dice, house: House, wardrobe: Wardrobe, sayings: Sayings) -> None:
        self._dice = dice
        self._house = house
        self._wardrobe = wardrobe
        self._sayings = sayings
        self._deeds = Deeds(book, dice)
        self._facts = Facts(book, dice)
        self._consents = Consenting(book, dice, house)
        self._orders = 20_000

    def live(self, person: Person) -> Past:
        past = self._shopping(person)
        if person.web_user and self._dice.chance(0.35):
            self._browse(person)
        if person.page_scoped_id:
            self._write(person)
        self._agree(person, past)
        self._be_noted(person, past)
        return past

    def author(self, person: Person) -> Author:
        return Author(self._dice.one(self._house.sellers[person.store_id]), person.store_id)

    def _shopping(self, person: Person) -> Past:
        dice, past = self._dice, Past()
        known_for = max(1, min(HISTORY_DAYS, (dice.today - person.since).days))
        for _ in range(person.visits):
            day = dice.days_ago(dice.between(1, known_for))
            if person.web_user and dice.chance(0.4):
                past.last_at = max(past.last_at, self._order(person, dice.at_home(day), past))
            else:
                past.last_at = max(past.last_at, self._visit(person, dice.in_the_shop(day), past))
        return past

    def _order(self, person: Person, at: int, past: Past) -> int:
        bought = self._wardrobe.receipt(person)
        self._orders += 1
        self._deeds.order(person.id, at, str(self._orders), bought)
        past.bought.extend(bought)
        past.receipts += 1
        return at

    def _visit(self, person: Person, at: int, past: Past) -> int:
        dice, author = self._dice, self.author(person)
        if dice.chance(0.68):
            bought = self._wardrobe.receipt(person)
            self._deeds.sale(person.id, author, at, bought)
            past.bought.extend(bought)
            past.receipts += 1
            if dice.chance(0.04):
                later = min(at + dice.between(2, 20) * 86_400_000, dice.now)
                self._deeds.brought_back(person.id, author, later, bought[0])
        elif dice.chance(0.75):
            reason = dice.weighed(REASONS)
            self._deeds.not_bought(person.id, author, at, self._wardrobe.something(person), reason)
        else:
            summary = dice.one(self._sayings.summaries)
            self._deeds.interaction(person.id, author, at, InteractionKind.ADVICE, summary=summary)
        return at

    def _browse(self, person: Person) -> None:
        dice = self._dice
        for _ in range(dice.between(1, 2)):
            day = dice.days_ago(dice.early(0, INTEREST_DAYS))
            at = dice.at_home(day)
            variant = self._wardrobe.something(person)
            for minute in range(dice.between(1, 2)):
                self._deeds.online(person.id, at - minute * 65_000, EventKind.PRODUCT_VIEWED, variant)
            if dice.chance(0.25):
                self._deeds.online(person.id, at, EventKind.BASKET_ADDED, variant)
            elif dice.chance(0.2):
                self._deeds.online(person.id, at, EventKind.WISH_ADDED, variant)

    def _write(self, person: Person) -> None:
        dice, said = self._dice, _exchange(self._dice, self._sayings)
        at = dice.at_home(dice.days_ago(dice.early(3, 200)))
        source = f"messenger:{self._house.page_id}"
        self._deeds.event(person.id, at, EventKind.MESSAGE_IN, Channel.MESSENGER, text=said[0], source=source)
        self._deeds.event(
            person.id,
            min(at + dice.between(4, 90) * 60_000, dice.now),
            EventKind.MESSAGE_OUT,
            Channel.MESSENGER,
            text=said[1],
            detail=EventDetail(by_name=self._house.page_name),
            source=source,
        )

    def _agree(self, person: Person, past: Past) -> None:
        dice = self._dice
        author = self.author(person)
        joined = dice.in_the_shop(person.since)
        asked = max(past.last_at, joined)

        def record(purpose: Purpose, at: int, *, granted: bool) -> None:
            how = dice.one((How.SIGNED, How.TAPPED, How.TAPPED, How.TOLD))
            self._consents.record(
                person.id, purpose, at, granted=granted, how=how, language=person.language, author=author
            )

        record(Purpose.SERVICE, joined, granted=True)
        profiling = dice.chance(0.64)
        record(Purpose.PROFILING, asked, granted=profiling)
        if person.email and dice.chance(0.7):
            subscribed = dice.chance(0.68)
            record(Purpose.MARKETING_EMAIL, asked, granted=subscribed)
            if subscribed and dice.chance(0.35):
                self._open_mail(person)
        if person.phone and dice.chance(0.4):
            record(Purpose.MARKETING_MESSAGE, asked, granted=dice.chance(0.5))
        if profiling:
            self._known_facts(person, past, author)

    def _open_mail(self, person: Person) -> None:
        at = self._dice.at_home(self._dice.days_ago(self._dice.early(1, 160)))
        subject = self._dice.one(self._sayings.mailings)
        self._deeds.event(
            person.id, at, EventKind.EMAIL_OPENED, Channel.EMAIL, text=subject, source="mail:novita"
        )

    def _known_facts(self, person: Person, past: Past, author: Author) -> None:
        dice = self._dice
        if past.last_at and dice.chance(0.5):
            self._facts.told(person.id, author, past.last_at, PreferenceKind.SHOE_SIZE, person.shoe_size)
        if past.last_at and dice.chance(0.15):
            self._facts.told(
                person.id, author, past.last_at, PreferenceKind.STYLE, dice.one(self._sayings.styles)
            )
        if past.last_at and dice.chance(0.1):
            self._facts.told(
                person.id, author, past.last_at, PreferenceKind.MATERIAL, dice.one(self._sayings.materials)
            )

    def _be_noted(self, person: Person, past: Past) -> None:
        dice = self._dice
        if not past.last_at:
            return
        author = self.author(person)
        if dice.chance(0.22):
            visibility = dice.one((Visibility.STORE, Visibility.EVERYBODY, Visibility.EVERYBODY))
            self._deeds.note(person.id, author, past.last_at, dice.one(self._sayings.notes), visibility)
        if dice.chance(0.06):
            due = dice.days_ago(max(1, (dice.now - past.last_at) // 86_400_000 - dice.between(1, 9)))
            kept_at = min(past.last_at + dice.between(1, 6) * 86_400_000, dice.now)
            self._deeds.promise(
                person.id,
                author,
                past.last_at,
                PromiseKind.CALL,
                due.isoformat(),
                what=dice.one(self._sayings.promises),
                kept_at=kept_at,
            )


def _exchange(dice: Dice, sayings: Sayings) -> tuple[str, str]:
    """A question and the answer that belongs to it."""
    place = dice.between(0, len(sayings.questions) - 1)
    return sayings.questions[place], sayings.answers[place]
