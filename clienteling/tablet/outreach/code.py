"""A code to be photographed from the screen."""

from base64 import b64encode


def picture_of(text: str) -> str:
    """The address of a drawing of it; empty where it is too long for a code."""
    from qrcode.exceptions import DataOverflowError

    from clienteling.codes.drawing import Medium, as_svg, draw

    try:
        drawn = draw(text, Medium.PHONE)
    except (DataOverflowError, ValueError):
        return ""
    return "data:image/svg+xml;base64," + b64encode(as_svg(drawn).encode()).decode()
