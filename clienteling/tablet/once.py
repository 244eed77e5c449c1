"""One write at a time: what is touched again before it is written is on its way already."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from clienteling.tablet.jobs import Failed, nothing

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from sync.writer import Writer

T = TypeVar("T")


class Once:
    """For a button that stays until what it does is done; a second wish would undo or double the first."""

    def __init__(self, floor: "Floor") -> None:
        self._floor = floor
        self._under_way = False

    def write(
        self,
        use_case: "Callable[[Writer], T]",
        done: Callable[[T], None] = nothing,
        failed: Failed | None = None,
    ) -> None:
        """As `Floor.write`; nothing while another is under way."""
        if not self._under_way:
            self._under_way = True
            self._floor.write(use_case, partial(self._written, done), partial(self._not_written, failed))

    def _written(self, done: Callable[[T], None], what: T) -> None:
        self._under_way = False
        done(what)

    def _not_written(self, failed: Failed | None, error: Exception) -> None:
        self._under_way = False
        if failed is None:
            raise error
        failed(error)
