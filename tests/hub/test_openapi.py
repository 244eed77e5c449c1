import msgspec

from clienteling.hub.openapi import document


def test_everything_that_the_hub_takes_can_be_described():
    paths = msgspec.json.decode(msgspec.json.encode(document()))["paths"]
    assert {"/v1/batch", "/v1/track", "/batch/", "/health", "/sync/v1/hello"} <= paths.keys()
