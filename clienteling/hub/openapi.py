"""All calls of the hub as one OpenAPI 3.1 document: those of devices, and the doors of sources.

What devices send is described where it is read, `sync.hub.http.openapi`. What a source sends is in its own
words: only so much stands here as the hub reads of every one.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import MediaType, Response, get

from clienteling.hub.connectors.calls import ReportedCall
from clienteling.hub.connectors.meta import hook
from clienteling.hub.connectors.posthog import Captured
from clienteling.hub.connectors.segment import CALLS
from clienteling.hub.connectors.tracking import Message
from clienteling.hub.intake.webhook_routes import PATH as WEBHOOKS
from clienteling.hub.sources.display import Contact
from sync.hub.http import openapi as devices
from sync.wire import Refusal

JSON = "application/json"
PATH = "/openapi.json"
_TEMPLATE = "#/components/schemas/{name}"
_TEXT = {"type": "string"}
_REFUSED = {
    "400": "The body is not what this address takes",
    "401": "Key, signature or secret is missing or wrong",
    "404": "No source of that name sends here",
    "413": "Too large",
    "503": "The database gives no answer; try again later",
    "507": "The disk is full",
}

SegmentBatch = msgspec.defstruct(
    "SegmentBatch",
    [("batch", list[Message]), ("sentAt", str | None, None), ("writeKey", str | None, None)],
)
PostHogBatch = msgspec.defstruct(
    "PostHogBatch", [("batch", list[Captured]), ("api_key", str, ""), ("sent_at", str | None, None)]
)


def document() -> dict[str, Any]:
    """Ready for JSON. It names no source: which are connected is nobody's business."""
    whole = devices.document("Clienteling hub")
    kinds = [SegmentBatch, Message, PostHogBatch, hook.Body, ReportedCall, Contact]
    named, parts = msgspec.json.schema_components(kinds, ref_template=_TEMPLATE)
    batch, message, captured, hooked, call, contact = named
    told = {"anyOf": [call, {"type": "array", "items": call}, {}]}
    whole["components"]["schemas"] |= parts
    whole["components"]["securitySchemes"] |= {"writeKey": {"type": "http", "scheme": "basic"}}
    key = {"security": [{"writeKey": []}, {}]}
    whole["paths"] |= {
        "/v1/batch": {"post": key | _taking("Several messages of a website, in Segment's words", batch)},
        **{f"/v1/{one}": {"post": key | _taking(f"One message: {one}", message)} for one in CALLS},
        "/batch/": {"post": _taking("Several events of a website, in PostHog's words", captured)},
        f"{WEBHOOKS}/{{name}}": _door([], hooked),
        f"{WEBHOOKS}/{{name}}/{{place}}": _door(["place"], told),
        f"{WEBHOOKS}/{{name}}/{{place}}/lookup": {"get": _asked_who(contact)},
        "/health": {"get": {"summary": "Whether this process answers", "responses": _answers()}},
        PATH: {"get": {"summary": "This document", "responses": _answers()}},
    }
    return whole


@get(PATH, media_type=MediaType.JSON)
async def openapi() -> Response[bytes]:
    return Response(msgspec.json.encode(document()))


def _door(more: list[str], body: Mapping[str, Any]) -> dict[str, Any]:
    """Some sources ask first whether anybody is there; some cannot sign: their secret is in the address."""
    named = _in_path("name", *more)
    asked = {"summary": "Whether the source may send here", "parameters": named, "responses": _answers()}
    return {"get": asked, "post": _taking("What happened at a source", body) | {"parameters": named}}


def _asked_who(contact: Mapping[str, Any]) -> dict[str, Any]:
    """For a telephone's display; `contact` is missing where nobody known has the number."""
    found = {"type": "object", "properties": {"contact": dict(contact)}}
    number = {"name": "number", "in": "query", "required": True, "schema": _TEXT}
    answers = _answers() | {
        "200": {"description": "Who has this number", "content": {JSON: {"schema": found}}},
        "429": {"description": "Too many numbers in one minute"},
    }
    return {
        "summary": "Who is calling, for a telephone's display",
        "parameters": [*_in_path("name", "place"), number],
        "responses": answers,
    }


def _in_path(*names: str) -> list[dict[str, Any]]:
    schema = {**_TEXT, "pattern": r"^[a-zA-Z0-9_-]+$"}
    return [{"name": name, "in": "path", "required": True, "schema": schema} for name in names]


def _taking(summary: str, body: Mapping[str, Any]) -> dict[str, Any]:
    content = {JSON: {"schema": dict(body)}}
    return {
        "summary": summary,
        "requestBody": {"required": True, "content": content},
        "responses": _answers(),
    }


def _answers() -> dict[str, Any]:
    refusal = {JSON: {"schema": {"$ref": _TEMPLATE.format(name=Refusal.__name__)}}}
    refused = {status: {"description": why, "content": refusal} for status, why in _REFUSED.items()}
    return {"200": {"description": "Taken, and durably kept"}} | refused
