"""One deed of a customer, as the record that it leaves in the book."""

from collections.abc import Sequence

import msgspec

from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import Dice
from clienteling.hub.demo.values import DemoVariant
from clienteling.hub.demo.wardrobe import total_cents
from clienteling.interactions.values import InteractionKind, Item, Outcome, Reason
from clienteling.notes.values import Visibility
from clienteling.promises.values import PromiseKind, PromiseState
from clienteling.reservations.values import Answer, Refusal, Wish
from clienteling.staff.values import Author
from clienteling.timeline.values import EventDetail, EventItem, EventKind
from clienteling.vocabulary import Channel

NO_DETAIL = EventDetail()


class Deeds:
    def __init__(self, book: Book, dice: Dice) -> None:
        self._book = book
        self._dice = dice

    def sale(self, customer_id: str, author: Author, at: int, bought: Sequence[DemoVariant]) -> None:
        items = [_item(variant, bought=True) for variant in bought]
        self.interaction(customer_id, author, at, InteractionKind.SALE, outcome=Outcome.BOUGHT, items=items)

    def brought_back(self, customer_id: str, author: Author, at: int, variant: DemoVariant) -> None:
        self.interaction(customer_id, author, at, InteractionKind.RETURN, items=[_item(variant)])

    def not_bought(
        self, customer_id: str | None, author: Author, at: int, variant: DemoVariant, reason: Reason
    ) -> None:
        self.interaction(
            customer_id,
            author,
            at,
            InteractionKind.NOT_BOUGHT,
            outcome=Outcome.THINKING if reason is Reason.THINKING else Outcome.NOT_BOUGHT,
            items=[_item(variant, reason=reason)],
        )

    def interaction(
        self,
        customer_id: str | None,
        author: Author,
        at: int,
        kind: InteractionKind,
        *,
        outcome: Outcome = Outcome.NONE,
        items: Sequence[Item] = (),
        summary: str = "",
    ) -> None:
        record_id = self._dice.id_at(at)
        self._book.add(
            "interaction",
            {
                "id": record_id,
                "customer_id": customer_id,
                "kind": kind.value,
                "outcome": outcome.value,
                "items": msgspec.to_builtins(items),
                "summary": summary,
                "at": at,
                "store_id": author.store_id,
                "associate_id": author.associate_id,
                "visit_id": record_id,
            },
        )

    def event(
        self,
        customer_id: str,
        at: int,
        kind: EventKind,
        channel: Channel,
        *,
        text: str = "",
        detail: EventDetail = NO_DETAIL,
        source: str = "segment:web",
    ) -> None:
        record_id = self._dice.id_at(at)
        self._book.add(
            "event",
            {
                "id": record_id,
                "customer_id": customer_id,
                "channel": channel.value,
                "kind": kind.value,
                "at": at,
                "text": text,
                "detail": msgspec.to_builtins(detail),
                "source": source,
                "source_id": record_id,
            },
        )

    def order(self, customer_id: str, at: int, number: str, bought: Sequence[DemoVariant]) -> None:
        items = tuple(
            EventItem(product_id=v.product_id, variant_id=v.id, price_cents=v.price_cents) for v in bought
        )
        detail = EventDetail(order_number=number, items=items, price_cents=total_cents(bought))
        self.event(customer_id, at, EventKind.ORDERED, Channel.ORDER, detail=detail)

    def online(self, customer_id: str, at: int, kind: EventKind, variant: DemoVariant) -> None:
        """Something with one product: looked at it, put it in the basket or on the wish list."""
        channel = Channel.BASKET if kind is EventKind.BASKET_ADDED else Channel.WEB
        detail = EventDetail(
            product_id=variant.product_id, variant_id=variant.id, price_cents=variant.price_cents
        )
        self.event(customer_id, at, kind, channel, detail=detail)

    def note(self, customer_id: str, author: Author, at: int, body: str, visibility: Visibility) -> None:
        self._book.add(
            "note",
            {
                "id": self._dice.id_at(at),
                "customer_id": customer_id,
                "body": body,
                "visibility": visibility.value,
                "at": at,
                "store_id": author.store_id,
                "associate_id": author.associate_id,
            },
        )

    def reservation(
        self,
        customer_id: str,
        author: Author,
        at: int,
        variant: DemoVariant,
        until_on: str,
        *,
        refused_for: str = "",
    ) -> None:
        """Granted, and so promised; or refused, because only the shop `refused_for` has one."""
        record_id = self._dice.id_at(at)
        answer = Answer.REFUSED if refused_for else Answer.GRANTED
        self._book.add(
            "reservation",
            {
                "id": record_id,
                "customer_id": customer_id,
                "product_id": variant.product_id,
                "variant_id": variant.id,
                "quantity": 1,
                "wish": Wish.HOLD.value,
                "from_store_id": author.store_id,
                "until_on": until_on,
                "at": at,
                "store_id": author.store_id,
                "associate_id": author.associate_id,
                "answer": answer.value,
                "answered_at": at,
                "why": (Refusal.NONE_LEFT if refused_for else Refusal.NONE).value,
                "elsewhere": refused_for or None,
            },
        )
        if not refused_for:
            kind = PromiseKind.HOLD
            self.promise(customer_id, author, at, kind, until_on, variant=variant, asked=record_id)

    def promise(
        self,
        customer_id: str,
        author: Author,
        at: int,
        kind: PromiseKind,
        due_on: str,
        *,
        variant: DemoVariant | None = None,
        what: str = "",
        kept_at: int | None = None,
        asked: str = "",
    ) -> None:
        """`asked` is the request that it was granted for, which has the same id."""
        self._book.add(
            "promise",
            {
                "id": asked or self._dice.id_at(at),
                "customer_id": customer_id,
                "kind": kind.value,
                "what": what,
                "product_id": variant.product_id if variant else None,
                "variant_id": variant.id if variant else None,
                "due_on": due_on,
                "state": (PromiseState.OPEN if kept_at is None else PromiseState.KEPT).value,
                "channel": Channel.SHOP.value,
                "made_at": at,
                "made_by": author.associate_id,
                "store_id": author.store_id,
                "closed_at": kept_at,
                "closed_by": None if kept_at is None else author.associate_id,
            },
        )


def _item(variant: DemoVariant, *, bought: bool = False, reason: Reason = Reason.NONE) -> Item:
    return Item(
        product_id=variant.product_id,
        variant_id=variant.id,
        price_cents=variant.price_cents,
        bought=bought,
        reason=reason,
    )
