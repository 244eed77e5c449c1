"""Writing to her: the shop's words with her data, what speaks against it, and the device's own program."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.outreach.links import link
from clienteling.outreach.values import Way
from clienteling.tablet.outreach.choosing import (
    Choice,
    Face,
    MatterRow,
    ObjectionRow,
    TemplateRow,
    WayRow,
    derive,
)
from clienteling.tablet.outreach.code import picture_of
from clienteling.tablet.outreach.reading import Reading, read_for
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.record.writing import letter_sent
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.card.card_view_model import CardViewModel
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.record_view_model import RecordViewModel
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING = Face()


@QmlElement
@QmlUncreatable("made by the app")
class MessageViewModel(QObject):
    changed = Signal()
    shown = Signal()
    """Everything that she could be written is read."""
    filled = Signal()
    """The text is another one than what stands in the fields."""
    handed_over = Signal()
    """Another program has it now, and it is recorded."""

    def __init__(
        self,
        floor: "Floor",
        card: "CardViewModel",
        record: "RecordViewModel",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._card = card
        self._record = record
        self._reading: Reading | None = None
        self._choice = Choice()
        self._face = NOTHING
        self._code = ""
        self._closed = False
        self._templates: Rows[TemplateRow] = Rows(TemplateRow, self)
        self._ways: Rows[WayRow] = Rows(WayRow, self)
        self._matters: Rows[MatterRow] = Rows(MatterRow, self)
        self._objections: Rows[ObjectionRow] = Rows(ObjectionRow, self)
        self._unfinished = UnfinishedViewModel(floor, "message", self)
        self._unfinished.found.connect(self._resume)
        card.customer_changed.connect(self._forget)
        floor.session.changed.connect(self._forget)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self._read)

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        return self._unfinished

    @Property(Rows, constant=True)
    def templates(self) -> Rows:
        return self._templates

    @Property(Rows, constant=True)
    def ways(self) -> Rows:
        return self._ways

    @Property(Rows, constant=True)
    def matters(self) -> Rows:
        """What it may be about, where there are several things."""
        return self._matters

    @Property(Rows, constant=True)
    def objections(self) -> Rows:
        return self._objections

    @Property(str, notify=changed)
    def template(self) -> str:
        """What the chosen one is called."""
        return next((row.name for row in self._face.templates if row.current), "")

    @Property(bool, notify=changed)
    def service(self) -> bool:
        """It is about something of hers."""
        return any(row.current and row.service for row in self._face.templates)

    @Property(str, notify=changed)
    def way(self) -> str:
        letter = self._face.letter
        return letter.way.value if letter else ""

    @Property(str, notify=changed)
    def language(self) -> str:
        letter = self._face.letter
        return letter.language if letter else ""

    @Property(str, notify=changed)
    def to(self) -> str:
        letter = self._face.letter
        if letter is None or not letter.to:
            return ""
        return letter.to if letter.way is Way.EMAIL else self._floor.language.wording.phone(letter.to)

    @Property(str, notify=changed)
    def subject(self) -> str:
        return self._face.letter.subject if self._face.letter else ""

    @Property(str, notify=changed)
    def body(self) -> str:
        return self._face.letter.body if self._face.letter else ""

    @Property(bool, notify=changed)
    def may(self) -> bool:
        """Nothing forbids it."""
        return self._face.may

    @Property(bool, notify=changed)
    def warned(self) -> bool:
        """It may be sent, and something speaks against it."""
        return self._face.warned

    @Property(bool, notify=changed)
    def nothing_open(self) -> bool:
        return self._face.nothing_open

    @Property(str, notify=changed)
    def code(self) -> str:
        """A drawing that opens it on another device; empty while none is shown."""
        return self._code

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """No program here takes it."""
        return self._closed

    @Slot()
    def ask(self) -> None:
        self._forget()
        self._read()

    @Slot(str)
    def ask_with(self, template_id: str) -> None:
        """Begin with that template."""
        self._forget()
        self._choice = Choice(template_id=template_id)
        self._read()

    @Slot(str)
    def choose_template(self, template_id: str) -> None:
        self._choose(self._choice.choosing(template_id=template_id, matter=""))

    @Slot(str)
    def choose_way(self, way: str) -> None:
        self._choose(Choice(self._choice.template_id, Way(way), self._choice.matter, None, self._choice.body))

    @Slot(str)
    def choose_matter(self, key: str) -> None:
        self._choose(self._choice.choosing(matter=key))

    @Slot(str, str)
    def write(self, subject: str, body: str) -> None:
        """What stands in the fields now."""
        letter = self._face.letter
        if letter is None or (letter.subject, letter.body) == (subject, body):
            return
        kept = subject if letter.way is Way.EMAIL else self._choice.subject
        self._choice = Choice(letter.template_id, letter.way, self._choice.matter, kept, body)
        self._put_by()
        self._put_code_away()
        self._derive()

    @Slot()
    def begin_anew(self) -> None:
        """The template's words again."""
        self._choose(self._choice.choosing())

    @Slot()
    def send(self) -> None:
        """To the device's own program; recorded once that has it."""
        letter = self._face.letter
        if letter is None or not self._face.may:
            return
        if self._floor.outside.open(link(letter)):
            self.sent()
        else:
            self._closed = True
            self.show_code()

    @Slot()
    def show_code(self) -> None:
        """For the shop's telephone, which opens it there."""
        if self._face.letter is not None and self._face.may:
            self._code = picture_of(link(self._face.letter))
            self.changed.emit()

    @Slot()
    def hide_code(self) -> None:
        """Back to the text."""
        self._put_code_away()
        self.changed.emit()

    @Slot()
    def sent(self) -> None:
        letter = self._face.letter
        if letter is not None and self._face.may:
            author = self._floor.session.author
            sending = partial(letter_sent, letter=letter, author=author)
            self._record.saved.write(self._unfinished.saving(sending))
            self._forget()
            self.handed_over.emit()

    @Slot()
    def _read(self) -> None:
        who, customer_id = self._floor.session.who, self._card.customer_id
        if who is None or not customer_id:
            return
        query = partial(
            read_for,
            customer_id=customer_id,
            hand=self._record.in_hand,
            who=who,
            time_zone=self._floor.language.wording.time_zone,
            now=self._floor.now(),
        )
        self._floor.read(query, partial(self._take, customer_id))

    def _take(self, customer_id: str, reading: Reading | None) -> None:
        if reading is None or customer_id != self._card.customer_id:
            return
        first = self._reading is None
        self._reading = reading
        self._derive()
        self.filled.emit()
        if first:
            self._unfinished.begin_at(self._begun(customer_id), customer_id)
            self.shown.emit()

    def _begun(self, customer_id: str) -> str:
        """What was begun with a template that was asked for waits there."""
        return "/".join(filter(None, (customer_id, self._choice.template_id)))

    @Slot(str)
    def _resume(self, said: str) -> None:
        from clienteling.notes.unfinished import unpacked

        choice = unpacked(said, Choice)
        if choice is None:
            self._unfinished.type("")
        else:
            self._choose(choice)

    def _put_by(self) -> None:
        """Words of one's own are kept until they are sent."""
        from clienteling.notes.unfinished import packed

        own = f"{self._choice.subject or ''}{self._choice.body or ''}".strip() != ""
        self._unfinished.type(packed(self._choice) if own else "")

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self._put_by()
        self._put_code_away()
        self._derive()
        self.filled.emit()

    def _put_code_away(self) -> None:
        self._code, self._closed = "", False

    @Slot()
    def _forget(self) -> None:
        self._reading = None
        self._choice = Choice()
        self._put_code_away()
        self._show(NOTHING)

    def _derive(self) -> None:
        if self._reading is not None:
            self._show(derive(self._reading, self._choice, self._floor.now(), self._floor.language.wording))

    def _show(self, face: Face) -> None:
        self._face = face
        self._templates.replace(face.templates)
        self._ways.replace(face.ways)
        self._matters.replace(face.matters)
        self._objections.replace(face.objections)
        self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        """A consent given a moment ago, or a colleague's message, decides at once."""
        wanted = ("consent", "customer", "outreach", "outreach_template", "outreach_rule", "promise")
        if self._reading is not None and changes.touches(*wanted):
            self._read()
