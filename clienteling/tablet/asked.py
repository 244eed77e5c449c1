"""What the hub says when this tablet asks for a customer whom it does not hold."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sync.device.engine import SyncEngine


class Answer(StrEnum):
    COMING = ""
    """Nothing to say: her card opens as soon as it is here."""
    AWAY = "away"
    UNKNOWN = "unknown"


AskHub = Callable[[str, Callable[[Answer], None]], None]
"""Ask for a customer by her id; the answer comes later, on the UI thread."""


def ask(engine: "SyncEngine", customer_id: str) -> Answer:
    """Waits for the network."""
    from sync.errors import Code, HubRefused, SyncError

    try:
        engine.fetch(customer_id)
    except HubRefused as refusal:
        return Answer.UNKNOWN if refusal.code is Code.NOT_FOUND else Answer.AWAY
    except SyncError:
        return Answer.AWAY
    return Answer.COMING
