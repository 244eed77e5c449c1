"""PrestaShop's lists in the order of their ids, until a short page; what changes meanwhile moves nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import msgspec

from clienteling.hub.connectors.foreign import Words, text
from clienteling.hub.connectors.prestashop import markup
from clienteling.hub.connectors.prestashop.goods import SHOWN
from clienteling.hub.connectors.prestashop.terms import associated
from clienteling.hub.sources.asking import MINUTE_MS, Answer, Ask, Page, Poll

LAST_ID = 4_294_967_295
AN_HOUR_AND_MORE_MS = 75 * MINUTE_MS
"""The shop's times name no zone: of an autumn night one hour is there twice."""
_HOUR = len("Sun, 22 Nov 2026 17")
_Rows = list[msgspec.Raw]


class _Position(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the pages of a list carry along."""

    since: str = ""
    last: int = 0
    states: dict[str, Words] = {}
    page: dict[str, list[Words]] = {}
    """Products that wait for their combinations and the words of those."""


class Listing(Poll):
    """One resource that knows when its objects changed."""

    overlap_ms: ClassVar[int] = AN_HOUR_AND_MORE_MS
    size: ClassVar[int] = 100

    def first(self, said: Any, since: int | None) -> Ask:
        return self._ask(_Position(since=_local(since, said.time_zone)))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        position, rows = _position(ask), rows_of(answer.body, self.resource)
        return Page(items=tuple(bytes(row) for row in rows), next=self._after(position, rows))

    def _after(self, position: _Position, rows: _Rows) -> Ask | None:
        """The next page; none where this one is short."""
        if len(rows) < self.size:
            return None
        return self._ask(msgspec.structs.replace(position, last=max(map(_id, rows)), page={}))

    def _ask(self, position: _Position) -> Ask:
        terms = {"limit": f"0,{self.size}", "sort": "[id_ASC]", **self._more()}
        if position.last:
            terms["filter[id]"] = f"[{position.last + 1},{LAST_ID}]"
        if position.since:
            terms["filter[date_upd]"] = f"[{position.since},9999-12-31 23:59:59]"
            terms["date"] = "1"
        return _ask(self.resource, position, terms)

    def _more(self) -> Mapping[str, str]:
        return {}


class Customers(Listing):
    resource: ClassVar[str] = "customers"


class Addresses(Listing):
    resource: ClassVar[str] = "addresses"


class Slips(Listing):
    resource: ClassVar[str] = "order_slip"


class Orders(Listing):
    """With the state that each is in: only that says whether it was sent or cancelled."""

    resource: ClassVar[str] = "orders"
    _states: ClassVar[str] = "order_states"

    def first(self, said: Any, since: int | None) -> Ask:
        return _ask(self._states, _Position(since=_local(since, said.time_zone)))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        position = _position(ask)
        if ask.path == _path(self._states):
            known = map(_object, rows_of(answer.body, self._states))
            states = {text(one.get("id")): _marks(one) for one in known}
            return Page(next=self._ask(msgspec.structs.replace(position, states=states)))
        rows = rows_of(answer.body, self.resource)
        items = tuple(_with_state(row, position.states) for row in rows)
        return Page(items=items, next=self._after(position, rows))


def _marks(state: Words) -> Words:
    return {key: state.get(key) for key in ("id", "shipped", "template")}


def _with_state(row: msgspec.Raw, states: Mapping[str, Words]) -> bytes:
    state = states.get(text(_object(row).get("current_state")), {})
    return msgspec.json.encode({"order": row, "state": state})


class Products(Listing):
    """Page by page: the products, their combinations, what the values of those are called, their families."""

    resource: ClassVar[str] = "products"
    size: ClassVar[int] = 20

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        resource = ask.path.removeprefix(_path(""))
        rows = [_object(row) for row in rows_of(answer.body, resource)]
        position = _position(ask)
        position = msgspec.structs.replace(position, page={**position.page, resource: rows})
        for needed in _NEEDED[_NEEDED.index(resource) + 1 :]:
            if ids := _ids(needed, position.page):
                name = "id_product" if needed == "combinations" else "id"
                return Page(next=_ask(needed, position, {f"filter[{name}]": f"[{'|'.join(ids)}]"}))
        products = position.page[self.resource]
        items = tuple(_whole(product, position.page) for product in products)
        raw = [msgspec.Raw(msgspec.json.encode(product)) for product in products]
        return Page(items=items, next=self._after(position, raw))

    def _more(self) -> Mapping[str, str]:
        return {f"price[{SHOWN}][use_tax]": "1"}


_NEEDED = ("products", "combinations", "product_option_values", "product_options", "categories")


def _ids(resource: str, page: Mapping[str, list[Words]]) -> list[str]:
    """Which objects of that resource are needed for the page so far."""
    products, combinations = page.get("products", []), page.get("combinations", [])
    match resource:
        case "combinations":
            found = [text(one.get("id")) for one in products if associated(one, "combinations")]
        case "product_option_values":
            values = (v for one in combinations for v in associated(one, resource))
            found = [text(value.get("id")) for value in values]
        case "product_options":
            found = [text(one.get("id_attribute_group")) for one in page.get("product_option_values", [])]
        case _:
            found = [text(one.get("id_category_default")) for one in products]
    return sorted({each for each in found if each.isdigit()}, key=int)


def _whole(product: Words, page: Mapping[str, list[Words]]) -> bytes:
    """The product with what belongs to it, and nothing of its neighbours."""
    mine = [one for one in page.get("combinations", []) if _same(one, "id_product", product, "id")]
    values_of_mine = {text(v.get("id")) for one in mine for v in associated(one, "product_option_values")}
    values = [one for one in page.get("product_option_values", []) if text(one.get("id")) in values_of_mine]
    groups = {text(one.get("id_attribute_group")) for one in values}
    families = (c for c in page.get("categories", []) if _same(c, "id", product, "id_category_default"))
    return msgspec.json.encode(
        {
            "product": product,
            "combinations": mine,
            "values": values,
            "options": [one for one in page.get("product_options", []) if text(one.get("id")) in groups],
            "category": next(families, {}),
        }
    )


def _same(one: Words, key: str, other: Words, its: str) -> bool:
    return text(one.get(key)) == text(other.get(its))


class Stock(Poll):
    """All of it each time: a row does not say when it changed."""

    resource: ClassVar[str] = "stock_availables"
    size: ClassVar[int] = 500

    def first(self, said: Any, since: int | None) -> Ask:
        del said, since
        return self._ask(0)

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said, ask
        rows = rows_of(answer.body, self.resource)
        more = self._ask(max(map(_id, rows))) if len(rows) >= self.size else None
        items = (msgspec.json.encode({self.resource: rows}),) if rows else ()
        return Page(items=items, next=more, stamp=answer.headers.get("date", "")[:_HOUR])

    def _ask(self, last: int) -> Ask:
        terms = {"limit": f"0,{self.size}", "sort": "[id_ASC]"}
        if last:
            terms["filter[id]"] = f"[{last + 1},{LAST_ID}]"
        return _ask(self.resource, _Position(last=last), terms)


POLLS: Sequence[Poll] = (Products(), Stock(), Customers(), Addresses(), Orders(), Slips())


def _path(resource: str) -> str:
    return f"/api/{resource}"


def _ask(resource: str, position: _Position, terms: Mapping[str, str] | None = None) -> Ask:
    params = {"output_format": "JSON", "display": "full", **(terms or {})}
    carried = msgspec.json.encode(position).decode()
    return Ask(path=_path(resource), params=tuple(params.items()), carried=carried)


def _position(ask: Ask) -> _Position:
    return msgspec.json.decode(ask.carried, type=_Position)


def rows_of(body: bytes, resource: str) -> _Rows:
    """The objects of a page. A webservice that answers in XML whatever it is asked is understood as well."""
    if body.lstrip().startswith(b"<"):
        return [msgspec.Raw(msgspec.json.encode(one)) for one in _marked_up(body)]
    said = msgspec.json.decode(body, type=dict[str, _Rows] | list[msgspec.Raw])
    return said if isinstance(said, list) else said[resource]


def _marked_up(body: bytes) -> list[Words]:
    """A notice to visitors may be markup as well: it would end the pass as a short page does."""
    try:
        found = markup.resources(body)
    except markup.NoMarkup as error:
        raise msgspec.DecodeError(f"no page: {error}") from error
    if not all("id" in one for one in found):
        raise msgspec.DecodeError("no page: what is in it has no id")
    return found


def _object(row: msgspec.Raw) -> Words:
    return msgspec.json.decode(row, type=Words)


def _id(row: msgspec.Raw) -> int:
    return int(text(_object(row).get("id")) or 0)


def _local(since: int | None, zone: str) -> str:
    return (
        "" if since is None else f"{datetime.fromtimestamp(since // 1000, ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}"
    )
