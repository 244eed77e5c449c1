"""Who practises, and how her practice shop knows her."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from clienteling.practice.progress import NOBODY
from clienteling.staff.values import Associate


@dataclass(frozen=True)
class Trainee:
    associate_id: str = NOBODY
    given_name: str = ""
    family_name: str = ""

    @staticmethod
    def of(associate: Associate) -> "Trainee":
        return Trainee(associate.id, associate.given_name, associate.family_name)

    @property
    def full_name(self) -> tuple[str, str]:
        unnamed = QCoreApplication.translate("Practice", "In training")
        return (self.given_name, self.family_name) if self.kept else (unnamed, "")

    @property
    def kept(self) -> bool:
        """Whether what she reaches is kept: only of whoever had signed in."""
        return self.associate_id != NOBODY
