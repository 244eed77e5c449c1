"""The calls of PROTOCOL.md as an OpenAPI 3.1 document, for whoever writes another client.

The messages are the structs that are read and written, so the document cannot say anything else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import FieldInfo, fields

from sync.hub.http.refusals import STATUS
from sync.snapshot.info import SnapshotInfo
from sync.trusting import PairReply, PairRequest, Renewal
from sync.wire import (
    PROTOCOL_VERSION,
    Bell,
    Buckets,
    Comparison,
    Confirmation,
    Difference,
    FeedRecord,
    Fetch,
    Fetched,
    Greeting,
    Hello,
    Noted,
    Page,
    Push,
    PushReply,
    Refusal,
)

if TYPE_CHECKING:
    from sync.errors import Code

PATH = "/sync/v1"
MEDIA = "application/json"
BYTES = "application/octet-stream"
EVENTS = "text/event-stream"


def _as_it_travels(kind: type[msgspec.Struct], **types: Any) -> type[msgspec.Struct]:
    """The message without what its reader notes, and with the type that stands in its bytes."""
    named = [(f.name, types.get(f.name, f.type), *_default(f)) for f in fields(kind) if f.name not in _NOTED]
    return msgspec.defstruct(kind.__name__, named, kw_only=True)


def _default(of: FieldInfo) -> tuple[Any, ...]:
    if of.default_factory is not msgspec.NODEFAULT:
        return (msgspec.field(default_factory=of.default_factory),)
    if of.default is msgspec.NODEFAULT:
        return ()
    return (None if isinstance(of.default, msgspec.Raw) else of.default,)


_NOTED = {"hashes"}
_Page = _as_it_travels(Page, records=list[FeedRecord])
_Difference = _as_it_travels(Difference, records=list[FeedRecord])
_Bell = _as_it_travels(Bell, page=_Page | None)
_PushReply = _as_it_travels(PushReply, news=_Bell | None)
_TEMPLATE = "#/components/schemas/{name}"
_POSITION = {"type": "integer", "minimum": 0, "maximum": 2**63 - 1}
_TEXT = {"type": "string"}


@dataclass(frozen=True, slots=True)
class Call:
    """One call: what it takes in its path, query and body, what it answers with."""

    method: str
    path: str
    summary: str
    answer: type[msgspec.Struct] | str
    """A message, or a media type."""
    body: type[msgspec.Struct] | None = None
    query: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()
    trusted: bool = True
    """Wants a device's credential."""


CALLS = (
    Call("post", "/pair", "Become a device of this hub", PairReply, PairRequest, trusted=False),
    Call("get", "/hello", "Meet the hub; the query is a Greeting", Hello),
    Call("post", "/renew", "A new credential", Renewal),
    Call("post", "/push", "Writes of this device, an answer for each", _PushReply, Push),
    Call(
        "get",
        "/feed",
        "The records after a position",
        _Page,
        query={"epoch": _TEXT, "after": _POSITION, "limit": {"type": "integer"}, "floor": _POSITION},
        optional=frozenset({"epoch", "after", "limit", "floor"}),
    ),
    Call(
        "get",
        "/digest",
        "What the hub holds, by bucket",
        Buckets,
        query={"epoch": _TEXT, "collection": _TEXT},
    ),
    Call("post", "/compare", "Where a device differs", _Difference, Comparison),
    Call("post", "/fetch", "Somebody whom this device does not hold", Fetched, Fetch),
    Call("post", "/confirm", "What this device has done that the hub asked for", Noted, Confirmation),
    Call("get", "/blobs/{digest}", "A file", BYTES),
    Call(
        "get",
        "/snapshot",
        "A replica ready to be taken over",
        SnapshotInfo,
        query={"schema": _TEXT, "have": _TEXT},
        optional=frozenset({"have"}),
    ),
    Call("get", "/snapshot/{name}", "Its bytes, from the one that Range names", BYTES),
    Call("get", "/openapi.json", "This document", MEDIA),
    Call(
        "get",
        "/live",
        "Server-sent events, each a Bell",
        EVENTS,
        query={"epoch": _TEXT, "after": _POSITION, "replies": {"type": "boolean"}},
        optional=frozenset({"epoch", "after", "replies"}),
    ),
    Call(
        "get",
        "/wait",
        "The next Bell, within half a minute",
        _Bell,
        query={"epoch": _TEXT, "after": _POSITION},
    ),
)


def document(title: str = "Sync") -> dict[str, Any]:
    """The whole document, ready for JSON."""
    messages = [m for call in CALLS for m in (call.answer, call.body) if isinstance(m, type)]
    kinds = list(dict.fromkeys([*messages, Greeting, Refusal]))
    references, components = msgspec.json.schema_components(kinds, ref_template=_TEMPLATE)
    schemas = dict(zip(kinds, references, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for call in CALLS:
        paths.setdefault(PATH + call.path, {})[call.method] = _operation(call, schemas, components)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": str(PROTOCOL_VERSION)},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"credential": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(
    call: Call, schemas: Mapping[type[msgspec.Struct], dict[str, Any]], components: Mapping[str, Any]
) -> dict[str, Any]:
    name, of = _content(call.answer, schemas)
    operation: dict[str, Any] = {
        "summary": call.summary,
        "operationId": f"{call.method} {call.path}",
        "parameters": _parameters(call, components),
        "responses": {"200": {"description": call.summary, "content": {name: of}}} | _refusals(schemas),
    }
    if call.body is not None:
        operation["requestBody"] = {"required": True, "content": {MEDIA: {"schema": schemas[call.body]}}}
    if call.trusted:
        operation["security"] = [{"credential": []}]
    return operation


def _parameters(call: Call, components: Mapping[str, Any]) -> list[dict[str, Any]]:
    named = [part[1:-1] for part in call.path.split("/") if part.startswith("{")]
    within = [{"name": n, "in": "path", "required": True, "schema": _TEXT} for n in named]
    query = components[Greeting.__name__]["properties"] if call.path == "/hello" else call.query
    optional = query.keys() if call.path == "/hello" else call.optional
    return within + [
        {"name": name, "in": "query", "required": name not in optional, "schema": dict(schema)}
        for name, schema in query.items()
    ]


def _content(
    answer: type[msgspec.Struct] | str, schemas: Mapping[type[msgspec.Struct], dict[str, Any]]
) -> tuple[str, dict[str, Any]]:
    if isinstance(answer, str):
        return answer, {"schema": {"type": "string"}}
    return MEDIA, {"schema": schemas[answer]}


def _refusals(schemas: Mapping[type[msgspec.Struct], dict[str, Any]]) -> dict[str, Any]:
    """Every status with the codes that come with it."""
    codes: dict[int, list[Code]] = {}
    for code, status in STATUS.items():
        codes.setdefault(status, []).append(code)
    return {
        str(status): {"description": ", ".join(of), "content": {MEDIA: {"schema": schemas[Refusal]}}}
        for status, of in sorted(codes.items())
    }
