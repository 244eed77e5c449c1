"""What others do meanwhile, which comes to the tablet in the middle of whatever is done there."""

import random
from typing import TYPE_CHECKING

import sqlalchemy as sa

from clienteling.hub.staff.deciding import work
from clienteling.tablet.app import App
from sync.device.gone.erase import erase
from sync.hub.store import HubStore
from tests.tablet import giulia, tablets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PEOPLE = (giulia.GIULIA, giulia.MARCO, giulia.LONG, giulia.EMPTY)


class Elsewhere:
    """Another tablet, the back office, the hub itself. After each deed this tablet meets the hub."""

    def __init__(self, app: App, hub: HubStore, dice: random.Random) -> None:
        self._app = app
        self._hub = hub
        self._dice = dice

    def happens(self) -> str:
        """One thing, most often about who is shown here. Returns what."""
        shown = self._app.navigation.customer_id
        her = shown if shown and self._dice.random() < 0.5 else self._dice.choice(PEOPLE)
        deeds: Sequence[Callable[[str], None]] = (
            self._forgets,
            self._renames,
            self._joins,
            self._notes,
            self._serves,
            self._nothing,
        )
        deed = self._dice.choice(deeds)
        try:
            deed(her)
        except (LookupError, ValueError, sa.exc.IntegrityError) as error:  # she is gone, or joined already
            return f"elsewhere {deed.__name__} {her}: {type(error).__name__}"
        finally:
            work(self._hub)
            tablets.meet(self._app.replica, self._hub)
        return f"elsewhere {deed.__name__} {her}"

    def _forgets(self, her: str) -> None:
        erase(self._app.replica, [her])

    def _renames(self, her: str) -> None:
        with self._hub.write() as writer:
            writer.update("customer", her, {"given_name": "Altra", "phone": "+39 333 0000000"})

    def _joins(self, her: str) -> None:
        other = self._dice.choice(PEOPLE)
        if other != her:
            with self._hub.write() as writer:
                writer.insert("customer_alias", {"id": other, "customer_id": her, "joined_to": her})

    def _notes(self, her: str) -> None:
        said = {"body": "Da un altro tablet", "visibility": "store"}
        self._inserts("note", her, said)

    def _serves(self, her: str) -> None:
        self._inserts("interaction", her, {"kind": "visit", "associate_id": tablets.PAOLO})

    def _nothing(self, _: str) -> None:
        """The hub decides what was asked of it."""

    def _inserts(self, collection: str, her: str, values: dict[str, str]) -> None:
        of = {"customer_id": her, "at": tablets.NOW, "store_id": tablets.STORE}
        with self._hub.write() as writer:
            writer.insert(collection, {**of, **values})
