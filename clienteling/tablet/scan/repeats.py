"""A code held in front of the camera is one scan, not thirty a second."""

SAME_CODE_WITHIN_MS = 2000


class Repeats:
    """Lets a text through when it has not been seen for two seconds."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def is_new(self, text: str, now: int) -> bool:
        """`now` in milliseconds of any clock that only runs forward."""
        self._seen = {t: at for t, at in self._seen.items() if now - at < SAME_CODE_WITHIN_MS}
        fresh = text not in self._seen
        self._seen[text] = now
        return fresh
