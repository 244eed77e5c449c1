"""What a line of a client book says of her next days, in the reader's words."""

from datetime import date

from clienteling.clientbook.rules import SOON_DAYS
from clienteling.clientbook.values import BookLine, Occasion
from clienteling.wording import Wording


def ahead(line: BookLine, today: date, wording: Wording) -> str:
    """`2 promesse scadute`, `compleanno tra 12 giorni`; empty when nothing is near."""
    if line.overdue:
        return wording.count("{n} promise overdue", "{n} promises overdue", line.overdue)
    if line.next_on is None:
        return ""
    day = date.fromisoformat(line.next_on)
    match line.occasion:
        case Occasion.PROMISE:
            return wording.say("a promise {day}", day=wording.by(day, today))
        case Occasion.APPOINTMENT if day == today:
            return wording.say("appointment today")
        case Occasion.APPOINTMENT:
            return wording.say("appointment {day}", day=wording.short_date(day, today))
    return _birthday((day - today).days, wording)


def _birthday(days: int, wording: Wording) -> str:
    if days == 0:
        return wording.say("birthday today")
    return wording.count("birthday in {n} day", "birthday in {n} days", days) if days <= SOON_DAYS else ""
