"""Which printed code a text came from, and the AIM prefix by which scanners say it (ISO/IEC 15424)."""

import re
from enum import StrEnum


class Symbology(StrEnum):
    UNKNOWN = ""
    QR = "qr"
    EAN_13 = "ean_13"
    EAN_8 = "ean_8"
    UPC = "upc"
    CODE_128 = "code_128"
    CODE_39 = "code_39"
    ITF = "itf"
    DATA_MATRIX = "data_matrix"
    AZTEC = "aztec"
    PDF_417 = "pdf_417"

    @property
    def written(self) -> str:
        """As the trade writes it, the same in every language."""
        return _WRITTEN[self]


RETAIL = frozenset({Symbology.EAN_13, Symbology.EAN_8, Symbology.UPC})
"""In these GS1's numbers are printed, a product's or an in-store one, and nothing else."""

_WRITTEN = {
    Symbology.UNKNOWN: "",
    Symbology.QR: "QR",
    Symbology.EAN_13: "EAN-13",
    Symbology.EAN_8: "EAN-8",
    Symbology.UPC: "UPC",
    Symbology.CODE_128: "Code 128",
    Symbology.CODE_39: "Code 39",
    Symbology.ITF: "ITF",
    Symbology.DATA_MATRIX: "Data Matrix",
    Symbology.AZTEC: "Aztec",
    Symbology.PDF_417: "PDF417",
}
_BY_AIM_LETTER = {
    "Q": Symbology.QR,
    "E": Symbology.EAN_13,
    "C": Symbology.CODE_128,
    "A": Symbology.CODE_39,
    "I": Symbology.ITF,
    "D": Symbology.DATA_MATRIX,
    "Z": Symbology.AZTEC,
    "L": Symbology.PDF_417,
}
_EAN_8_MODIFIER = "4"

# "+" is what "]" becomes when a scanner set to US types on an Italian layout.
_AIM = re.compile(r"[\]+]([QECAIDZLqecaidzl])([0-9])(?=.)", re.DOTALL)


def without_aim(text: str) -> tuple[str, Symbology]:
    """The text without its AIM prefix, and what the prefix said."""
    prefix = _AIM.match(text)
    if prefix is None:
        return text, Symbology.UNKNOWN
    bare = text[prefix.end() :]
    return bare, of_aim(prefix[1], prefix[2], bare)


def of_aim(letter: str, modifier: str, text: str) -> Symbology:
    """UNKNOWN for what is none of ours. UPC-A is an EAN-13 that begins with 0: scanners drop it or not."""
    found = _BY_AIM_LETTER.get(letter.upper(), Symbology.UNKNOWN)
    if found is not Symbology.EAN_13:
        return found
    if modifier == _EAN_8_MODIFIER:
        return Symbology.EAN_8
    return found if len(text) == len("4006381333931") and not text.startswith("0") else Symbology.UPC
