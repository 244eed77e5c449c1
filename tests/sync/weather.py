"""A hub behind a bad network and in a house where the power goes."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from enum import StrEnum
from typing import Any, TypeVar

from sync.errors import EpochChanged, HubRefused, HubUnreachable
from sync.hub.local import LocalHub
from sync.wire import Page, Push, PushReply
from tests.sync.power import Moment, PowerCut, Supply, supplied
from tests.sync.shop import Shop

T = TypeVar("T")


class Fault(StrEnum):
    NONE = "nothing"
    LOST_REQUEST = "a request got lost"
    LOST_REPLY = "a reply got lost after the commit"
    TWICE = "a request arrived twice"
    LATE = "a request arrived long after it was given up"
    HUB_DIES = "the hub died before its commit"
    HUB_DIES_AFTER = "the hub died after its commit, before the reply"


_DIES = {Fault.HUB_DIES: Moment.COMMIT, Fault.HUB_DIES_AFTER: Moment.COMMITTED}


class Weather:
    """The hub's calls for one device. Each meets the next fault of a list until that is empty."""

    def __init__(self, shop: Shop, name: str, faults: Iterable[Fault], told: Callable[[str], None]) -> None:
        self._shop = shop
        self._name = name
        self._faults = list(faults)
        self._told = told
        self.late: list[Push] = []

    def __getattr__(self, call: str) -> Callable[..., Any]:
        return lambda *asked: self._through(lambda hub: getattr(hub, call)(*asked))

    def push(self, push: Push) -> PushReply:
        return self._through(lambda hub: hub.push(push), push)

    def pull(self, epoch: str, after: int, limit: int, floor: int = 0) -> Page:
        return self._through(lambda hub: hub.pull(epoch, after, min(limit, 3), floor))

    def _through(self, call: Callable[[LocalHub], T], push: Push | None = None) -> T:
        fault = self._faults.pop() if self._faults else Fault.NONE
        if fault is not Fault.NONE:
            self._told(fault)
        if fault in _DIES:
            self._die(call, _DIES[fault])
        if fault is Fault.LATE and push is not None:
            self.late.append(push)
        if fault in (Fault.LOST_REQUEST, Fault.LATE):
            raise HubUnreachable
        answer = call(self._hub)
        if fault is Fault.TWICE:
            answer = call(self._hub)
        if fault is Fault.LOST_REPLY:
            raise HubUnreachable
        return answer

    @property
    def _hub(self) -> LocalHub:
        return self._shop.hub(self._name)

    def _die(self, call: Callable[[LocalHub], Any], moment: Moment) -> None:
        """The hub's process goes in the middle of the call and is started again."""
        with supplied(self._shop.store.engine, Supply(moment, 1)), suppress(PowerCut):
            call(self._hub)
        self._shop.open_hub()
        raise HubUnreachable


def arrive_late(hub: LocalHub, pushes: Iterable[Push]) -> None:
    """Requests that their sender gave up long ago; nobody hears the answers."""
    for push in pushes:
        try:
            hub.push(push)
        except (EpochChanged, HubRefused):
            continue
