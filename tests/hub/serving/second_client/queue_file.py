"""*A queue in a file*."""

import hashlib
import hmac
import json
import secrets

import zstandard
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .rules import Record


def sealed(writes: list[Record], made_at: int, *, sealing_key: str, credential: str) -> bytes:
    own, nonce = X25519PrivateKey.generate(), secrets.token_bytes(12)
    public, device = own.public_key().public_bytes_raw(), credential.partition(".")[0].encode()
    head = b"SYNCQ001" + bytes([len(device)]) + device + public + nonce
    shared = own.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(sealing_key)))
    key = HKDF(SHA256(), 32, salt=public, info=b"sync queue file, version 1").derive(shared)
    records = [write | {"dseq": number} for number, write in enumerate(writes, 1)]
    body = zstandard.compress(json.dumps({"records": records, "made_at": made_at}).encode())
    content = head + ChaCha20Poly1305(key).encrypt(nonce, body, head)
    proof = hashlib.sha256(credential.encode()).hexdigest().encode()
    return content + hmac.digest(proof, content, "sha256")
