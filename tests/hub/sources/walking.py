"""One pass over a resource, as the poller goes: what is asked on the way first, then onward."""

from collections.abc import Callable, Iterator
from typing import Any

from clienteling.hub.sources.asking import Ask, Poll
from clienteling.hub.sources.source import Kind
from clienteling.hub.sources.web import Web


def poll(kind: Kind, resource: str) -> Poll:
    return next(poll for poll in kind.polls if poll.resource == resource)


def walk(
    kind: Kind,
    said: Any,
    resource: str,
    *,
    since: int | None = None,
    from_: tuple[Ask, ...] = (),
    kept: Callable[[tuple[Ask, ...]], None] = lambda _asks: None,
) -> Iterator[bytes]:
    """Each item as it comes; `kept` hears after each page what is still to be asked. Raises Trouble."""
    web, this = Web(pace_s=0), poll(kind, resource)
    asks = from_ or (this.first(said, since),)
    try:
        while asks:
            ask, *rest = asks
            page = this.read(said, ask, web.ask(kind.signed(said, ask)))
            asks = (*page.also, *([page.next] if page.next else []), *rest)
            kept(asks)
            yield from page.items
    finally:
        web.close()
