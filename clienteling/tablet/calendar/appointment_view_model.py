"""The sheet of one appointment: booking, moving, what became of it, and taking it along."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.appointments.values import AppointmentState, Booking
from clienteling.privacy.values import Why
from clienteling.tablet.calendar.draft import HOUR, Draft, Kept, as_it_stands, kept_of, resumed
from clienteling.tablet.calendar.export import CalendarExport, Taken
from clienteling.tablet.calendar.files import code_of
from clienteling.tablet.calendar.times import Around, TimeChoice, read_around
from clienteling.tablet.calendar.writing import booked, booked_again, closed, moved
from clienteling.tablet.keeper import open_file
from clienteling.tablet.record.note_guard import NoteGuard
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.rows import Rows
from clienteling.tablet.todo.choosing import Choosing
from clienteling.tablet.whom.whom_view_model import WhomViewModel

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa

    from clienteling.appointments.values import Appointment
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.saved_view_model import Receipt
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class AppointmentViewModel(QObject):
    changed = Signal()
    ready = Signal()
    """What is to be shown has been read."""
    shown = Signal()
    """One that stands, or a time that is free for a new one, has been read: the sheet opens, which would show
    another until then."""

    def __init__(
        self,
        floor: "Floor",
        saved: SavedViewModel,
        parent: QObject | None = None,
        opener: Taken = open_file,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._saved = saved
        self._export = CalendarExport(floor)
        self._opener = opener
        self._whom = WhomViewModel(floor, self)
        self._guard = NoteGuard(self)
        self._draft = self._first = Draft(date.min, 0)
        self._asked = ""
        """The one that is being read."""
        self._begun: Draft | None = None
        """The new one that a free time is being looked for."""
        self._first_whom = ("", "")
        """Her id, or the name of somebody without a card."""
        self._around = Around()
        self._code = ""
        self._choosing = Choosing(floor, self)
        self._times: Rows[TimeChoice] = Rows(TimeChoice, self)
        self._unfinished = UnfinishedViewModel(floor, "appointment", self)
        self._unfinished.found.connect(self._resume)
        self._whom.changed.connect(self._look_around)
        self._whom.changed.connect(self._put_by)

    @Property(WhomViewModel, constant=True)
    def whom(self) -> WhomViewModel:
        return self._whom

    @Property(NoteGuard, constant=True)
    def guard(self) -> NoteGuard:
        return self._guard

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        return self._unfinished

    @Property(Rows, constant=True)
    def days(self) -> Rows:
        return self._choosing.days

    @Property(Rows, constant=True)
    def times(self) -> Rows:
        return self._times

    @Property(Rows, constant=True)
    def people(self) -> Rows:
        return self._choosing.people

    @Property(bool, notify=changed)
    def fresh(self) -> bool:
        return self._draft.stands is None

    @Property(bool, notify=changed)
    def settled(self) -> bool:
        return self._draft.settled

    @Property(str, notify=changed)
    def when(self) -> str:
        """`sabato 28 novembre 11:00`."""
        if self._draft.day == date.min:
            return ""
        from clienteling.appointments.words import moment

        return moment(self._as_it_is().at, self._floor.now(), self._floor.language.wording)

    @Property(str, notify=changed)
    def day(self) -> str:
        return self._draft.day.isoformat()

    @Property(str, notify=changed)
    def time(self) -> str:
        return str(self._draft.minute)

    @Property(int, notify=changed)
    def minutes(self) -> int:
        return self._draft.minutes

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._draft.title

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._draft.note

    @Property(str, notify=changed)
    def associate_id(self) -> str:
        return self._draft.associate_id

    @Property(str, notify=changed)
    def state(self) -> str:
        """An AppointmentState; empty while it is new."""
        stands = self._draft.stands
        return stands.state.value if stands else ""

    @Property(str, notify=changed)
    def clash(self) -> str:
        """Who is in its way, in words. It is said, and not forbidden."""
        return self._around.clash

    @Property(str, notify=changed)
    def code(self) -> str:
        """Its QR code for her telephone, as a picture's address; empty while it is new or does not fit."""
        return self._code

    @Slot(str)
    def begin(self, customer_id: str) -> None:
        """From her card: with me, the next time that is free."""
        from clienteling.appointments.hours import wall

        now = self._floor.now()
        day, minute = wall(now + HOUR * 60_000, self._floor.language.wording.time_zone)
        self._look_for_time(self._mine(day, minute // HOUR * HOUR), customer_id, now)

    @Slot(str, int)
    def begin_at(self, day: str, minute: int) -> None:
        """From a free place in the calendar."""
        self._begin(replace(self._mine(date.fromisoformat(day), minute), settled=True), "")

    def begin_on(self, day: date, minute: int) -> None:
        """On the day that is looked at, the first time that is free."""
        draft = self._mine(day, minute)
        self._look_for_time(draft, "", self._booking(draft, "", "").at)

    @Slot(str)
    def open(self, appointment_id: str) -> None:
        self._asked, self._begun = appointment_id, None
        from_table = partial(read_one, appointment_id=appointment_id)
        self._floor.read(from_table, self._take)

    @Slot(str)
    def choose_day(self, day: str) -> None:
        self._change(day=date.fromisoformat(day))

    @Slot(str)
    def choose_time(self, minute: str) -> None:
        self._change(minute=int(minute))

    @Slot(int)
    def choose_minutes(self, minutes: int) -> None:
        self._change(minutes=minutes)

    @Slot(str)
    def choose_person(self, associate_id: str) -> None:
        self._change(associate_id=associate_id)

    @Slot(str, str)
    def say(self, title: str, note: str) -> None:
        """As it is typed."""
        self._draft = replace(self._draft, title=title, note=note)
        self._put_by()

    @Slot()
    def begin_anew(self) -> None:
        """Without what was typed before."""
        self._fill(self._first, *self._first_whom)
        self._put_by()

    @Slot(str, str)
    def save(self, title: str, note: str) -> None:
        self._draft = replace(self._draft, title=title, note=note)
        booking, stands = self._as_it_is(), self._draft.stands
        if stands is None:
            self._write(partial(booked, booking=booking, author=self._floor.session.author))
        else:
            self._write(partial(moved, appointment_id=stands.id, booking=booking))

    @Slot(str)
    def close(self, state: str) -> None:
        """She came, she did not, it was called off; or it is booked again."""
        stands, wanted = self._draft.stands, AppointmentState(state)
        if stands is None:
            return
        if wanted is AppointmentState.BOOKED:
            self._write(partial(booked_again, appointment_id=stands.id))
        else:
            author = self._floor.session.author
            self._write(partial(closed, appointment_id=stands.id, state=wanted, author=author))

    @Slot()
    def open_card(self) -> None:
        if self._whom.customer_id:
            self._floor.navigation.open_customer(self._whom.customer_id, Why.LIST)

    @Slot()
    def export(self) -> None:
        """Its file, opened by whatever keeps calendars here; where nothing does, it says where it lies."""
        stands = self._draft.stands
        if stands is not None:
            self._export.write(f"{self._draft.day.isoformat()}-{stands.id[-6:]}", [stands], self._opener)

    def _write(self, work: "Callable[[Writer], Receipt]") -> None:
        self._saved.write(self._unfinished.saving(work))

    def _mine(self, day: date, minute: int) -> Draft:
        return Draft(day, minute, associate_id=self._floor.session.author.associate_id)

    def _look_for_time(self, draft: Draft, customer_id: str, since: int) -> None:
        """It opens with one that is free: whoever is quick would book another."""
        self._asked, self._begun = "", draft
        query = partial(
            read_free,
            booking=self._booking(draft, customer_id, ""),
            since=since,
            store_id=self._floor.session.author.store_id,
            zone=self._floor.language.wording.time_zone,
        )
        self._floor.read(query, partial(self._propose, draft, customer_id))

    def _propose(self, begun: Draft, customer_id: str, free: tuple[date, int] | None) -> None:
        if begun is not self._begun or self._floor.session.who is None:
            return
        day, minute = free or (begun.day, begun.minute)
        self._begin(replace(begun, day=day, minute=minute), customer_id)
        self.shown.emit()

    def _begin(self, draft: Draft, customer_id: str) -> None:
        self._asked, self._begun = "", None
        self._first = draft
        self._first_whom = (customer_id, "")
        self._code = ""
        self._fill(draft, customer_id)
        self._unfinished.begin_at(customer_id, customer_id)

    def _take(self, found: "Appointment | None") -> None:
        if found is None or found.id != self._asked or self._floor.session.who is None:
            return
        wording = self._floor.language.wording
        self._first = as_it_stands(found, wording.time_zone)
        self._first_whom = (found.customer_id, "" if found.customer_id else found.name)
        self._code = ""
        self._fill(self._first, *self._first_whom)
        self._floor.jobs.run(partial(code_of, found, wording), partial(self._show_code, found.id))
        self._unfinished.begin_at(found.id, found.customer_id)
        self.shown.emit()

    def _fill(self, draft: Draft, customer_id: str, name: str = "") -> None:
        self._draft = draft
        self._whom.begin(customer_id, name)
        self._show()

    @Slot()
    def _put_by(self) -> None:
        """Words are kept until it is saved, and what was chosen with them."""
        from clienteling.notes.unfinished import packed

        customer_id = self._whom.customer_id
        kept = kept_of(self._draft, self._first, customer_id, self._whom.text)
        self._unfinished.tell("" if kept is None else packed(kept), customer_id)

    @Slot(str)
    def _resume(self, said: str) -> None:
        from clienteling.notes.unfinished import unpacked

        kept = unpacked(said, Kept)
        if kept is None:
            self._unfinished.type("")
        elif self.fresh:
            self._fill(resumed(self._draft, kept), kept.customer_id, kept.name)
        else:
            self._fill(resumed(self._draft, kept), self._whom.customer_id, self._whom.text)

    def _show_code(self, appointment_id: str, code: str) -> None:
        if self._draft.stands is not None and self._draft.stands.id == appointment_id:
            self._code = code
            self.changed.emit()

    def _show(self) -> None:
        self._choosing.show_people()
        self._look_around()
        self.changed.emit()
        self.ready.emit()

    def _change(self, **values: object) -> None:
        self._draft = replace(self._draft, **values)  # type: ignore[arg-type]
        self._put_by()
        self._look_around()
        self.changed.emit()

    @Slot()
    def _look_around(self) -> None:
        if self._floor.session.who is None or self._draft.day == date.min:
            return
        wording = self._floor.language.wording
        self._choosing.show_days(self._draft.day.isoformat())
        query = partial(
            read_around,
            store_id=self._floor.session.author.store_id,
            booking=self._as_it_is(),
            day=self._draft.day,
            but=self._draft.stands.id if self._draft.stands else "",
            wording=wording,
        )
        self._floor.read(query, self._took_around)

    def _took_around(self, around: Around) -> None:
        self._around = around
        self._times.replace(around.times)
        self.changed.emit()

    def _as_it_is(self) -> Booking:
        return self._booking(self._draft, self._whom.customer_id, self._whom.text)

    def _booking(self, draft: Draft, customer_id: str, name: str) -> Booking:
        from clienteling.appointments.hours import instant

        return Booking(
            at=instant(draft.day, draft.minute, self._floor.language.wording.time_zone),
            minutes=draft.minutes,
            customer_id=customer_id or None,
            name=name,
            title=draft.title,
            associate_id=draft.associate_id or None,
            note=draft.note,
        )


def read_one(conn: "sa.Connection", *, appointment_id: str) -> "Appointment | None":
    from clienteling.appointments.queries import one

    return one(conn, appointment_id)


def read_free(
    conn: "sa.Connection", *, booking: Booking, since: int, store_id: str, zone: str
) -> tuple[date, int] | None:
    import msgspec

    from clienteling.appointments.free import first_free
    from clienteling.appointments.hours import wall

    at = first_free(conn, msgspec.structs.replace(booking, at=since), store_id=store_id, zone=zone)
    return None if at is None else wall(at, zone)
