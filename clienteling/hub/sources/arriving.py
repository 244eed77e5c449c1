"""A request that a source sends to the hub, and what becomes of it."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import msgspec
import sqlalchemy as sa


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    wire: bytes
    """The body as it came: signatures are over these bytes."""
    plain: bytes
    """Unpacked."""
    method: str = "POST"
    headers: Mapping[str, str] = {}
    """Names in lower case."""
    query: Mapping[str, str] = {}
    at: int = 0
    """When it came, milliseconds UTC."""
    address: str = ""
    """Of the hub as the sender wrote it, with the path and without the query."""
    place: str = ""
    """What follows the source's name in the address, without the slash: its secret where it cannot sign."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    body: bytes = b'{"success":true}'
    media_type: str = "application/json"
    status: int = 200
    shows: tuple[str, ...] = ()
    """Ids of the customers of whom it tells something: that is written down."""


OK = Reply()


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    call: str = ""
    """What kind of payload it is, in the source's own word: "order.updated"."""
    body: bytes | None = None
    """Kept durably before the reply goes out, translated afterwards. None: nothing to keep (a ping)."""
    reply: Reply | Callable[[sa.Connection], Reply] = OK
    """A function where the answer stands in our tables (who is calling?); it only reads."""
    stamp: str = ""
    """Tells apart two deliveries of the same bytes that mean two things; otherwise the second is not kept."""
    look: tuple[str, ...] = ()
    """Resources of the source to be asked for now: what it told is not the whole of it."""


class Webhook(Protocol):
    """The door of a kind at `/webhooks/NAME`. GET, HEAD and POST all come here."""

    largest: int
    """Bytes of a body, packed or not."""

    def receive(self, arrived: Arrived, said: Any) -> Accepted:
        """Raises HubRefused: UNAUTHENTICATED, MALFORMED, TOO_LARGE, NOT_FOUND. Pure, and quick."""
        ...
