"""A key on its own, or one of many: the rule by which a stroke is told from a scanner and from typing."""

APART_MS = 110
"""More than the longest gap within a scanner's burst."""


class Lone:
    """Follows the keys. A key is a stroke when none came shortly before it and none shortly after it.

    A scanner that types into a page without a field would otherwise press every letter of a code: record a
    sale, turn the page, and lock the tablet within a tenth of a second.
    """

    def __init__(self) -> None:
        self._key = ""
        self._last = -APART_MS

    def press(self, key: str, at: int) -> bool:
        """Whether this key may be a stroke: ask `settled` once APART_MS are over."""
        alone = at - self._last >= APART_MS
        self._last = at
        self._key = key if alone else ""
        return alone

    def settled(self) -> str:
        """The key, unless others came after it; each is said once."""
        key, self._key = self._key, ""
        return key

    def forget(self) -> None:
        self._key = ""
