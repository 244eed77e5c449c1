"""What a hub's stream rings for a device, bell by bell, and what its answers to pushes say instead."""

from collections.abc import Callable, Sequence

import msgspec

from sync.device.replica import Replica
from sync.errors import HubRefused
from sync.hub.local import LocalHub
from sync.wire import Bell, Push, PushReply
from tests.sync.shop import Shop


class Stream:
    """Of one device: bells that it has not heard yet, each from where the one before ended."""

    def __init__(self, shop: Shop, name: str) -> None:
        self._shop = shop
        self._name = name
        self._after: int | None = None
        self.bells: list[Bell] = []

    def ring(self, device: Replica) -> None:
        bell = self.next(device)
        if bell is not None:
            self.bells.append(bell)

    def next(self, device: Replica) -> Bell | None:
        """From the device's cursor, where the stream begins. None where there is nothing to say."""
        store = self._shop.store
        after = device.cursor().seq if self._after is None else self._after
        try:
            news = store.news(store.holds(self._shop.scopes.get(self._name, "")), after)
        except HubRefused:
            return None
        if news.page is None or news.silent:
            return None
        self._after = news.next
        return Bell(epoch=store.epoch, head=news.next, after=after, page=msgspec.Raw(news.page))

    def taken(self, *, keep: bool) -> Sequence[Bell]:
        bells = list(self.bells)
        if not keep:
            self.bells.clear()
        return bells

    def end(self) -> None:
        self._after = None
        self.bells.clear()


class Ringing(LocalHub):
    """Says with each answer to a push what the device's stream would ring."""

    def __init__(self, shop: Shop, name: str, ring: Callable[[], Bell | None]) -> None:
        super().__init__(shop.store, name, shop.scopes.get(name, ""))
        self._ring = ring

    def push(self, push: Push) -> PushReply:
        return msgspec.structs.replace(super().push(push), news=self._ring())
