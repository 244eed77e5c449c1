"""What a connected source is made of: a kind that understands it, and what hub.toml says of this one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple, Protocol

import msgspec

from clienteling.hub.connectors.heard import Translation
from clienteling.hub.sources.arriving import Webhook
from clienteling.hub.sources.asking import Ask, Poll
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.said import Said
from clienteling.hub.sources.web import Web
from clienteling.marking import msgid


class Payload(msgspec.Struct, frozen=True):
    """What a source sent or answered, kept byte for byte."""

    call: str
    """The webhook's topic, or the resource that was asked for."""
    body: bytes
    received_at: int


Keep = Callable[[str, bytes], None]
"""(call, body): kept durably when it returns."""

Stands = Callable[[str, int], None]
"""(problem, when it is tried again): how the line stands. It is up where there is no problem."""


class Listener(Protocol):
    """What a kind runs beside the requests: a connection of its own to a telephone exchange, say."""

    def start(self) -> None: ...

    def close(self) -> None: ...


class Entry(NamedTuple):
    """What a person enters at the source, or reads there."""

    words: str
    """What it is called there (msgid)."""
    value: str


ADDRESS = msgid("Address of the webhook")


class Kind:
    """A system that may be connected. Subclass it; one instance for each kind stands in `kinds.KINDS`.

    The source's id, in `raw_payload.source`, `event.source` and the `source` of identifiers, is "KIND:NAME".
    """

    name: ClassVar[str]
    settings: ClassVar[type[Said]]
    webhook: ClassVar[Webhook | None] = None
    polls: ClassVar[Sequence[Poll]] = ()
    """In this order: customers before their orders."""
    pace_s: ClassVar[float] = 0.0
    """At least so long between two requests to one source."""
    listens: ClassVar[str] = ""
    """What its listener hears, where it has one, as `hub sources` calls it."""

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        """Pure; `source` is the source's id. Odd content is set aside, never an exception."""
        raise NotImplementedError

    def signed_in(self, said: Any, web: Web) -> Any:
        """`said` with what `signed` needs and hub.toml has not: an access that is given for a day.

        Called before the first request, every few hours, and after a refusal. Raises `web.Trouble`.
        """
        del web
        return said

    def signed(self, said: Any, ask: Ask) -> Ask:
        """The request as it goes out: the whole address in `path`, credentials in headers or params."""
        raise NotImplementedError

    def check(self, said: Any, web: Web) -> Met | None:
        """Proves the credentials for `hub connect`. Raises `web.Trouble`.

        None where there is nothing to ask.
        """
        del said, web
        return None

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        """What a person has to enter at the source, in this order; `address` is the webhook's."""
        del said
        return (Entry(ADDRESS, address),) if self.webhook is not None else ()

    def is_blank(self, said: Any) -> bool:
        """Its section was laid down, and what it cannot do without is still to be entered."""
        del said
        return False

    def upkeep(self, name: str, said: Any, web: Web) -> str:
        """Called after each round of polls: puts right what the source let go (a webhook that it disabled).

        `name` is the source's, as in the address of its webhook. Returns what was done, in a plain line, or
        nothing. Raises `web.Trouble`.
        """
        del name, said, web
        return ""

    def listener(self, said: Any, keep: Keep, stands: Stands) -> Listener | None:
        """Started and stopped with the hub."""
        del said, keep, stands
        return None


@dataclass(frozen=True, slots=True)
class Source:
    """One connected source."""

    name: str
    kind: Kind
    said: Any = field(repr=False)
    """An instance of `kind.settings`."""

    @property
    def id(self) -> str:
        return f"{self.kind.name}:{self.name}"

    def translate(self, payload: Payload) -> tuple[Translation, ...]:
        return tuple(self.kind.translate(payload, self.said, self.id))
