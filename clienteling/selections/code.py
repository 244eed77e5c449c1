"""A selection's code: it opens on any tablet of the chain; on a telephone too, where the hub has pages."""

import re
from uuid import UUID

START = "CSEL1"
PATH = "/s/"
_CODE = re.compile(rf"(?i)(?:{START}|https://\S+{PATH})([0-9a-f]{{32}})/?")


def code_of(selection_id: str, pages: str) -> str:
    """Without pages: characters that every keyboard layout types alike (QR's alphanumeric mode)."""
    digits = UUID(selection_id).hex
    return f"{pages}{PATH}{digits}" if pages else f"{START}{digits.upper()}"


def selection_in(text: str) -> str:
    """The selection that a scanned text opens; empty where it is something else."""
    found = _CODE.fullmatch(text.strip())
    return str(UUID(found[1])) if found else ""
