"""What a figure is to reach in a day, a week, a month: read, and set anew from today."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.kpi.values import Kpi, Step
from clienteling.tablet.floor import Floor
from clienteling.tablet.record.unfinished_fields import UnfinishedFields
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import sqlalchemy as sa

    from sync.writer import Writer

    Targets = Mapping[Step, float | None]

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the page of the figures")
class TargetViewModel(QObject):
    changed = Signal()
    ready = Signal()
    """The texts are those of the targets in force."""

    def __init__(self, floor: Floor, parent: QObject) -> None:
        super().__init__(parent)
        self._floor = floor
        self._kpi = Kpi.IDENTIFIED
        self._store_id = ""
        self._before: Targets = {}
        self._fields = UnfinishedFields(floor, "target", self._known_of, self)
        self._fields.resumed.connect(self._fill)

    def begin(self, kpi: Kpi, store_id: str) -> None:
        self._kpi, self._store_id = kpi, store_id
        self._floor.read(self._in_force, self._known)

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        return self._fields.unfinished

    @Property(str, notify=changed)
    def name(self) -> str:
        from clienteling.kpi.definitions import DEFINITIONS

        return self._floor.language.wording.say(DEFINITIONS[self._kpi].name)

    @Property(str, notify=changed)
    def unit(self) -> str:
        """A `Unit`."""
        from clienteling.kpi.definitions import DEFINITIONS

        return DEFINITIONS[self._kpi].unit.value

    @Property(str, notify=changed)
    def day(self) -> str:
        return self._fields.stands(Step.DAY)

    @Property(str, notify=changed)
    def week(self) -> str:
        return self._fields.stands(Step.WEEK)

    @Property(str, notify=changed)
    def month(self) -> str:
        return self._fields.stands(Step.MONTH)

    @Slot(str, str)
    def type(self, step: str, text: str) -> None:
        """Of `day`, `week` or `month`, as it is typed."""
        self._fields.type(step, text)

    @Slot()
    def begin_anew(self) -> None:
        """Without what was typed before."""
        self._fields.begin_anew()
        self._fill()

    @Slot(str, result=bool)
    def understood(self, text: str) -> bool:
        """An empty text takes the target away."""
        from clienteling.tablet.figures.amounts import amount, fits

        value = amount(text, self._kpi)
        return not text.strip() or (value is not None and fits(value, self._kpi))

    @Slot(str, str, str)
    def save(self, day: str, week: str, month: str) -> None:
        """From today on; what was in force before stays so for the days before."""
        from clienteling.tablet.figures.amounts import amount

        said = {Step.DAY: day, Step.WEEK: week, Step.MONTH: month}
        if not all(self.understood(text) for text in said.values()):
            return
        values = {step: amount(text, self._kpi) for step, text in said.items()}
        changed = {step: value for step, value in values.items() if value != self._before.get(step)}
        if changed:
            before = {step: self._before.get(step) for step in changed}
            work = self._fields.unfinished.saving(self._putting(changed))
            self._floor.write(work, partial(self._saved, before))
        else:
            self._fields.begin_anew()

    def _putting(self, values: "Targets") -> "Callable[[Writer], None]":
        from clienteling.kpi.use_cases import set_target

        author, kpi, store_id = self._floor.session.author, self._kpi, self._store_id
        today = self._floor.language.wording.day_of(self._floor.now())

        def write(writer: "Writer") -> None:
            for step, value in values.items():
                set_target(writer, kpi, step, value, today, store_id=store_id, author=author)

        return write

    def _saved(self, before: "Targets", _: object) -> None:
        def take_back() -> None:
            self._floor.write(self._putting(before))

        self._floor.toasts.show(
            QCoreApplication.translate("Figures", "The target holds from today"), take_back
        )

    def _in_force(self, conn: "sa.Connection") -> "Targets":
        from clienteling.kpi.targets import target_of

        today = self._floor.language.wording.day_of(self._floor.now())
        of = partial(target_of, conn, self._store_id, self._kpi)
        found = {step: of(step, today) for step in Step}
        return {step: one.value if one else None for step, one in found.items()}

    def _known(self, found: "Targets") -> None:
        if self._floor.session.who is None:
            return
        self._before = found
        self._fields.begin(f"{self._store_id}/{self._kpi.value}")
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self.changed.emit()
        self.ready.emit()

    def _known_of(self, step: str) -> str:
        """What is in force, as people type it."""
        from clienteling.tablet.figures.amounts import written

        return written(self._before.get(Step(step)), self._kpi, self._floor.language.wording)
