"""Practice mode: which exercise, the exercise itself, and the self-check after it.

It has no hub, no pairing and no way to the tablet's own replica: what it is made from is handed to it here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.practice.names import ScenarioName
from clienteling.practice.progress import ProgressFile, Reached, better
from clienteling.tablet.jobs import Jobs
from clienteling.tablet.language import Language
from clienteling.tablet.practice import place
from clienteling.tablet.practice.exercise import Exercise
from clienteling.tablet.practice.rows import ScenarioRow, next_first, scenario_rows
from clienteling.tablet.practice.self_check import SelfCheck
from clienteling.tablet.practice.trainee import Trainee
from clienteling.tablet.preferences import Preferences
from clienteling.tablet.rows import Rows
from clienteling.tablet.scan.scanner import Scanner

if TYPE_CHECKING:
    from clienteling.practice.progress import By
    from clienteling.practice.shop import PracticeShop

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Means:
    """What practice mode is given of the app."""

    folder: Path
    jobs: Jobs
    language: Language
    preferences: Preferences
    scanner: Scanner
    now: Callable[[], int]


@QmlElement
@QmlUncreatable("made by the app")
class PracticeViewModel(QObject):
    @QEnum
    class Stage(Enum):
        Choosing = 0
        Preparing = 1
        Exercising = 2
        Checking = 3

    changed = Signal()
    left = Signal()
    wanted = Signal(str)
    """From the shop: an exercise of that name."""

    def __init__(self, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._progress = ProgressFile(means.folder / place.FOLDER / place.PROGRESS)
        self._trainee = Trainee()
        self._stage = PracticeViewModel.Stage.Choosing
        self._scenarios: Rows[ScenarioRow] = Rows(ScenarioRow, self)
        self._reached: By = {}
        self._exercise: Exercise | None = None
        self._former: Exercise | None = None
        self._check = SelfCheck(means.language, self)
        self._check.over.connect(self._on_checked)
        means.language.switched.connect(self._on_language)

    @Property(int, notify=changed)
    def stage(self) -> int:
        return self._stage.value

    @Property(Rows, constant=True)
    def scenarios(self) -> Rows:
        return self._scenarios

    @Property(str, notify=changed)
    def next(self) -> str:
        """The exercise that is best taken now; empty when all are done."""
        return next((row.key for row in self._scenarios.rows if not row.complete), "")

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._trainee.given_name

    @Property(bool, notify=changed)
    def kept(self) -> bool:
        """Whether what is reached is kept: only of whoever had signed in."""
        return self._trainee.kept

    @Property(bool, notify=changed)
    def begun(self) -> bool:
        """Something is kept that could be begun anew."""
        return self._trainee.kept and bool(self._reached)

    @Property(Exercise, notify=changed)
    def exercise(self) -> Exercise | None:
        """While one is under way."""
        return self._exercise

    @Property(SelfCheck, constant=True)
    def check(self) -> SelfCheck:
        return self._check

    def blob(self, digest: str) -> bytes | None:
        exercise = self._exercise
        return exercise.place.replica.blob(digest) if exercise else None

    def enter(self, trainee: Trainee) -> None:
        self._trainee = trainee
        self._reached = {}
        self._means.jobs.run(partial(self._progress.of, trainee.associate_id), self._know)
        self._go(PracticeViewModel.Stage.Choosing)

    @Slot(str)
    def begin(self, key: str) -> None:
        """With a fresh shop; whatever was practised before is gone."""
        self._end()
        self._go(PracticeViewModel.Stage.Preparing)
        means, name = self._means, ScenarioName(key)
        opening = partial(
            place.open_shop,
            means.folder,
            name,
            now=means.now,
            wording=means.language.wording,
            trainee=self._trainee.full_name,
        )
        means.jobs.run(opening, partial(self._opened, name))

    @Slot(str)
    def want(self, key: str) -> None:
        self.wanted.emit(key)

    @Slot()
    def begin_again(self) -> None:
        if self._exercise is not None:
            self.begin(self._exercise.scenario.name.value)

    @Slot()
    def choose(self) -> None:
        """Back to the exercises."""
        self.stop()

    @Slot()
    def take_check(self) -> None:
        if self._exercise is not None:
            self._check.begin(self._exercise.scenario)
            self._go(PracticeViewModel.Stage.Checking)

    @Slot()
    def forget_progress(self) -> None:
        forget = partial(self._progress.forget, self._trainee.associate_id)
        self._means.jobs.run(forget, lambda _: self._know({}))

    def stop(self) -> None:
        """Something else than practice has the screen."""
        self._end()
        self._go(PracticeViewModel.Stage.Choosing)

    @Slot()
    def leave(self) -> None:
        self._end()
        self.left.emit()

    def clear(self) -> None:
        """What an exercise left behind that was cut off; its key is gone already."""
        self._means.jobs.run(partial(place.clear, self._means.folder))

    def close(self) -> None:
        """The app ends: nothing stays on the disk. The pages may look at the exercise a moment longer."""
        if self._exercise is not None:
            place.close_shop(self._means.folder, self._exercise.place)
        else:
            place.clear(self._means.folder)

    def _opened(self, name: ScenarioName, shop: "PracticeShop") -> None:
        from clienteling.practice.scenarios import named
        from clienteling.tablet.practice.floor import lay_out

        if self._stage is not PracticeViewModel.Stage.Preparing:
            self._means.jobs.run(partial(place.close_shop, self._means.folder, shop))
            return
        self._exercise = lay_out(self._means, named(name), shop, self._trainee, self)
        self._exercise.advanced.connect(self._on_advanced)
        self._go(PracticeViewModel.Stage.Exercising)

    def _end(self) -> None:
        """The former one stays until its pages are gone: they still look at it while they close."""
        exercise = self._exercise
        if exercise is None:
            return
        self._former, self._exercise = exercise, None
        exercise.end()
        self.changed.emit()
        self._means.jobs.run(partial(place.close_shop, self._means.folder, exercise.place))

    @Slot(int)
    def _on_advanced(self, steps: int) -> None:
        if self._exercise is not None:
            self._keep(Reached(steps=steps, all_steps=self._exercise.complete, at=self._means.now()))

    @Slot(int)
    def _on_checked(self, right: int) -> None:
        self._keep(Reached(right=right, at=self._means.now()))

    def _keep(self, reached: Reached) -> None:
        if self._exercise is None:
            return
        name = self._exercise.scenario.name
        self._know({**self._reached, name: better(self._reached.get(name, Reached()), reached)})
        self._means.jobs.run(partial(self._progress.keep, self._trainee.associate_id, name, reached))

    @Slot()
    def _on_language(self) -> None:
        if self._scenarios.rows:
            self._say()

    def _know(self, reached: "By") -> None:
        self._reached = reached
        self._say()

    def _say(self) -> None:
        from clienteling.practice.scenarios import SCENARIOS

        rows = scenario_rows(SCENARIOS, self._reached, self._means.language.wording)
        self._scenarios.replace(next_first(rows))
        self.changed.emit()

    def _go(self, stage: "PracticeViewModel.Stage") -> None:
        self._stage = stage
        self.changed.emit()
