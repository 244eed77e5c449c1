"""What a view model of the shop floor is made from: the replica behind jobs, the signal, who and when."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from clienteling.tablet.changes import ChangeSignal
from clienteling.tablet.jobs import Failed, Jobs, nothing
from clienteling.tablet.language import Language
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.outside import NOTHING_LEAVES, Outside
from clienteling.tablet.session import NobodySignedIn, Session
from clienteling.tablet.toasts import Toasts

if TYPE_CHECKING:
    import sqlalchemy as sa

    from sync.device.replica import Replica
    from sync.writer import Writer

T = TypeVar("T")


@dataclass(frozen=True)
class Floor:
    jobs: Jobs
    replica: "Replica"
    changes: ChangeSignal
    language: Language
    session: Session
    navigation: Navigation
    toasts: Toasts
    now: Callable[[], int]
    """Milliseconds since 1970 UTC."""
    device: str = ""
    """What this tablet is called, as it was paired."""
    device_id: str = ""
    outside: Outside = NOTHING_LEAVES

    def read(
        self,
        query: Callable[["sa.Connection"], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Run a query off the UI thread; `done` gets its answer on it.

        An answer that needs somebody and finds that she has locked the tablet meanwhile is nobody's.
        """

        def work() -> T:
            with self.replica.read() as connection:
                return query(connection)

        self.jobs.run(work, partial(_answer, done), failed)

    def write(
        self,
        use_case: Callable[["Writer"], T],
        done: Callable[[T], None] = nothing,
        failed: Failed | None = None,
    ) -> None:
        """Run a use case in one transaction; `done` comes after the commit, when *saved* is true.

        It is nobody's like an answer where she has gone; what was written stays.
        """

        def work() -> T:
            with self.replica.write() as writer:
                return use_case(writer)

        self.jobs.run(work, partial(_answer, done), failed)


def _answer(done: Callable[[T], None], found: T) -> None:
    with suppress(NobodySignedIn):
        done(found)
