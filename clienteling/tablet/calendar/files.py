"""Appointments out of the app: an .ics file in the person's documents, and a code for a telephone."""

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.tablet import keeper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clienteling.appointments.values import Appointment
    from clienteling.wording import Wording

FOLDER = "Clienteling"
LARGEST_CODE = 600
"""Bytes: more modules than that are too fine for a telephone held over a tablet."""
QUIET_ZONE = 4
"""Modules of margin; ISO/IEC 18004 asks for four."""


def documents() -> Path:
    return keeper.documents() / FOLDER


def save(
    folder: Path, name: str, appointments: "Sequence[Appointment]", *, now: int, wording: "Wording"
) -> Path:
    """Raises OSError where the folder cannot be written to."""
    from clienteling.appointments.icalendar import calendar

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.ics"
    path.write_bytes(calendar(appointments, zone=wording.time_zone, now=now, wording=wording))
    return path


def code_of(appointment: "Appointment", wording: "Wording") -> str:
    """For her telephone's camera, as a picture's address; empty where it would not fit."""
    from clienteling.appointments.icalendar import small

    file = small(appointment, wording=wording)
    return drawn(file) if len(file) <= LARGEST_CODE else ""


def drawn(content: bytes) -> str:
    """A QR code as a drawing of one path, black on white whatever the appearance is."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_L

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_L, border=QUIET_ZONE)
    code.add_data(content)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    side = len(rows)
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )
    return f"data:image/svg+xml;base64,{base64.b64encode(picture.encode()).decode()}"
