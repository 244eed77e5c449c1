"""A request to Shopify's Admin API, and what its answer found, or why to wait or to ask otherwise."""

import math
from collections.abc import Mapping
from typing import Any

import msgspec

from clienteling.hub.sources.asking import Answer, Ask
from clienteling.hub.sources.web import Busy, Refused

PATH = "/graphql.json"
LEAST_WAIT_S, MOST_WAIT_S = 1, 60
_THROTTLED, _TOO_COSTLY, _DENIED = "THROTTLED", "MAX_COST_EXCEEDED", "ACCESS_DENIED"


class TooCostly(Exception):
    """Shopify would not answer so much at once: ask for fewer."""


NULL = msgspec.Raw(b"null")


class PageInfo(msgspec.Struct, frozen=True, rename="camel"):
    has_next_page: bool = False
    end_cursor: str | None = None


class Found(msgspec.Struct, frozen=True, rename="camel"):
    """Entries of a connection, byte for byte."""

    nodes: list[msgspec.Raw]
    page_info: PageInfo = PageInfo()


class _Throttle(msgspec.Struct, frozen=True, rename="camel"):
    currently_available: float = 0
    restore_rate: float = 0


class _Cost(msgspec.Struct, frozen=True, rename="camel"):
    requested_query_cost: float = 0
    throttle_status: _Throttle = _Throttle()


class _Extensions(msgspec.Struct, frozen=True):
    cost: _Cost = _Cost()


class _Coded(msgspec.Struct, frozen=True):
    code: str = ""


class _Problem(msgspec.Struct, frozen=True):
    extensions: _Coded = _Coded()


class _Reply(msgspec.Struct, frozen=True):
    data: dict[str, msgspec.Raw] | None = None
    errors: list[_Problem] | str | None = None
    extensions: _Extensions = _Extensions()


def ask(query: str, carried: str = "", /, **variables: Any) -> Ask:
    body = msgspec.json.encode({"query": query, "variables": variables}).decode()
    return Ask(
        method="POST",
        path=PATH,
        headers=(("content-type", "application/json"),),
        body=body,
        carried=carried,
    )


def variables(sent: Ask) -> dict[str, Any]:
    return msgspec.json.decode(sent.body)["variables"]


def data(answer: Answer) -> Mapping[str, msgspec.Raw]:
    """What was asked for. Raises Busy with as long as Shopify says, TooCostly, Refused; MsgspecError."""
    reply = msgspec.json.decode(answer.body, type=_Reply)
    if not reply.errors:
        return reply.data or {}
    codes = {one.extensions.code for one in reply.errors} if isinstance(reply.errors, list) else set()
    if _THROTTLED in codes:
        raise Busy("Shopify asks to wait.", _wait_s(reply.extensions.cost))
    if _TOO_COSTLY in codes:
        raise TooCostly
    if _DENIED in codes:
        raise Refused(
            "Shopify does not let this app read that: give it the scopes read_customers, read_orders, "
            "read_all_orders, read_products, read_inventory and read_locations.",
            answer.status,
        )
    raise Refused(f"Shopify refused what was asked ({_known(codes)}).", answer.status)


def _wait_s(cost: _Cost) -> int:
    """Until what the query costs is there again: points come back at a steady rate."""
    status = cost.throttle_status
    missing = cost.requested_query_cost - status.currently_available
    if missing <= 0 or status.restore_rate <= 0:
        return LEAST_WAIT_S
    return max(LEAST_WAIT_S, min(math.ceil(missing / status.restore_rate), MOST_WAIT_S))


def _known(codes: set[str]) -> str:
    """A code is a word in capitals; anything else may quote what nobody is to read in a log."""
    return ", ".join(sorted(c for c in codes if c.replace("_", "").isupper() and c.isascii())) or "no code"
