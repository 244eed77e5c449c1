from enum import StrEnum


class RawState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    """Nothing of it took effect; it is tried again at the next start, and when it is sent again."""
