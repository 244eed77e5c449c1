"""OAuth 1.0a with one pair of keys (RFC 5849, without tokens): how WooCommerce is asked over plain HTTP."""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from urllib.parse import quote

Params = Sequence[tuple[str, str]]


def signed(method: str, url: str, params: Params, *, key: str, secret: str, at_s: int, nonce: str) -> Params:
    """The parameters with those that sign them. `url` has none; `at_s` is seconds since 1970 UTC."""
    asked = [
        *params,
        ("oauth_consumer_key", key),
        ("oauth_nonce", nonce),
        ("oauth_signature_method", "HMAC-SHA256"),
        ("oauth_timestamp", str(at_s)),
    ]
    pairs = sorted((_escaped(name), _escaped(value)) for name, value in asked)
    together = "&".join(f"{name}={value}" for name, value in pairs)
    base = "&".join(_escaped(part) for part in (method.upper(), url, together))
    digest = hmac.new(f"{_escaped(secret)}&".encode(), base.encode(), hashlib.sha256).digest()
    return [*asked, ("oauth_signature", base64.b64encode(digest).decode())]


def _escaped(text: str) -> str:
    """RFC 3986: letters, digits and -._~ stay."""
    return quote(text, safe="~")
