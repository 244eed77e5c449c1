"""What the settings of several systems have in common."""

from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from clienteling.hub.sources.said import asked
from clienteling.marking import msgid

URL = msgid("The shop's address, such as https://shop.example.org")
TRUST_EMAIL = msgid(
    "Whether that shop has checked the e-mail addresses of its accounts, so that they say who somebody is."
)
TRUST_GUEST_EMAIL = msgid("Whether an address that a guest typed does so too. Anybody may type any.")
ExternalIds: TypeAlias = Annotated[
    str,
    asked(
        msgid(
            "If the desk's external ids are those of a connected shop: which one, such as woocommerce:shop."
        )
    ),
]
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


def plain_address(written: str, example: str, key: str = "url") -> None:
    """Raises ValueError where it is none over https. A machine may reach a shop of its own without."""
    parts = urlsplit(written)
    secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
    if not secure or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError(f"{key} is no https address. Write it like {example}.")
