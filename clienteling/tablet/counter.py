"""The pages that belong together: scanning, the client book, a card, and what is recorded on it."""

from PySide6.QtCore import QObject

from clienteling.tablet.asked import AskHub
from clienteling.tablet.book.book_view_model import BookViewModel
from clienteling.tablet.book.owners_view_model import OwnersViewModel
from clienteling.tablet.calendar.appointment_view_model import AppointmentViewModel
from clienteling.tablet.calendar.calendar_view_model import CalendarViewModel
from clienteling.tablet.card.ahead import CardAhead
from clienteling.tablet.card.card_view_model import CardViewModel
from clienteling.tablet.card.consent_view_model import ConsentViewModel
from clienteling.tablet.card.data_view_model import DataViewModel
from clienteling.tablet.card.opened import OpenedCards
from clienteling.tablet.card.page_view_model import CardPageViewModel
from clienteling.tablet.card.preference_view_model import PreferenceViewModel
from clienteling.tablet.card.product_view_model import ProductViewModel
from clienteling.tablet.card.suggestion_view_model import SuggestionViewModel
from clienteling.tablet.floor import Floor
from clienteling.tablet.home.home_view_model import HomeViewModel
from clienteling.tablet.home.scan_route import ScanRoute
from clienteling.tablet.known.known_view_model import KnownViewModel
from clienteling.tablet.outreach.message_view_model import MessageViewModel
from clienteling.tablet.record.entry_view_model import EntryViewModel
from clienteling.tablet.record.record_view_model import RecordViewModel
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.reserve.answers import Answers
from clienteling.tablet.reserve.reserve_view_model import ReserveViewModel
from clienteling.tablet.scan.link_card_view_model import LinkCardViewModel
from clienteling.tablet.scan.scan_view_model import ScanViewModel
from clienteling.tablet.selection.selection_view_model import SelectionViewModel
from clienteling.tablet.todo.task_view_model import TaskViewModel
from clienteling.tablet.todo.todo_view_model import TodoViewModel


class Counter(QObject):
    """`ask_hub` is called when a genuine code names a customer who is not here yet."""

    def __init__(
        self, floor: Floor, scan: ScanViewModel, ask_hub: AskHub, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        saved = SavedViewModel(floor, self)
        record = RecordViewModel(floor, saved, self)
        ahead = CardAhead(floor, self)
        card = CardViewModel(floor, record, ahead, self)
        self._opened = OpenedCards(floor, self)
        product = ProductViewModel(floor, record, self)
        task = TaskViewModel(floor, saved, self)
        self.link_card = LinkCardViewModel(floor, scan, ahead.open, self)
        self.book = BookViewModel(floor, self)
        self.todo = TodoViewModel(floor, saved, task, self)
        appointment = AppointmentViewModel(floor, saved, self)
        self.calendar = CalendarViewModel(floor, saved, appointment, self)
        self.home = HomeViewModel(floor, scan, record, product, self)
        self._answers = Answers(floor, self)
        selection = SelectionViewModel(floor, card, record, self)
        self.page = CardPageViewModel(
            card=card,
            reserve=ReserveViewModel(floor, record, card, self),
            entry=EntryViewModel(floor, record, self),
            record=record,
            product=product,
            suggestion=SuggestionViewModel(floor, card, saved, self),
            consent=ConsentViewModel(floor, card, saved, self),
            preference=PreferenceViewModel(floor, card, saved, self),
            her_data=DataViewModel(floor, card, saved, self),
            owners=OwnersViewModel(floor, card, saved, self),
            task=task,
            appointment=appointment,
            message=MessageViewModel(floor, card, record, self),
            known=KnownViewModel(floor, self),
            selection=selection,
            scan=scan,
            unfinished_note=UnfinishedViewModel(floor, "note", self),
            unfinished_promise=UnfinishedViewModel(floor, "promise", self),
            parent=self,
        )
        self.route = ScanRoute(
            floor,
            scan=scan,
            ahead=ahead,
            record=record,
            product=product,
            book=self.book,
            selection=selection,
            ask_hub=ask_hub,
            parent=self,
        )
        self.page.ledger_asked.connect(floor.navigation.open_ledger)
        for page in (self.home, self.page):
            page.search_asked.connect(self.route.search)
