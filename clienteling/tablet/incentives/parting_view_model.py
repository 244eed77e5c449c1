"""One purchase, and among whom it is parted."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.incentives import lines
from clienteling.tablet.record.unfinished_fields import UnfinishedFields
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from clienteling.attribution.values import Influenced

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class PartingViewModel(QObject):
    changed = Signal()
    ready = Signal()
    """What is to be shown has been read."""

    def __init__(
        self,
        floor: Floor,
        shop: ChosenShop,
        find: "Callable[[str], Influenced | None]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._shop = shop
        self._find = find
        self._sale: Influenced | None = None
        self._people = Rows(lines.PersonRow, self)
        self._fields = UnfinishedFields(floor, "parted", self._known_of, self)
        self._fields.resumed.connect(self.ready)

    @Property(Rows, constant=True)
    def people(self) -> Rows:
        """Among whom it may be parted; first those whose it is now."""
        return self._people

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        """The parts and the reason that are being written."""
        return self._fields.unfinished

    @Property(str, notify=changed)
    def amount(self) -> str:
        return self._floor.language.wording.money(self._sale.cents) if self._sale else ""

    @Slot(str)
    def pick(self, key: str) -> None:
        """A sale, to say whose it is."""
        sale = self._find(key)
        if sale is None or sale.back_id:
            return
        self._sale = sale
        self._people.replace(())
        store_id = self._shop.author.store_id
        self._floor.read(lambda conn: lines.people(conn, sale, store_id), partial(self._show_people, sale))

    @Slot(str, result=str)
    def stands(self, field: str) -> str:
        """Of one of `people` the part in percent, by key; or the `reason`."""
        return self._fields.stands(field)

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """As it is typed."""
        self._fields.type(field, text)

    @Slot()
    def begin_anew(self) -> None:
        """Without what was typed before."""
        self._fields.begin_anew()
        self.ready.emit()

    @Slot("QStringList", "QVariantList", str, result=bool)
    def part(self, people: list[str], percents: list[int], reason: str) -> bool:
        """The sale that was picked; False where the parts are not the whole of it or nothing says why."""
        from clienteling.attribution import use_cases
        from clienteling.attribution.values import WHOLE, Share

        sale = self._sale
        stores = {row.key: row.store_id for row in self._people.rows}
        shares = tuple(
            Share(associate_id=who, store_id=stores[who], percent=int(percent))
            for who, percent in zip(people, percents, strict=True)
            if int(percent) > 0
        )
        if sale is None or sum(one.percent for one in shares) != WHOLE or not reason.strip():
            return False
        author = self._shop.author
        work = partial(use_cases.part, sale=sale, shares=shares, reason=reason, author=author)
        self._floor.write(self._fields.unfinished.saving(work), self._parted)
        return True

    def _parted(self, split_id: str) -> None:
        from clienteling.attribution import use_cases

        author = self._shop.author

        def as_before() -> None:
            self._floor.write(lambda writer: use_cases.part_as_before(writer, split_id, author=author))

        self._floor.toasts.show(QCoreApplication.translate("Incentives", "The purchase is parted"), as_before)

    def _show_people(self, sale: "Influenced", rows: list[lines.PersonRow]) -> None:
        if sale is not self._sale or self._floor.session.who is None:
            return
        self._people.replace(rows)
        self._fields.begin(sale.sale_id, sale.customer_id)
        self.changed.emit()
        self.ready.emit()

    def _known_of(self, field: str) -> str:
        """Whose it is by now; nothing says why yet."""
        person = self._people.find(field)
        return str(person.percent_given) if person is not None and person.percent_given else ""
