"""What WooCommerce is asked for.

Orders and products are asked for by when they changed, each page from the last one's newest moment on: a page
counted by number would pass over whatever moves up while somebody changes an earlier one. Customers cannot be
asked for by change: new ones are, and everybody once a day.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar

import msgspec

from clienteling.hub.connectors.foreign import Words, text
from clienteling.hub.connectors.shop import moment
from clienteling.hub.connectors.woocommerce import goods, translation
from clienteling.hub.sources.asking import DAY_MS, Answer, Ask, Page, Poll

PER_PAGE = 100
"""The most that it gives at once."""
_FAR = 1 << 53
_AFTER, _PAGE = "modified_after", "page"
_BY_CHANGE = (("orderby", "modified"), ("order", "asc"), ("dates_are_gmt", "true"))


class Customers(Poll):
    resource: ClassVar[str] = translation.CUSTOMERS
    whole_every_ms: ClassVar[int | None] = DAY_MS

    def first(self, said: Any, since: int | None) -> Ask:
        """Everybody in the order of their numbers, or the newest first until they are of before `since`."""
        del said
        order = ("registered_date", "desc") if since is not None else ("id", "asc")
        params = (("role", "all"), ("orderby", order[0]), ("order", order[1]), *_size(1))
        return Ask(path="/customers", params=params, carried="" if since is None else str(since))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        items = _items(answer)
        known = bool(ask.carried) and any(_made_at(item) < int(ask.carried) for item in items)
        onward = None if known or len(items) < PER_PAGE else _next_page(ask)
        return Page(items=items, next=onward, total=None if ask.carried else _total(answer))


class Orders(Poll):
    resource: ClassVar[str] = translation.ORDERS

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        return Ask(path="/orders", params=(*_BY_CHANGE, *_after(since), *_size(1)))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        items = _items(answer)
        return Page(items=items, next=_onward(ask, items), total=_whole(ask, answer))


class Products(Poll):
    """A variable product comes with its variations; one that changes alone may not change its product."""

    resource: ClassVar[str] = translation.PRODUCTS
    whole_every_ms: ClassVar[int | None] = DAY_MS

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        return Ask(path="/products", params=(*_BY_CHANGE, *_after(since), *_size(1)))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        items = _items(answer)
        if ask.carried:
            return _with_variations(ask, items)
        variable = [item for item in items if text(_read(item).get("type")) in goods.VARIABLE]
        return Page(
            items=[item for item in items if item not in variable],
            also=[_variations(item) for item in variable],
            next=_onward(ask, items),
            total=_whole(ask, answer),
        )


class Together(msgspec.Struct):
    """A variable product while its variations are asked for, page by page."""

    product: msgspec.Raw
    variations: list[msgspec.Raw]


def _variations(product: bytes) -> Ask:
    together = msgspec.json.encode(Together(msgspec.Raw(product), []))
    path = f"/products/{text(_read(product).get('id'))}/variations"
    return Ask(path=path, params=_size(1), carried=together.decode())


def _with_variations(ask: Ask, items: Sequence[bytes]) -> Page:
    sofar = msgspec.json.decode(ask.carried, type=Together)
    together = msgspec.json.encode(
        Together(sofar.product, [*sofar.variations, *(msgspec.Raw(item) for item in items)])
    )
    if len(items) < PER_PAGE:
        return Page(items=[together])
    return Page(also=[msgspec.structs.replace(_next_page(ask), carried=together.decode())])


def _onward(ask: Ask, items: Sequence[bytes]) -> Ask | None:
    """From the second before the newest of this page: others may have changed in the very same one."""
    if len(items) < PER_PAGE:
        return None
    newest = max((moment(_read(item).get("date_modified_gmt"), _FAR) for item in items), default=0)
    after = _after(newest - 1000) if newest else ()
    if not after or after[0] in ask.params:
        return _next_page(ask)
    kept = tuple(pair for pair in ask.params if pair[0] not in {_AFTER, _PAGE, "per_page"})
    return msgspec.structs.replace(ask, params=(*kept, *after, *_size(1)))


def _next_page(ask: Ask) -> Ask:
    params = tuple((name, str(int(value) + 1) if name == _PAGE else value) for name, value in ask.params)
    return msgspec.structs.replace(ask, params=params)


def _after(since: int | None) -> tuple[tuple[str, str], ...]:
    if since is None:
        return ()
    return ((_AFTER, datetime.fromtimestamp(since // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S")),)


def _size(page: int) -> tuple[tuple[str, str], ...]:
    return (("per_page", str(PER_PAGE)), (_PAGE, str(page)))


def _items(answer: Answer) -> list[bytes]:
    return [bytes(item) for item in msgspec.json.decode(answer.body, type=list[msgspec.Raw])]


def _read(item: bytes) -> Words:
    said = msgspec.json.decode(item)
    return said if isinstance(said, dict) else {}


def _made_at(customer: bytes) -> int:
    return moment(_read(customer).get("date_created_gmt"), _FAR)


def _total(answer: Answer) -> int | None:
    written = answer.headers.get("x-wp-total", "")
    return int(written) if written.isdecimal() else None


def _whole(ask: Ask, answer: Answer) -> int | None:
    """Of the first page: the later ones count what is left."""
    first = (_PAGE, "1") in ask.params and (not any(name == _AFTER for name, _ in ask.params))
    return _total(answer) if first else None
