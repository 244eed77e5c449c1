"""What the settings of all shop systems have in common."""

from urllib.parse import urlsplit

from clienteling.marking import msgid

URL = msgid("The shop's address, such as https://shop.example.org")
TRUST_EMAIL = msgid("Whether the e-mail address of an account there says who somebody is.")
TRUST_GUEST_EMAIL = msgid("Whether an address that a guest typed does so too. Anybody may type any.")
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


def plain_address(written: str, example: str) -> None:
    """Raises ValueError where it is none over https. A machine may reach a shop of its own without."""
    parts = urlsplit(written)
    secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
    if not secure or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError(f"url is no https address. Write it like {example}.")
