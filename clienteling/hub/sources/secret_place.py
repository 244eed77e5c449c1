"""The last part of a webhook's address as its secret, for sources that cannot sign what they send."""

import hmac
from typing import Annotated, TypeAlias

from clienteling.hub.sources.arriving import Arrived
from clienteling.hub.sources.said import Secret, made
from clienteling.marking import msgid
from sync.errors import Code, HubRefused

PlaceSecret: TypeAlias = Annotated[
    Secret,
    made(msgid("The last part of the webhook's address. Whoever has the whole address may send.")),
]


def let_in(arrived: Arrived, secret: Secret) -> str:
    """What follows the secret in the address. Raises HubRefused where it is not this source's.

    An empty secret lets nobody in.
    """
    said, _, rest = arrived.place.partition("/")
    if not secret or not hmac.compare_digest(said.encode(), secret.encode()):
        raise HubRefused(Code.UNAUTHENTICATED, "The address does not end with this source's secret.")
    return rest


def place_of(address: str, secret: Secret) -> str:
    """The whole address that is entered at the source."""
    return f"{address}/{secret}"
