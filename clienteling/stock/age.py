"""A figure of the stock is as good as it is fresh."""

DAY = 86_400_000
TRUSTED_DAYS = 30


def days_old(counted_at: int, now: int) -> int:
    """Whole days since it was counted; -1 where nobody ever counted."""
    return max(0, now - counted_at) // DAY if counted_at else -1


def trusted(counted_at: int, now: int) -> bool:
    """An older one is said with its age, and nothing is concluded from it."""
    return 0 <= days_old(counted_at, now) <= TRUSTED_DAYS


def doubt(counted_at: int, now: int) -> int:
    """Days since it was counted where that is too long to trust it; -1 where nobody ever did; else 0."""
    return 0 if trusted(counted_at, now) else days_old(counted_at, now)
