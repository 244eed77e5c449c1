"""Calls in progress, gathered event by event from a telephone exchange's stream until each is over."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import msgspec

from clienteling.hub.connectors.asterisk import Fields, Happened, call_id

TOLD_OF = frozenset(
    {
        "Newchannel",
        "NewCallerid",
        "DialBegin",
        "DialEnd",
        "Dial",
        "BridgeEnter",
        "Bridge",
        "Hangup",
    }
)
"""The events that say who spoke with whom; an exchange tells of hundreds besides."""
MOST_EVENTS = 500
MOST_CALLS = 2_000
FORGOTTEN_MS = 12 * 3_600_000
"""A call of which nothing was heard for so long ended where nobody told us."""


class _Open:
    def __init__(self) -> None:
        self.happened: list[Happened] = []
        self.channels: set[str] = set()
        """Those that are not hung up."""

    @property
    def at(self) -> int:
        return self.happened[-1].at


class OpenCalls:
    """Not for several threads."""

    def __init__(self) -> None:
        self._calls: dict[str, _Open] = {}
        self._call_of: dict[str, str] = {}
        """Channel → its call: not every event names both."""

    def __len__(self) -> int:
        return len(self._calls)

    def take(self, fields: dict[str, str], at: int) -> Iterator[bytes]:
        """The calls that are over with this event, each as `asterisk.translate` reads it."""
        event, channel = fields.get("Event", ""), _channel(fields)
        if event not in TOLD_OF or not channel:
            return
        call = self._call(fields, channel)
        if event == "Newchannel":
            self._began(call, channel)
        if (open_call := self._calls.get(call)) is None:
            return
        if len(open_call.happened) < MOST_EVENTS or event == "Hangup":
            open_call.happened.append(Happened(at, fields))
        if event == "Hangup":
            open_call.channels.discard(channel)
            self._call_of.pop(channel, None)
            if not open_call.channels:
                yield self._over(call)

    def only(self, channels: AbstractSet[str]) -> Iterator[bytes]:
        """After a time without the exchange: the calls that are over, for none of their channels is there."""
        for call in [c for c, open_call in self._calls.items() if not open_call.channels & channels]:
            yield self._over(call)

    def forget(self, now: int) -> None:
        for call in [c for c, open_call in self._calls.items() if open_call.at < now - FORGOTTEN_MS]:
            self._over(call)

    def _began(self, call: str, channel: str) -> None:
        if call not in self._calls and len(self._calls) >= MOST_CALLS:
            return
        self._calls.setdefault(call, _Open()).channels.add(channel)

    def _call(self, fields: Fields, channel: str) -> str:
        """Since version 12 every event names its call; before, a dialled channel is its dialler's."""
        call = (
            fields.get("Linkedid")
            or fields.get("DestLinkedid")
            or self._call_of.get(channel, call_id(fields))
        )
        self._call_of[channel] = call
        if fields.get("Event") == "Dial" and (dialled := fields.get("DestUniqueID")):
            self._move(dialled, call or channel)
        return call or channel

    def _move(self, channel: str, call: str) -> None:
        """The call that a channel began alone goes into the one that dialled it."""
        alone = self._calls.pop(channel, None)
        self._call_of[channel] = call
        into = self._calls.get(call)
        if alone is not None and into is not None and alone is not into:
            into.happened.extend(alone.happened)
            into.channels |= alone.channels

    def _over(self, call: str) -> bytes:
        done = self._calls.pop(call)
        for channel in [c for c, known in self._call_of.items() if known == call]:
            del self._call_of[channel]
        return msgspec.json.encode(done.happened)


def _channel(fields: Fields) -> str:
    """Upper and lower case changed between versions; of a dial from outside only the dialled one is told."""
    return (
        fields.get("Uniqueid")
        or fields.get("UniqueID")
        or fields.get("Uniqueid1")
        or fields.get("DestUniqueid", "")
    )
