"""Entered by mistake: taken back at once, kept after all by one tap, and what the hub says of it."""

import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from clienteling.newcomers.values import Enrolled
from clienteling.privacy.values import Answer, Hold

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.privacy.values import Request
    from clienteling.staff.values import Author
    from clienteling.tablet.floor import Floor
    from sync.changes import Changes
    from sync.writer import Writer

log = logging.getLogger(__name__)


def taken_back(writer: "Writer", *, customer_id: str, author: "Author") -> str:
    from clienteling.newcomers.mistakes import take_back

    return take_back(writer, customer_id, author)


def kept_after_all(writer: "Writer", *, request_id: str) -> None:
    from clienteling.privacy.use_cases import take_back

    take_back(writer, request_id)


def answers(conn: "sa.Connection", *, ids: Sequence[str]) -> Mapping[str, "Request"]:
    """Those that are still here; the others went with her."""
    from clienteling.privacy.queries import by_id

    found = {request_id: by_id(conn, request_id) for request_id in ids}
    return {request_id: one for request_id, one in found.items() if one is not None}


class TakingBack(QObject):
    taken = Signal()
    """She is asked for no more."""
    kept = Signal(Enrolled, str)
    """She stays after all; her name."""

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._waiting: dict[str, str] = {}
        """Request → her name, until the hub has answered."""
        floor.changes.changed.connect(self._on_changes)
        floor.session.changed.connect(self._forget)

    def ask(self, her: Enrolled, name: str) -> None:
        work = partial(taken_back, customer_id=her.customer_id, author=self._floor.session.author)
        self._floor.write(work, partial(self._taken, her, name), partial(self._not_taken, name))

    @Slot()
    def _forget(self) -> None:
        """Nobody else is told a name that she did not ask about."""
        self._waiting.clear()

    def _taken(self, her: Enrolled, name: str, request_id: str) -> None:
        self._waiting[request_id] = name
        said = QCoreApplication.translate("TakingBack", "Taken back: %1 is no customer.")
        self._floor.toasts.show(said.replace("%1", name), partial(self._keep, request_id, her, name))
        self.taken.emit()

    def _keep(self, request_id: str, her: Enrolled, name: str) -> None:
        def kept(_: None) -> None:
            self._waiting.pop(request_id, None)
            self.kept.emit(her, name)

        self._floor.write(partial(kept_after_all, request_id=request_id), kept, self._gone_already)

    def _not_taken(self, name: str, error: Exception) -> None:
        from clienteling.errors import MoreThanEntered

        if isinstance(error, MoreThanEntered):
            self._floor.toasts.show(stays(name, error.why))
        else:
            log.error("Not taken back", exc_info=error)
            said = QCoreApplication.translate("TakingBack", "That could not be written just now.")
            self._floor.toasts.show(said)

    def _gone_already(self, error: Exception) -> None:
        if not isinstance(error, LookupError):
            log.error("Not kept", exc_info=error)
        said = QCoreApplication.translate("TakingBack", "She has gone already. Save her once more.")
        self._floor.toasts.show(said)

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if self._waiting and changes.touches("privacy_request"):
            self._floor.read(partial(answers, ids=tuple(self._waiting)), self._heard)

    def _heard(self, found: Mapping[str, "Request"]) -> None:
        for request_id, name in list(self._waiting.items()):
            one = found.get(request_id)
            if one is None or one.answer is not Answer.ASKED:
                del self._waiting[request_id]
            if one is not None and one.answer is Answer.REFUSED:
                self._floor.toasts.show(stays(name, one.holds))


def stays(name: str, why: Sequence[Hold]) -> str:
    """The first reason is enough."""
    return reason(why[0] if why else Hold.RECORDED).replace("%1", name)


def reason(why: Hold) -> str:
    match why:
        case Hold.JOINED:
            return QCoreApplication.translate(
                "TakingBack", "%1 stays: her record turned out to be an older customer's too."
            )
        case Hold.KNOWN:
            return QCoreApplication.translate("TakingBack", "%1 stays: she is known from elsewhere too.")
        case _:
            return QCoreApplication.translate(
                "TakingBack", "%1 stays: something was recorded with her meanwhile."
            )
