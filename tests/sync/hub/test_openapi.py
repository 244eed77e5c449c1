"""The document about the calls, beside the routes and the messages themselves."""

from typing import Any, cast

import msgspec
from litestar.handlers import HTTPRouteHandler

from sync.hub.http.openapi import CALLS, PATH, document
from sync.hub.http.refusals import STATUS
from sync.hub.http.routes import SyncHub, sync_router


def test_every_call_of_the_hub_is_described_and_no_other():
    router = sync_router(cast("SyncHub", None))
    served = {
        (method.lower(), route.path)
        for route in router.routes
        for handler in getattr(route, "route_handlers", ())
        if isinstance(handler, HTTPRouteHandler)
        for method in handler.http_methods
    }
    described = {(call.method, f"{PATH}{call.path}") for call in CALLS}
    assert {(method, _plain(path)) for method, path in served if method != "options"} == described


def test_every_reference_in_the_document_leads_somewhere():
    said = document("Hub")
    names = set(said["components"]["schemas"])
    assert set(_references(said)) <= {f"#/components/schemas/{name}" for name in names}
    assert {"Push", "Page", "FeedRecord", "Refusal", "Hello", "Bell"} <= names
    assert msgspec.json.decode(msgspec.json.encode(said)) == said


def test_every_status_that_the_hub_answers_with_is_in_it():
    operations = [call for path in document()["paths"].values() for call in path.values()]
    for operation in operations:
        assert {int(status) for status in operation["responses"]} == {200, *STATUS.values()}


def _plain(path: str) -> str:
    return path.replace(":str}", "}")


def _references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if "$ref" in part else []
        return own + [r for value in part.values() for r in _references(value)]
    return [r for value in part for r in _references(value)] if isinstance(part, list) else []
