"""A customer code as the modules of a QR code, drawn for where it will be seen."""

from dataclasses import dataclass
from enum import Enum

from qrcode import constants
from qrcode.main import QRCode


class Medium(Enum):
    """Where the code will be seen, and how much of it may be lost there.

    A phone's screen neither wears nor tears, but it glares and cracks: level M gives back 15 %, in 41
    modules that stay large on a small screen. A printed card lives in a purse for years: level Q gives
    back 25 %, and 49 modules are half a millimetre each on a credit card.
    """

    PHONE = constants.ERROR_CORRECT_M
    CARD = constants.ERROR_CORRECT_Q


QUIET_ZONE = 4
"""Empty modules on each side, as ISO/IEC 18004 asks; a dark phone theme would run into the code."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Rows of modules, True for dark, without the quiet zone."""

    version: int
    modules: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules from edge to edge, quiet zone included."""
        return len(self.modules) + 2 * QUIET_ZONE


def draw(text: str, medium: Medium) -> Drawn:
    """Capitals and digits alone, as a customer code has them, come out in QR's alphanumeric mode."""
    code = QRCode(error_correction=medium.value, border=0)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return Drawn(code.version, tuple(tuple(map(bool, row)) for row in code.get_matrix()))


def as_svg(drawn: Drawn) -> str:
    """Black on white, one unit a module, quiet zone included; sharp at any size."""
    runs = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z"
        for y, row in enumerate(drawn.modules)
        for x, dark in enumerate(row)
        if dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawn.side} {drawn.side}">'
        f'<path fill="#fff" d="M0 0h{drawn.side}v{drawn.side}h-{drawn.side}z"/><path d="{runs}"/></svg>'
    )
