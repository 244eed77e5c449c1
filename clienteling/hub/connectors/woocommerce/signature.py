import base64
import hashlib
import hmac


def signature_holds(body: bytes, header: str, secret: str) -> bool:
    """`X-WC-Webhook-Signature`: base64 of HMAC-SHA256 over the bytes as they came."""
    return hmac.compare_digest(sign(body, secret).encode(), header.strip().encode())


def sign(body: bytes, secret: str) -> str:
    """The header that `signature_holds` accepts."""
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
