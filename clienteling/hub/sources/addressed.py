"""A request as it goes out: the source's address before its path, its credentials in a header."""

import base64

import msgspec

from clienteling.hub.sources.asking import Ask


def addressed(ask: Ask, address: str, header: str, value: str) -> Ask:
    return msgspec.structs.replace(
        ask, path=address.rstrip("/") + ask.path, headers=(*ask.headers, (header, value))
    )


def basic(user: str, password: str) -> str:
    """The `authorization` header of RFC 7617."""
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"
