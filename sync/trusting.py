"""The messages by which a device and the hub come to trust each other, as they travel (JSON)."""

from typing import Annotated

import msgspec

from sync.wire import PROTOCOL_VERSION, Message


class PairRequest(Message):
    proof: str
    """Shows that the device knows the code's secret; over the certificate it sees (pairing_proof.py)."""
    nonce: Annotated[str, msgspec.Meta(pattern="^[0-9a-zA-Z_-]{1,64}$")]
    """At random; the same again when the answer to this very request got lost."""
    device_name: str
    protocol: int = PROTOCOL_VERSION


class PairReply(Message):
    proof: str
    """Shows that the hub knows the secret too, over its own certificate and the device's nonce."""
    hub_id: str
    hub_name: str
    device_id: str
    credential: str
    scope: str
    epoch: str


class Renewal(Message):
    """A new credential, to be stored before it is used."""

    credential: str
