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
from clienteling.tablet.record.unfinished_fields import UnfinishedFields
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.rows import Rows
from clienteling.tablet.todo.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clienteling.attribution.schemes import Scheme
    from clienteling.attribution.terms import Course
    from clienteling.tablet.incentives.lines import Page
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FROM, _ENDS = msgid("From {month} on"), msgid("It ends with {month}")
_COUNTS = msgid("The scheme counts from {month} on")


@QmlElement
@QmlUncreatable("made by the app")
class TermsViewModel(QObject):
    changed = Signal()
    ready = Signal()
    """What is to be shown stands in the properties."""

    def __init__(
        self, floor: Floor, shop: ChosenShop, page: "Callable[[], Page]", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._shop = shop
        self._page = page
        self._course: Course | None = None
        """None: a new one."""
        self._since = self._last = ""
        self._months = Rows(Choice, self)
        self._laid = Rows(LaidRow, self)
        self._fields = UnfinishedFields(floor, "scheme", self._known_of, self, chosen=("whose", "since"))
        self._fields.resumed.connect(self._fill)

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        return self._fields.unfinished

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
        return self._fields.stands("name")

    @Property(str, notify=changed)
    def whose(self) -> str:
        """A `Whose`."""
        return self._fields.stands("whose")

    @Property(str, notify=changed)
    def percent(self) -> str:
        return self._fields.stands("percent")

    @Property(str, notify=changed)
    def over(self) -> str:
        """Euro, as one types them."""
        return self._fields.stands("over")

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

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """`name`, `whose`, `percent` or `over`, as it is typed or tapped."""
        self._fields.type(field, text)
        self.changed.emit()

    @Slot()
    def begin_anew(self) -> None:
        """Without what was typed before."""
        self._fields.begin_anew()
        self._fill()

    @Slot(str)
    def choose_month(self, month: str) -> None:
        self._since = month
        self._fields.type("since", month)
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
            self._save(lambda writer: scheme_use_cases.set_up(writer, scheme, author=author), self._counts)
            return True
        follows = self._following(self._course, scheme)
        self._save(lambda writer: scheme_use_cases.change(writer, follows, author=author), self._counts)
        return True

    @Slot()
    def end(self) -> None:
        from clienteling.attribution import scheme_use_cases

        if self._course is None:
            return
        author, newest = self._shop.author, self._course.newest.scheme
        ending = self._following(self._course, msgspec.structs.replace(newest, from_on=self._since))
        self._save(lambda writer: scheme_use_cases.end(writer, ending, author=author), self._ends)

    def _save(self, work: "Callable[[Writer], str]", done: "Callable[[str], None]") -> None:
        self._floor.write(self._fields.unfinished.saving(work), done)

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
        self._last = months[-1].isoformat() if months else ""
        self._months.replace([Choice(one.isoformat(), words.month(one, wording)) for one in months])
        names, now = self._page().names, self._floor.now()
        self._laid.replace(laid_rows(course, names, now, wording) if course else ())
        self._fields.begin(
            course.newest.scheme.first_id or course.newest.scheme.id if course else self._shop.store_id
        )
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """It counts from the month that was tapped, where that may still be."""
        tapped = self._fields.stands("since")
        self._since = tapped if self._months.find(tapped) else self._last
        self.changed.emit()
        self.ready.emit()

    def _known_of(self, field: str) -> str:
        """Of the terms in force, as people type it."""
        from clienteling.attribution import words
        from clienteling.attribution.schemes import Whose

        newest = self._course.newest.scheme if self._course else None
        match field:
            case "name":
                return newest.name if newest else ""
            case "whose":
                return newest.whose.value if newest else Whose.TEAM.value
            case "percent":
                wording = self._floor.language.wording
                return words.percent(newest.per_mille, wording).rstrip("%") if newest else "2"
            case "over":
                return euro_typed(newest.over_cents if newest else 0)
            case _:
                return self._last

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


def euro_typed(cents: int) -> str:
    """As one types them; none at all is an empty field."""
    euro, rest = divmod(cents, 100)
    return "" if not cents else f"{euro},{rest:02}" if rest else str(euro)
