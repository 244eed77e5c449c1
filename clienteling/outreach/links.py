"""A letter as the address that hands it to the device's own program."""

from urllib.parse import quote

from clienteling.outreach.values import Letter, Way


def link(letter: Letter) -> str:
    """Of a telephone call only the number: what to say stands on the screen."""
    match letter.way:
        case Way.EMAIL:
            subject = f"subject={_quoted(letter.subject)}&" if letter.subject else ""
            return f"mailto:{quote(letter.to, safe='@')}?{subject}body={_quoted(letter.body)}"
        case Way.WHATSAPP:
            return f"https://wa.me/{_digits(letter.to)}?text={_quoted(letter.body)}"
        case Way.SMS:
            return f"sms:+{_digits(letter.to)}?body={_quoted(letter.body)}"
        case Way.PHONE:
            return f"tel:+{_digits(letter.to)}"


def _quoted(text: str) -> str:
    """RFC 6068, section 5: line breaks are %0D%0A, a space is %20."""
    return quote(text.replace("\r\n", "\n").replace("\n", "\r\n"), safe="")


def _digits(number: str) -> str:
    return "".join(each for each in number if each.isdigit())
