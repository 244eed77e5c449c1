"""What she changed, as it stands on her receipt."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from clienteling.wording import Wording


class Changed(StrEnum):
    CORRECTED = "corrected"
    REMOVED = "removed"
    TOLD = "told"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"
    FILE = "file"
    ERASURE = "erasure"
    TAKEN_BACK = "taken_back"


def said(changed: Changed, about: str, wording: "Wording") -> str:  # noqa: PLR0911 - one for each
    """`about` is a value of hers or a purpose."""
    from clienteling.consents.words import purpose_name

    match changed:
        case Changed.CORRECTED:
            return QCoreApplication.translate("Known", "Name and addresses corrected")
        case Changed.REMOVED:
            return QCoreApplication.translate("Known", "Taken away: %1").replace("%1", about)
        case Changed.TOLD:
            return QCoreApplication.translate("Known", "Told: %1").replace("%1", about)
        case Changed.GRANTED:
            return QCoreApplication.translate("Known", "Agreed: %1").replace(
                "%1", purpose_name(about, wording)
            )
        case Changed.WITHDRAWN:
            return QCoreApplication.translate("Known", "Consent withdrawn: %1").replace(
                "%1", purpose_name(about, wording)
            )
        case Changed.FILE:
            return QCoreApplication.translate("Known", "Asked for the file of everything that is kept")
        case Changed.ERASURE:
            return QCoreApplication.translate("Known", "Asked to be forgotten")
        case Changed.TAKEN_BACK:
            return QCoreApplication.translate("Known", "A wish taken back")
