"""How Shopify proves that a webhook comes from it."""

import base64
import hashlib
import hmac


def sign(wire: bytes, secret: str) -> str:
    """`X-Shopify-Hmac-Sha256`: over the body's bytes as they came, with the app's client secret."""
    return base64.b64encode(hmac.new(secret.encode(), wire, hashlib.sha256).digest()).decode()


def holds(wire: bytes, signature: str, secret: str) -> bool:
    return bool(secret) and hmac.compare_digest(sign(wire, secret).encode(), signature.encode())
