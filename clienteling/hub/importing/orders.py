"""Orders from a file become what every other source makes of them: a line of the customer's timeline.

Sales that name a shop become sales of that shop.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.hub.connectors.heard import HeardItem
from clienteling.hub.importing import cells, days, figures, memory
from clienteling.hub.importing.memory import Keyed, LastSaid, Told
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.people import Loose, People, Person, loose_names, person_of
from clienteling.hub.importing.taking import Import, Shops
from clienteling.hub.importing.values import Entry, Fate, Kind, Outcome, Unfit
from clienteling.hub.intake.shelf import Shelf
from clienteling.interactions.values import InteractionKind, Item
from clienteling.interactions.values import Outcome as Result
from clienteling.marking import msgid
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventDetail, EventItem, EventKind
from clienteling.vocabulary import Channel

_BACK = re.compile(r"\b(res[oi]|rimbors|refund|return|nota di credito|nc|storno)")
_CANCELLED = re.compile(r"\b(annullat|cancel|failed|fallit|voided)")
_NEGATIVE = re.compile(r"^\s*[-\u2212]")
REMEMBERED_GOODS = 50_000
_SAME_EVENT = sa.select(event.c.id).where(
    event.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)),
    event.c.source == sa.bindparam("of", type_=sa.Text),
    event.c.source_id == sa.bindparam("number", type_=sa.Text),
    event.c.kind == sa.bindparam("what", type_=sa.Text),
)


@dataclass(frozen=True, slots=True)
class Said:
    """An order, understood."""

    key: str
    number: str
    person: Person
    at: int
    back: bool
    shop: str | None
    total_cents: int
    items: tuple[HeardItem, ...]

    def told(self, keyed: Keyed) -> Told:
        return memory.told(keyed, {"order": msgspec.to_builtins(self)})


class Orders:
    def __init__(self, work: Import) -> None:
        self._work = work
        self._loose: Loose | None = None
        self._items: dict[tuple[str, str, str], EventItem] = {}

    def take(self, pen: Pen, entries: Sequence[Entry]) -> list[Outcome]:
        shops = Shops(pen.conn)
        rows = [self._read(entry, shops) for entry in entries]
        said = [row for row in rows if isinstance(row, Said)]
        remembered = memory.recall(pen.conn, [one.key for one in said])
        if self._loose is None:
            self._loose = loose_names(pen.conn)
        people = People(pen.conn, [one.person for one in said], self._work.source, self._loose)
        shelf = _LazyShelf(pen)
        fresh: dict[str, LastSaid] = {}
        outcomes: list[Outcome] = []
        for row in rows:
            if not isinstance(row, Said):
                outcomes.append(row)
                continue
            try:
                told = row.told(self._work.keyed)
                if _is_known(row, told, remembered.get(row.key)):
                    outcomes.append(Fate.SAME)
                    continue
                her_id = _hers(row, people)
                known = self._event(pen.conn, her_id, row)
                fresh[row.key] = LastSaid(known or self._put(pen, her_id, row, shelf), her_id, told)
                outcomes.append(Fate.SAME if known else Fate.NEW)
            except Unfit as unfit:
                outcomes.append(unfit)
        pen.flush()
        memory.remember(pen.conn, self._work.source, pen.now, fresh)
        return outcomes

    def _read(self, entry: Entry, shops: Shops) -> Said | Fate | Unfit:
        try:
            said = self._understood(entry, shops)
            again = self._work.seen.before(said.key, repr(said), entry.number)
        except Unfit as unfit:
            return unfit
        return Fate.SAME if again else said

    def _understood(self, entry: Entry, shops: Shops) -> Said:
        values, reading = entry.values, self._work.reading
        number = cells.code(values.get("order_number", ""))
        if not number:
            raise Unfit(msgid("This row has no order number."))
        what = cells.plain(cells.text(values.get("what", "")))
        if _CANCELLED.search(what):
            raise Unfit(msgid("This order was cancelled; it is not taken."))
        person = person_of(values)
        if not person.named:
            raise Unfit(msgid("This order names no customer."))
        shop = shops.get(cells.name(values.get("shop", "")), self._work.shop)
        back = bool(_BACK.search(what)) or any(
            _NEGATIVE.match(line.get(field, "")) for line in entry.lines for field in ("quantity", "total")
        )
        total = _cents(values, "total", reading.decimal)
        items = tuple(item for line in entry.lines if (item := _item(line, reading.decimal)))
        name = f"{'back ' if back else ''}{number}"
        return Said(
            key=memory.key_of(self._work.keyed, self._work.source, Kind.ORDERS, name),
            number=number,
            person=person,
            at=self._at(values, shops.zone(shop)),
            back=back,
            shop=shop,
            total_cents=total or sum(item.price_cents * item.quantity for item in items),
            items=items,
        )

    def _at(self, values: Mapping[str, str], zone: str) -> int:
        written = f"{values.get('at', '')} {values.get('time', '')}".strip()
        at = days.moment(written, self._work.reading.dates, zone)
        if at > self._work.written_at + 86_400_000:
            raise Unfit(msgid("The order is dated {day}, after this file was written."), day=written)
        return at

    def _put(self, pen: Pen, her_id: str, said: Said, shelf: "_LazyShelf") -> str:
        items = tuple(self._item(shelf, item) for item in said.items)
        return self._sale(pen, her_id, said, items) if said.shop else self._order(pen, her_id, said, items)

    def _event(self, conn: sa.Connection, her_id: str, said: Said) -> str | None:
        """The same order, where it came by another way from this source."""
        same = {
            "ids": ids_of(conn, her_id),
            "of": self._work.source,
            "number": said.number,
            "what": _kind(said),
        }
        return conn.scalar(_SAME_EVENT, same)

    def _order(self, pen: Pen, her_id: str, said: Said, items: tuple[EventItem, ...]) -> str:
        detail = EventDetail(order_number=said.number, items=items, price_cents=said.total_cents)
        return pen.add(
            "event",
            {
                "customer_id": her_id,
                "channel": Channel.ORDER.value,
                "kind": _kind(said),
                "at": said.at,
                "detail": msgspec.to_builtins(detail),
                "source": self._work.source,
                "source_id": said.number,
            },
        )

    def _sale(self, pen: Pen, her_id: str, said: Said, items: tuple[EventItem, ...]) -> str:
        known = [_sold(item, bought=not said.back) for item in items if item.product_id]
        unknown = [item.product_name for item in items if not item.product_id and item.product_name]
        return pen.add(
            "interaction",
            {
                "customer_id": her_id,
                "kind": (InteractionKind.RETURN if said.back else InteractionKind.SALE).value,
                "outcome": (Result.NONE if said.back else Result.BOUGHT).value,
                "items": msgspec.to_builtins(known),
                "summary": ", ".join(unknown)[: cells.LONGEST],
                "at": said.at,
                "store_id": said.shop,
            },
        )

    def _item(self, shelf: "_LazyShelf", heard: HeardItem) -> EventItem:
        """The catalogue is asked once for each article of the file."""
        key = (heard.ean, heard.sku, heard.name)
        if key not in self._items:
            if len(self._items) >= REMEMBERED_GOODS:
                self._items.clear()
            self._items[key] = shelf.item(msgspec.structs.replace(heard, price_cents=0))
        found = self._items[key]
        return msgspec.structs.replace(
            found, quantity=heard.quantity, price_cents=heard.price_cents or found.price_cents
        )


class _LazyShelf:
    """The catalogue is read only where an article is new to this file."""

    def __init__(self, pen: Pen) -> None:
        self._shelf = lru_cache(maxsize=1)(lambda: Shelf(pen.conn))

    def item(self, heard: HeardItem) -> EventItem:
        return self._shelf().item(heard)


def _kind(said: Said) -> str:
    return (EventKind.REFUNDED if said.back else EventKind.ORDERED).value


def _hers(said: Said, people: People) -> str:
    her_id = people.find(said.person)
    if her_id is None:
        raise Unfit(
            msgid("No customer here has this number, card, e-mail or phone. Import the customers first.")
        )
    return her_id


def _is_known(said: Said, told: Told, before: LastSaid | None) -> bool:
    if before is not None and before.told != told:
        raise Unfit(
            msgid("Order {number} is here already and says something else. What happened is not rewritten."),
            number=said.number,
        )
    return before is not None


def _sold(item: EventItem, *, bought: bool) -> Item:
    return Item(
        product_id=item.product_id or "",
        variant_id=item.variant_id,
        quantity=item.quantity,
        price_cents=item.price_cents,
        bought=bought,
    )


def _item(line: Mapping[str, str], decimal: str) -> HeardItem | None:
    sku, ean = cells.code(line.get("sku", "")), cells.ean(line.get("ean", ""))
    name = cells.name(line.get("product_name", ""))
    if not (sku or ean or name):
        return None
    quantity = _NEGATIVE.sub("", line.get("quantity", ""))
    return HeardItem(
        sku=sku,
        ean=ean,
        name=name,
        quantity=figures.pieces(quantity, decimal) if cells.text(quantity) else 1,
        price_cents=_cents(line, "price", decimal),
    )


def _cents(values: Mapping[str, str], field: str, decimal: str) -> int:
    written = _NEGATIVE.sub("", values.get(field, ""))
    return figures.cents(written, decimal) if cells.text(written) else 0
