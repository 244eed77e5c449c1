"""Magento's lists in the order of their ids: each page is the first above the last id, until none is left.

A page past the end repeats the last one; what is left is counted by `total_count`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar

import msgspec

from clienteling.hub.connectors.foreign import Words, listed, text, words
from clienteling.hub.connectors.labels import option
from clienteling.hub.connectors.magento import goods
from clienteling.hub.sources.asking import Answer, Ask, Page, Poll

_HOUR = len("Sun, 22 Nov 2026 17")
Terms = Sequence[tuple[str, str, str]]
"""Field, condition, value; all of them hold."""


class _Page(msgspec.Struct, frozen=True):
    total_count: int
    items: list[msgspec.Raw] | None = None


class _Position(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the pages of a list carry along."""

    since: str = ""
    last: int = 0
    attributes: dict[str, dict[str, str]] = {}
    categories: dict[str, str] = {}
    products: list[Words] = []
    children: list[Words] = []
    wanted: list[str] = []
    """Ids of variants that the products of this page still wait for."""


class Listing(Poll):
    path: ClassVar[str]
    id_field: ClassVar[str] = "entity_id"
    size: ClassVar[int] = 100

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        return self._ask(_Position(since=_utc(since)))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        position, page = _position(ask), _page(answer)
        items = page.items or []
        total = page.total_count if not position.last else None
        return Page(items=[bytes(item) for item in items], next=self._after(position, page), total=total)

    def _after(self, position: _Position, page: _Page) -> Ask | None:
        items = page.items or []
        if not items or page.total_count <= len(items):
            return None
        last = max(int(text(words_of(item).get(self.id_field))) for item in items)
        return self._ask(_Position(position.since, last, position.attributes, position.categories))

    def _ask(self, position: _Position) -> Ask:
        terms = [("entity_id", "gt", str(position.last))] if position.last else []
        if position.since:
            terms.append(("updated_at", "gteq", position.since))
        return _list(self.path, position, terms, self.size)


class Customers(Listing):
    resource: ClassVar[str] = "customers"
    path: ClassVar[str] = "/customers/search"
    id_field: ClassVar[str] = "id"


class Orders(Listing):
    resource: ClassVar[str] = "orders"
    path: ClassVar[str] = "/orders"


class CreditMemos(Listing):
    resource: ClassVar[str] = "creditmemos"
    path: ClassVar[str] = "/creditmemos"


class Products(Listing):
    """First the words of the catalogue, then its products page by page, each page with their variants."""

    resource: ClassVar[str] = "products"
    path: ClassVar[str] = "/products"
    id_field: ClassVar[str] = "id"
    size: ClassVar[int] = 20
    _attributes: ClassVar[str] = "/products/attributes"
    _categories: ClassVar[str] = "/categories/list"
    _variants: ClassVar[int] = 100

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        selects = [("frontend_input", "eq", "select")]
        return _list(self._attributes, _Position(since=_utc(since)), selects, 500, by="attribute_id")

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        position, page = _position(ask), _page(answer)
        found = [words_of(item) for item in page.items or []]
        if ask.path == self._attributes:
            position = msgspec.structs.replace(position, attributes=_labels(found))
            return Page(next=_list(self._categories, position, [], 2_000))
        if ask.path == self._categories:
            names = {text(one.get("id")): text(one.get("name")) for one in found}
            return Page(next=self._ask(msgspec.structs.replace(position, categories=names)))
        if position.products:
            return self._with_variants(position, found)
        return self._with_products(said, position, page, found)

    def _with_products(self, said: Any, position: _Position, page: _Page, found: list[Words]) -> Page:
        del said
        found_last = max((int(text(one.get("id"))) for one in found), default=0)
        found = [one for one in found if not goods.is_variant(one)]
        wanted = sorted({each for one in found for each in _links(one)}, key=int)
        total = page.total_count if not position.last else None
        after = self._after(position, page)
        if not wanted:
            return Page(items=[_whole(one, [], position) for one in found], next=after, total=total)
        waiting = msgspec.structs.replace(
            position, products=found, wanted=wanted, last=found_last if after else -1
        )
        return Page(next=self._for_variants(waiting), total=total)

    def _with_variants(self, position: _Position, found: list[Words]) -> Page:
        position = msgspec.structs.replace(position, children=[*position.children, *found])
        if position.wanted:
            return Page(next=self._for_variants(position))
        items = [_whole(one, position.children, position) for one in position.products]
        plain = _Position(position.since, position.last, position.attributes, position.categories)
        return Page(items=items, next=self._ask(plain) if position.last > 0 else None)

    def _for_variants(self, position: _Position) -> Ask:
        some, rest = position.wanted[: self._variants], position.wanted[self._variants :]
        position = msgspec.structs.replace(position, wanted=rest)
        return _list(self.path, position, [("entity_id", "in", ",".join(some))], self._variants)


def _labels(attributes: list[Words]) -> dict[str, dict[str, str]]:
    """What the values of colours and sizes are called; the other attributes are not needed."""
    return {
        text(one.get("attribute_code")): {
            text(each.get("value")): text(each.get("label")) for each in listed(one, "options")
        }
        for one in attributes
        if option(text(one.get("attribute_code")))
    }


def _links(product: Words) -> list[str]:
    if text(product.get("type_id")) != goods.CONFIGURABLE:
        return []
    links = words(product, "extension_attributes").get("configurable_product_links")
    return [each for link in links if (each := text(link)).isdigit()] if isinstance(links, list) else []


def _whole(product: Words, children: list[Words], position: _Position) -> bytes:
    """The product with its variants, and of the words of the catalogue those that it uses."""
    links = set(_links(product))
    mine = [child for child in children if text(child.get("id")) in links]
    used = {
        (text(a.get("attribute_code")), text(a.get("value")))
        for one in (product, *mine)
        for a in listed(one, "custom_attributes")
    }
    attributes = {
        code: {value: label for value, label in labels.items() if (code, value) in used}
        for code, labels in position.attributes.items()
    }
    belongs = listed(words(product, "extension_attributes"), "category_links")
    ids = {text(link.get("category_id")) for link in belongs}
    return msgspec.json.encode(
        {
            "product": product,
            "children": mine,
            "attributes": {code: labels for code, labels in attributes.items() if labels},
            "categories": {key: name for key, name in position.categories.items() if key in ids},
        }
    )


class Stock(Poll):
    """All of it each time: a row does not say when it changed."""

    resource: ClassVar[str] = "stock"
    size: ClassVar[int] = 500

    def first(self, said: Any, since: int | None) -> Ask:
        del since
        return self._ask(said, 1)

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        page, number = _page(answer), int(ask.carried)
        items = page.items or []
        more = bool(items) and page.total_count > number * self.size
        return Page(
            items=(msgspec.json.encode({"items": items}),) if items else (),
            next=self._ask(said, number + 1) if more else None,
            stamp=answer.headers.get("date", "")[:_HOUR],
        )

    def _ask(self, said: Any, number: int) -> Ask:
        if said.inventory_sources:
            params = _criteria([], self.size, number, "source_item_id")
            return Ask(path="/inventory/source-items", params=params, carried=str(number))
        few = {"scopeId": "0", "qty": "999999999", "pageSize": str(self.size), "currentPage": str(number)}
        return Ask(path="/stockItems/lowStock/", params=tuple(few.items()), carried=str(number))


POLLS: Sequence[Poll] = (Products(), Stock(), Customers(), Orders(), CreditMemos())


def _list(path: str, position: _Position, terms: Terms, size: int, *, by: str = "entity_id") -> Ask:
    carried = msgspec.json.encode(position).decode()
    return Ask(path=path, params=_criteria(terms, size, 1, by), carried=carried)


def _criteria(terms: Terms, size: int, page: int, by: str) -> tuple[tuple[str, str], ...]:
    params = {
        "searchCriteria[pageSize]": str(size),
        "searchCriteria[currentPage]": str(page),
        "searchCriteria[sortOrders][0][field]": by,
        "searchCriteria[sortOrders][0][direction]": "ASC",
    }
    for number, (field, condition, value) in enumerate(terms):
        one = f"searchCriteria[filter_groups][{number}][filters][0]"
        params |= {f"{one}[field]": field, f"{one}[condition_type]": condition, f"{one}[value]": value}
    return tuple(params.items())


def _page(answer: Answer) -> _Page:
    return msgspec.json.decode(answer.body, type=_Page)


def _position(ask: Ask) -> _Position:
    return msgspec.json.decode(ask.carried, type=_Position)


def words_of(item: msgspec.Raw) -> Words:
    return msgspec.json.decode(item, type=Words)


def _utc(since: int | None) -> str:
    return "" if since is None else f"{datetime.fromtimestamp(since // 1000, UTC):%Y-%m-%d %H:%M:%S}"
