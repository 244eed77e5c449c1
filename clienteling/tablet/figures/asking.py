"""Who asks for the figures, and of which shops she may."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clienteling.staff.values import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clienteling.basis.values import Asker
    from clienteling.tablet.figures.together import Shop
    from clienteling.tablet.session import SignedIn

EVERY_SHOP = ""
SHOWN = (
    "interaction",
    "promise",
    "task",
    "consent",
    "suggestion_feedback",
    "kpi_day",
    "kpi_target",
    "store",
    "associate",
    "sight_rule",
)
"""Kinds of records that the figures are counted from, or that they are held against or hidden by."""


@dataclass(frozen=True)
class ShopRow:
    key: str
    """Empty: all of them together."""
    name: str


def asker(who: "SignedIn | None") -> "Asker":
    """Raises LookupError where nobody is signed in."""
    from clienteling.basis.values import Asker

    if who is None:
        raise LookupError("nobody is signed in")
    return Asker(who.associate.id, who.associate.role, who.store_id, who.shops)


def scopes(who: "SignedIn | None", shops: "Sequence[Shop]") -> list[ShopRow]:
    """To choose from; none for who answers for one."""
    if who is None or who.associate.role is not Role.AREA_MANAGER or len(shops) <= 1:
        return []
    every = ShopRow(EVERY_SHOP, QCoreApplication.translate("Figures", "All shops"))
    return [every, *(ShopRow(one.key, one.name) for one in shops)]
