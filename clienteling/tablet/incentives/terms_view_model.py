"""The sheet of a scheme: setting one up, laying down other terms from a month on, and ending it."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.marking import msgid
from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.incentives.scheme_lines import LaidRow, draft, laid_rows
from clienteling.tablet.rows import Rows
from clienteling.tablet.todo.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clienteling.attribution.schemes import Scheme
    from clienteling.attribution.terms import Course
    from clienteling.tablet.incentives.lines import Page

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FROM, _ENDS = msgid("From {month} on"), msgid("It ends with {month}")
_COUNTS = msgid("The scheme counts from {month} on")


@QmlElement
@QmlUncreatable("made by the app")
class TermsViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: Floor, shop: ChosenShop, page: "Callable[[], Page]", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._shop = shop
        self._page = page
        self._course: Course | None = None
        """None: a new one."""
        self._since = ""
        self._months = Rows(Choice, self)
        self._laid = Rows(LaidRow, self)

    @Property(Rows, constant=True)
    def months(self) -> Rows:
        """From which it may count."""
        return self._months

    @Property(Rows, constant=True)
    def laid(self) -> Rows:
        """What was laid down of it so far."""
        return self._laid

    @Property(bool, notify=changed)
    def is_new(self) -> bool:
        return self._course is None

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._course.newest.scheme.name if self._course else ""

    @Property(str, notify=changed)
    def whose(self) -> str:
        return self._course.newest.scheme.whose.value if self._course else ""

    @Property(str, notify=changed)
    def percent(self) -> str:
        from clienteling.attribution import words

        if self._course is None:
            return "2"
        return words.percent(self._course.newest.scheme.per_mille, self._floor.language.wording).rstrip("%")

    @Property(str, notify=changed)
    def over(self) -> str:
        """Euro, as one types them."""
        cents = self._course.newest.scheme.over_cents if self._course else 0
        euro, rest = divmod(cents, 100)
        return "" if not cents else f"{euro},{rest:02}" if rest else str(euro)

    @Property(str, notify=changed)
    def since(self) -> str:
        """The first day of the month from which it counts."""
        return self._since

    @Property(str, notify=changed)
    def count_words(self) -> str:
        return self._of_month(_FROM, self._since)

    @Property(str, notify=changed)
    def end_words(self) -> str:
        """Empty where there is nothing to end."""
        from clienteling.attribution.schemes import month_before

        if self._course is None or self._course.newest.ended or not self._since:
            return ""
        return self._of_month(
            "It ends with {month}", month_before(date.fromisoformat(self._since)).isoformat()
        )

    @Slot()
    def begin(self) -> None:
        """A new one, from this month on."""
        self._show(None, [self._today.replace(day=1)])

    @Slot(str)
    def pick(self, key: str) -> None:
        """Other terms for this one; it counts for next month unless another is chosen."""
        from clienteling.attribution.terms import may_begin

        course = self._page().courses.get(key)
        if course is not None:
            self._show(course, may_begin(course, self._today))

    @Slot(str)
    def choose_month(self, month: str) -> None:
        self._since = month
        self.changed.emit()

    @Slot(str, str, str, str, result=bool)
    def save(self, name: str, whose: str, percent: str, over: str) -> bool:
        """False where it does not hold together yet."""
        from clienteling.attribution import scheme_use_cases

        try:
            scheme = draft(name, whose, percent, over, date.fromisoformat(self._since))
        except ValueError:
            return False
        author = self._shop.author
        if self._course is None:
            self._floor.write(
                lambda writer: scheme_use_cases.set_up(writer, scheme, author=author), self._counts
            )
            return True
        follows = self._following(self._course, scheme)
        self._floor.write(
            lambda writer: scheme_use_cases.change(writer, follows, author=author), self._counts
        )
        return True

    @Slot()
    def end(self) -> None:
        from clienteling.attribution import scheme_use_cases

        if self._course is None:
            return
        author, newest = self._shop.author, self._course.newest.scheme
        ending = self._following(self._course, msgspec.structs.replace(newest, from_on=self._since))
        self._floor.write(lambda writer: scheme_use_cases.end(writer, ending, author=author), self._ends)

    @property
    def _today(self) -> date:
        return self._floor.language.wording.day_of(self._floor.now())

    def _following(self, course: "Course", scheme: "Scheme") -> "Scheme":
        newest = course.newest.scheme
        return msgspec.structs.replace(
            scheme, id=newest.id, first_id=newest.first_id, whose=newest.whose, store_id=newest.store_id
        )

    def _show(self, course: "Course | None", months: "Sequence[date]") -> None:
        from clienteling.attribution import words

        wording = self._floor.language.wording
        self._course = course
        self._since = months[-1].isoformat() if months else ""
        self._months.replace([Choice(one.isoformat(), words.month(one, wording)) for one in months])
        names, now = self._page().names, self._floor.now()
        self._laid.replace(laid_rows(course, names, now, wording) if course else ())
        self.changed.emit()

    def _of_month(self, said: str, month: str) -> str:
        wording = self._floor.language.wording
        return wording.say(said, month=wording.month(date.fromisoformat(month))) if month else ""

    def _counts(self, version_id: str) -> None:
        self._toast(self._of_month(_COUNTS, self._since), version_id)

    def _ends(self, version_id: str) -> None:
        self._toast(self.end_words, version_id)

    def _toast(self, said: str, version_id: str) -> None:
        from clienteling.attribution import scheme_use_cases

        author = self._shop.author

        def take_back() -> None:
            self._floor.write(lambda writer: scheme_use_cases.take_back(writer, version_id, author=author))

        self._floor.toasts.show(said, take_back)
