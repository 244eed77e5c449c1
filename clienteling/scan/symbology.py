"""Which printed code a text came from, and the AIM prefix by which scanners say it (ISO/IEC 15424)."""

import re
from enum import StrEnum


class Symbology(StrEnum):
    UNKNOWN = ""
    QR = "qr"
    EAN = "ean"
    CODE_128 = "code_128"
    CODE_39 = "code_39"
    DATA_MATRIX = "data_matrix"
    AZTEC = "aztec"
    PDF_417 = "pdf_417"


BY_AIM_LETTER = {
    "Q": Symbology.QR,
    "E": Symbology.EAN,
    "C": Symbology.CODE_128,
    "A": Symbology.CODE_39,
    "D": Symbology.DATA_MATRIX,
    "Z": Symbology.AZTEC,
    "L": Symbology.PDF_417,
}

# "+" is what "]" becomes when a scanner set to US types on an Italian layout.
_AIM = re.compile(r"[\]+]([QECADZLqecadzl])[0-9](?=.)", re.DOTALL)


def without_aim(text: str) -> tuple[str, Symbology]:
    """The text without its AIM prefix, and what the prefix said."""
    prefix = _AIM.match(text)
    if prefix is None:
        return text, Symbology.UNKNOWN
    return text[prefix.end() :], BY_AIM_LETTER[prefix[1].upper()]
