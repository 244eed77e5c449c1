"""The team's page: what a manager does for the people of the shop, one section each."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.basis.basis_view_model import BasisViewModel
from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.incentives.incentives_view_model import IncentivesViewModel
from clienteling.tablet.team.hand_out_view_model import HandOutViewModel
from clienteling.tablet.team.hand_over_view_model import HandOverViewModel
from clienteling.tablet.team.sections import Sections
from clienteling.tablet.team.staff_view_model import StaffViewModel

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class TeamViewModel(QObject):
    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections = Sections(floor.navigation, floor.session, self)
        self._shop = ChosenShop(floor, self._sections.any_shown, self._sections.staff_shown, self)
        self._sections.turned.connect(self._shop.reload)
        self._hand_over = HandOverViewModel(floor, self._sections, self._shop, self)
        self._hand_out = HandOutViewModel(floor, self._sections, self._shop, self)
        self._staff = StaffViewModel(floor, self._sections, self._shop, self)
        self._basis = BasisViewModel(floor, self._sections, self._shop, self)
        self._incentives = IncentivesViewModel(floor, self._sections, self._shop, self)
        self._sections.turned.emit()

    @Property(Sections, constant=True)
    def sections(self) -> Sections:
        return self._sections

    @Property(ChosenShop, constant=True)
    def shop(self) -> ChosenShop:
        return self._shop

    @Property(StaffViewModel, constant=True)
    def staff(self) -> StaffViewModel:
        return self._staff

    @Property(BasisViewModel, constant=True)
    def basis(self) -> BasisViewModel:
        return self._basis

    @Property(HandOverViewModel, constant=True)
    def hand_over(self) -> HandOverViewModel:
        return self._hand_over

    @Property(HandOutViewModel, constant=True)
    def hand_out(self) -> HandOutViewModel:
        return self._hand_out

    @Property(IncentivesViewModel, constant=True)
    def incentives(self) -> IncentivesViewModel:
        return self._incentives
