"""Which tasks the hub makes by itself, from `[tasks]` in hub.toml."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TaskSettings:
    """A zero switches a rule off."""

    after_purchase_days: int = 14
    after_purchase_from: int = 300
    """Euros on one receipt: nobody asks back about a pair of laces."""
    back_in_stock_days: int = 60
    """For so long after she left without it."""
    birthday_days: int = 3
    """Before the day."""
    lapsing_at_once: int = 10
    """Open in one shop; the next one is proposed when one of them is done."""
