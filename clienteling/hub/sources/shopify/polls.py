"""Shopify's lists: in the order of their ids, so that what changes meanwhile moves nothing.

Shopify ends a list at 25,000 entries; well before that a new one begins after the last id.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar

import msgspec

from clienteling.hub.sources.asking import Answer, Ask, Page, Poll
from clienteling.hub.sources.shopify import graphql, queries
from clienteling.hub.sources.shopify.graphql import NULL, Found, TooCostly
from clienteling.hub.sources.web import Refused

LONGEST_LIST = 20_000


class _Position(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the pages of one list carry along."""

    since: str = ""
    above: str = ""
    """The id after which this list began."""
    taken: int = 0


class _Named(msgspec.Struct, frozen=True):
    admin_graphql_api_id: str = ""


class Listing(Poll):
    """One list that can be filtered by when its entries changed."""

    query: ClassVar[str]
    size: ClassVar[int]

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        return self._ask(_Position(since=_iso(since)), None, self.size)

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        sent, position = graphql.variables(ask), msgspec.json.decode(ask.carried, type=_Position)
        try:
            found = msgspec.json.decode(graphql.data(answer)["found"], type=Found)
        except TooCostly:
            return Page(next=self._ask(position, sent["after"], _fewer(sent["first"])))
        return self._page(found, position, sent["first"])

    def _page(self, found: Found, position: _Position, size: int) -> Page:
        items = tuple(bytes(node) for node in found.nodes)
        position = msgspec.structs.replace(position, taken=position.taken + len(items))
        cursor = found.page_info.end_cursor
        if not found.page_info.has_next_page or not items or not cursor:
            return Page(items=items)
        if position.taken >= LONGEST_LIST:
            position, cursor = _Position(since=position.since, above=_id(items[-1])), None
        return Page(items=items, next=self._ask(position, cursor, size))

    def _ask(self, position: _Position, after: str | None, size: int) -> Ask:
        terms = [
            *([f"updated_at:>='{position.since}'"] if position.since else []),
            *([f"id:>{position.above}"] if position.above else []),
        ]
        return graphql.ask(
            self.query,
            msgspec.json.encode(position).decode(),
            first=size,
            after=after,
            query=" AND ".join(terms) or None,
        )


class Customers(Listing):
    resource: ClassVar[str] = "customers"
    query: ClassVar[str] = queries.CUSTOMERS
    size: ClassVar[int] = 100


class Orders(Listing):
    resource: ClassVar[str] = "orders"
    query: ClassVar[str] = queries.ORDERS
    size: ClassVar[int] = 3


class Checkouts(Listing):
    resource: ClassVar[str] = "checkouts"
    query: ClassVar[str] = queries.CHECKOUTS
    size: ClassVar[int] = 7


class _Variants(msgspec.Struct, frozen=True):
    variants: Found


class Products(Listing):
    """A product goes its way when all its variants are there."""

    resource: ClassVar[str] = "products"
    query: ClassVar[str] = queries.PRODUCTS
    size: ClassVar[int] = 2

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        if "id" in graphql.variables(ask):
            return _more_variants(ask, answer)
        page = super().read(said, ask, answer)
        whole: list[bytes] = []
        also: list[Ask] = []
        for item in page.items:
            variants = msgspec.json.decode(item, type=_Variants).variants
            if variants.page_info.has_next_page:
                also.append(_ask_for_more(item.decode(), _gid(item), variants.page_info.end_cursor))
            else:
                whole.append(item)
        return msgspec.structs.replace(page, items=whole, also=also)


def _ask_for_more(product: str, gid: str, after: str | None) -> Ask:
    return graphql.ask(queries.MORE_VARIANTS, product, id=gid, after=after)


def _more_variants(ask: Ask, answer: Answer) -> Page:
    """The product as far as it is there, with the variants of this page added."""
    sent = graphql.variables(ask)
    found = graphql.data(answer)["product"]
    if found == NULL:
        return Page()  # deleted meanwhile
    more = msgspec.json.decode(found, type=_Variants).variants
    product = msgspec.json.decode(ask.carried)
    product["variants"]["nodes"] += [msgspec.json.decode(node) for node in more.nodes]
    whole = msgspec.json.encode(product)
    if more.page_info.has_next_page:
        return Page(next=_ask_for_more(whole.decode(), sent["id"], more.page_info.end_cursor))
    return Page(items=(whole,))


class _Place(msgspec.Struct, frozen=True):
    id: str


class _At(msgspec.Struct, frozen=True):
    found: Found


class Levels(Poll):
    """The stock of each place, place after place."""

    resource: ClassVar[str] = "inventory_levels"
    size: ClassVar[int] = 100

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        return graphql.ask(queries.LOCATIONS, _iso(since))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        sent = graphql.variables(ask)
        try:
            found = graphql.data(answer)
        except TooCostly:
            return Page(next=_levels(sent["id"], ask.carried, sent["after"], _fewer(sent["first"])))
        if "id" not in sent:
            nodes = msgspec.json.decode(found["locations"], type=Found).nodes
            places = [msgspec.json.decode(node, type=_Place).id for node in nodes]
            return Page(also=tuple(_levels(place, ask.carried, None, self.size) for place in places))
        return _page_of(found["location"], sent, ask.carried)


def _page_of(place: msgspec.Raw, sent: dict[str, Any], since: str) -> Page:
    if place == NULL:
        return Page()
    found = msgspec.json.decode(place, type=_At).found
    cursor, items = found.page_info.end_cursor, tuple(bytes(node) for node in found.nodes)
    if not found.page_info.has_next_page or not cursor:
        return Page(items=items)
    return Page(items=items, next=_levels(sent["id"], since, cursor, sent["first"]))


def _levels(place: str, since: str, after: str | None, size: int) -> Ask:
    changed = f"updated_at:>='{since}'" if since else None
    return graphql.ask(queries.LEVELS, since, id=place, first=size, after=after, query=changed)


POLLS: Sequence[Poll] = (Products(), Levels(), Customers(), Checkouts(), Orders())


def _fewer(size: int) -> int:
    if size <= 1:
        raise Refused("Shopify does not answer this query at any size.", 200)
    return size // 2


def _iso(since: int | None) -> str:
    return "" if since is None else datetime.fromtimestamp(since // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _gid(item: bytes) -> str:
    return msgspec.json.decode(item, type=_Named).admin_graphql_api_id


def _id(item: bytes) -> str:
    return _gid(item).rpartition("/")[2].partition("?")[0]
