"""A QR code in a terminal: two rows of modules in each line of half blocks."""

from itertools import zip_longest

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import MODE_ALPHA_NUM, QRData

QUIET_ZONE = 4
"""Modules of margin; ISO/IEC 18004 asks for four."""
BLACK_ON_WHITE = "\x1b[38;5;16;48;5;231m"
RESET = "\x1b[0m"

_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def matrix(text: str) -> list[list[bool]]:
    """The modules, dark ones True, with the quiet zone. `text` is of the alphanumeric alphabet."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(QRData(text, mode=MODE_ALPHA_NUM))
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def half_blocks(modules: list[list[bool]], *, coloured: bool) -> list[str]:
    """Lines to print. Coloured they are black on white whatever the terminal's theme is."""
    upper, lower = modules[::2], modules[1::2]
    blank = [False] * len(modules[0])
    lines = [
        "".join(_BLOCKS[pair] for pair in zip(top, bottom, strict=True))
        for top, bottom in zip_longest(upper, lower, fillvalue=blank)
    ]
    return [f"{BLACK_ON_WHITE}{line}{RESET}" for line in lines] if coloured else lines
