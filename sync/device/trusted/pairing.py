"""Becoming a device of a hub, and remembering it."""

import dataclasses
import logging
import secrets
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from sync.address import Address
from sync.device.trusted.keys import KeyStore
from sync.errors import CodeUnreadable, FingerprintMismatch, HubUnreachable, NotPaired
from sync.pairing_code import PairingCode, Problem, read
from sync.pairing_proof import Role, new_nonce, nonce_for, prove, proves
from sync.trusting import PairReply, PairRequest

if TYPE_CHECKING:
    from sync.device.link.client import HttpHub

log = logging.getLogger(__name__)

KEPT_AS = "pairing"
_SEED = "pairing seed"
_KEEPING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Pairing:
    """All that a device needs to find and trust its hub, and to be trusted. Holds a secret: `credential`."""

    hub_id: str
    """SHA-256 (hex) of the hub's certificate."""
    hub_name: str
    device_id: str
    device_name: str
    scope: str
    credential: str = dataclasses.field(repr=False)
    addresses: tuple[Address, ...]
    former: str = dataclasses.field(default="", repr=False)
    """The credential before this one: all that a hub knows which was restored from a backup."""
    next_hub_ids: tuple[str, ...] = ()
    """Certificates that the hub has said it may show in future."""


def pairing_seed(keys: KeyStore) -> bytes:
    """Makes this device's attempts with one code recognisable as its own. Raises KeysUnreachable."""
    kept = keys.get(_SEED)
    if kept is None:
        kept = secrets.token_hex(32)
        keys.put(_SEED, kept)
    return bytes.fromhex(kept)


def pair(
    code_text: str, device_name: str, addresses: tuple[Address, ...] = (), seed: bytes | None = None
) -> Pairing:
    """Pair with the hub that the code names; blocks for seconds at most.

    With the same `seed` the same code may be tried again where the hub's answer got lost.
    `addresses` are further places to try, such as those found by discovery: a typed code may come without
    any. Raises CodeUnreadable, HubUnreachable, FingerprintMismatch, NotPaired where no address is known, and
    HubRefused with PAIRING_UNKNOWN, PAIRING_USED, PAIRING_EXPIRED or TOO_MANY_ATTEMPTS.
    """
    code = read(code_text)
    if isinstance(code, Problem):
        raise CodeUnreadable(code)
    tried = tuple(dict.fromkeys(code.addresses + addresses))
    if not tried:
        raise NotPaired("the code was typed without the hub's address")
    nonce = new_nonce() if seed is None else nonce_for(seed, code.secret)
    return _pair(code, device_name, tried, nonce)


def remember(keys: KeyStore, pairing: Pairing) -> None:
    with _KEEPING:
        _put(keys, pairing)


def update(keys: KeyStore, pairing: Pairing) -> None:
    """What this pairing has become; nothing, where the device was paired anew or parted meanwhile."""
    with _KEEPING:
        kept = recall(keys)
        if kept is not None and kept.device_id == pairing.device_id:
            _put(keys, pairing)


def recall(keys: KeyStore) -> Pairing | None:
    kept = keys.get(KEPT_AS)
    if kept is None:
        return None
    try:
        return msgspec.json.decode(kept, type=Pairing)
    except msgspec.DecodeError:
        log.warning("What was kept of the pairing cannot be read: this device has to be paired again")
        return None


def _put(keys: KeyStore, pairing: Pairing) -> None:
    keys.put(KEPT_AS, msgspec.json.encode(pairing).decode())


def _pair(code: PairingCode, device_name: str, addresses: tuple[Address, ...], nonce: str) -> Pairing:
    from sync.device.link.client import HttpHub
    from sync.device.trusted.pinning import Pin

    pin = Pin(code.fingerprint)
    hub = HttpHub(pin, addresses)
    try:
        hub.greet()
        proof = prove(code.secret, Role.DEVICE, pin.fingerprint, nonce)
        reply = _asked(hub, PairRequest(proof=proof, nonce=nonce, device_name=device_name))
    finally:
        hub.close()
    if not proves(reply.proof, code.secret, Role.HUB, pin.fingerprint, nonce):
        raise FingerprintMismatch("the hub at this address does not know the code's secret")
    return _pairing(reply, pin.fingerprint, device_name, hub.addresses)


def _asked(hub: "HttpHub", request: PairRequest) -> PairReply:
    """Once more where the answer got lost: the hub knows the request again."""
    try:
        return hub.pair(request)
    except HubUnreachable:
        return hub.pair(request)


def _pairing(reply: PairReply, fingerprint: str, device_name: str, addresses: tuple[Address, ...]) -> Pairing:
    return Pairing(
        hub_id=fingerprint,
        hub_name=reply.hub_name,
        device_id=reply.device_id,
        device_name=device_name,
        scope=reply.scope,
        credential=reply.credential,
        addresses=addresses,
    )
