"""Scanner or fingers: the rule by which keys that come as a burst are told from typing."""

from enum import Enum, auto

LEAST_KEYS = 6
LONGEST_GAP_MS = 80
MEAN_GAP_MS = 40
MOST_KEYS = 7089
"""What a code holds at most (ISO/IEC 18004: digits, version 40-L)."""
ENDS = frozenset("\r\n\t")


class Verdict(Enum):
    TYPED = auto()
    """Fingers, or too early to say: the key goes where it was going."""
    SCANNED = auto()
    """Part of a burst."""
    COMPLETE = auto()
    """The key that ends a burst: Enter or Tab."""


class Burst:
    """Follows the keys. Times are the milliseconds at which the keys were pressed.

    A burst is six or more keys without a space, on average at most 40 ms and never more than 80 ms apart,
    with something that is no letter among them: the fastest typist needs twice as long, and words have
    none. A digit may arrive as a sign, where scanner and tablet differ over the keyboard.
    """

    def __init__(self) -> None:
        self._keys = ""
        self._began = 0
        self._last = 0
        self._recognised = False

    @property
    def text(self) -> str:
        return self._keys

    @property
    def recognised(self) -> bool:
        return self._recognised

    @property
    def beginning(self) -> bool:
        """The key pressed last was the first of a possible burst."""
        return len(self._keys) == 1

    def press(self, key: str, at: int) -> Verdict:
        if at - self._last > LONGEST_GAP_MS:
            self.reset()
        if key in ENDS:
            return Verdict.COMPLETE if self._recognised else self._typed()
        if key == " " and not self._recognised:
            return self._typed()
        self._began = self._began if self._keys else at
        self._keys += key if len(self._keys) < MOST_KEYS else ""
        self._last = at
        self._recognised = self._recognised or self._is_burst()
        return Verdict.SCANNED if self._recognised else Verdict.TYPED

    def reset(self) -> None:
        self._keys, self._recognised = "", False

    def _typed(self) -> Verdict:
        self.reset()
        return Verdict.TYPED

    def _is_burst(self) -> bool:
        count = len(self._keys)
        return (
            count >= LEAST_KEYS
            and self._last - self._began <= MEAN_GAP_MS * (count - 1)
            and any(not key.isalpha() for key in self._keys)
        )
