"""What the page of a customer is made of: her card, what is recorded on it, and the leaves it opens."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.book.owners_view_model import OwnersViewModel
from clienteling.tablet.calendar.appointment_view_model import AppointmentViewModel
from clienteling.tablet.card.card_view_model import CardViewModel
from clienteling.tablet.card.consent_view_model import ConsentViewModel
from clienteling.tablet.card.data_view_model import DataViewModel
from clienteling.tablet.card.preference_view_model import PreferenceViewModel
from clienteling.tablet.card.product_view_model import ProductViewModel
from clienteling.tablet.card.suggestion_view_model import SuggestionViewModel
from clienteling.tablet.known.known_view_model import KnownViewModel
from clienteling.tablet.outreach.message_view_model import MessageViewModel
from clienteling.tablet.record.entry_view_model import EntryViewModel
from clienteling.tablet.record.record_view_model import RecordViewModel
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.reserve.reserve_view_model import ReserveViewModel
from clienteling.tablet.scan.scan_view_model import ScanViewModel
from clienteling.tablet.selection.selection_view_model import SelectionViewModel
from clienteling.tablet.todo.task_view_model import TaskViewModel

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class CardPageViewModel(QObject):
    search_asked = Signal(str)
    """Look for it in the client book, as if it had been typed."""
    ledger_asked = Signal()

    def __init__(
        self,
        *,
        card: CardViewModel,
        record: RecordViewModel,
        reserve: ReserveViewModel,
        entry: EntryViewModel,
        product: ProductViewModel,
        suggestion: SuggestionViewModel,
        consent: ConsentViewModel,
        preference: PreferenceViewModel,
        her_data: DataViewModel,
        owners: OwnersViewModel,
        task: TaskViewModel,
        appointment: AppointmentViewModel,
        message: MessageViewModel,
        known: KnownViewModel,
        selection: SelectionViewModel,
        scan: ScanViewModel,
        unfinished_note: UnfinishedViewModel,
        unfinished_promise: UnfinishedViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._card = card
        self._record = record
        self._reserve = reserve
        self._entry = entry
        self._product = product
        self._suggestion = suggestion
        self._consent = consent
        self._preference = preference
        self._her_data = her_data
        self._owners = owners
        self._task = task
        self._appointment = appointment
        self._message = message
        self._known = known
        self._selection = selection
        self._scan = scan
        self._unfinished_note = unfinished_note
        self._unfinished_promise = unfinished_promise

    @Property(CardViewModel, constant=True)
    def card(self) -> CardViewModel:
        return self._card

    @Property(RecordViewModel, constant=True)
    def record(self) -> RecordViewModel:
        return self._record

    @Property(ReserveViewModel, constant=True)
    def reserve(self) -> ReserveViewModel:
        return self._reserve

    @Property(EntryViewModel, constant=True)
    def entry(self) -> EntryViewModel:
        """A line of the timeline, opened."""
        return self._entry

    @Property(ProductViewModel, constant=True)
    def product(self) -> ProductViewModel:
        return self._product

    @Property(SuggestionViewModel, constant=True)
    def suggestion(self) -> SuggestionViewModel:
        return self._suggestion

    @Property(ConsentViewModel, constant=True)
    def consent(self) -> ConsentViewModel:
        return self._consent

    @Property(PreferenceViewModel, constant=True)
    def preference(self) -> PreferenceViewModel:
        return self._preference

    @Property(DataViewModel, constant=True)
    def her_data(self) -> DataViewModel:
        return self._her_data

    @Property(MessageViewModel, constant=True)
    def message(self) -> MessageViewModel:
        return self._message

    @Property(KnownViewModel, constant=True)
    def known(self) -> KnownViewModel:
        """What she is shown on the turned tablet."""
        return self._known

    @Property(SelectionViewModel, constant=True)
    def selection(self) -> SelectionViewModel:
        return self._selection

    @Property(OwnersViewModel, constant=True)
    def owners(self) -> OwnersViewModel:
        return self._owners

    @Property(TaskViewModel, constant=True)
    def task(self) -> TaskViewModel:
        return self._task

    @Property(AppointmentViewModel, constant=True)
    def appointment(self) -> AppointmentViewModel:
        return self._appointment

    @Property(UnfinishedViewModel, constant=True)
    def unfinished_note(self) -> UnfinishedViewModel:
        return self._unfinished_note

    @Property(UnfinishedViewModel, constant=True)
    def unfinished_promise(self) -> UnfinishedViewModel:
        return self._unfinished_promise

    @Slot()
    def begin_task(self) -> None:
        """For her, about what is in hand."""
        self._task.begin_about(self._card.customer_id, next(iter(self._record.in_hand), None))

    @Slot()
    def begin_appointment(self) -> None:
        self._appointment.begin(self._card.customer_id)

    @Property(ScanViewModel, constant=True)
    def scan(self) -> ScanViewModel:
        return self._scan
