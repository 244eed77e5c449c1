from collections.abc import Callable
from zoneinfo import ZoneInfo

from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, listed, text


class PrestaTerms(shop.Terms, frozen=True, kw_only=True):
    zone: str = "Europe/Rome"
    """The shop's: its times name none."""
    currency: str = shop.HOME_CURRENCY
    """The shop's default; an order in another one says at which rate."""
    language: str = ""
    """The id of the language in which products are named; empty: the shop's first."""
    address: str = ""
    """The shop's, without a slash at its end: its pictures lie under it."""

    def moment(self, written: object, latest: int) -> int:
        return shop.moment(written, latest, ZoneInfo(self.zone))


def is_yes(flag: object) -> bool:
    """A flag: "1", or true in newer versions' JSON."""
    return flag is True or text(flag) == "1"


def worded(said: Words, key: str, language: str, read: Callable[[object], str] = text) -> str:
    """A text that may be there once for each language."""
    several = listed(said, key)
    if not several:
        return read(said.get(key))
    mine = [one for one in several if text(one.get("id")) == language]
    return read((mine or several)[0].get("value"))


def associated(said: Words, key: str) -> list[Words]:
    inner = said.get("associations")
    return listed(inner, key) if isinstance(inner, dict) else []
