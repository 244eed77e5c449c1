"""Why something was not saved, told apart by what whoever typed it can do about it."""

import logging
from enum import StrEnum

log = logging.getLogger(__name__)


class NotSaved(StrEnum):
    NO = ""
    NAMELESS = "nameless"
    WORDLESS = "wordless"
    ITEMLESS = "itemless"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    """An address, a number or a day that cannot be one."""
    DAY = "day"
    QUANTITY = "quantity"
    NOT_AGREED = "not_agreed"
    NOT_TO_BE_SENT = "not_to_be_sent"
    """What she agreed to, or how much she was sent, changed since the leaf was opened."""
    ALREADY = "already"
    """Somebody corrected it, took it back or decided about it meanwhile."""
    GONE = "gone"
    """Whom or what it is about is not on this tablet any more."""
    MORE = "more"
    """Who was entered by mistake has become more since."""
    STORAGE = "storage"
    """The disk is full or may not be written."""
    UNKNOWN = "unknown"


FIELDS = {
    "given_name": NotSaved.NAMELESS,
    "name": NotSaved.NAMELESS,
    "customer_id": NotSaved.NAMELESS,
    "what": NotSaved.WORDLESS,
    "body": NotSaved.WORDLESS,
    "value": NotSaved.WORDLESS,
    "product_id": NotSaved.ITEMLESS,
    "items": NotSaved.ITEMLESS,
    "email": NotSaved.UNREADABLE,
    "phone": NotSaved.UNREADABLE,
    "birthday_on": NotSaved.UNREADABLE,
    "number": NotSaved.UNREADABLE,
    "until_on": NotSaved.DAY,
    "minutes": NotSaved.DAY,
    "quantity": NotSaved.QUANTITY,
    "service": NotSaved.NOT_AGREED,
    "way": NotSaved.NOT_TO_BE_SENT,
    "corrects": NotSaved.ALREADY,
    "state": NotSaved.ALREADY,
    "field": NotSaved.ALREADY,
}
"""By the field that an InvalidRecord names."""


def why_not_saved(error: Exception) -> NotSaved:
    from sqlalchemy.exc import DBAPIError

    from clienteling.errors import InvalidRecord, MoreThanEntered, TooLong, UnknownRecord
    from sync.errors import StorageFull

    match error:
        case TooLong():
            return NotSaved.TOO_LONG
        case InvalidRecord(field=field) if field in FIELDS:
            return FIELDS[field]
        case UnknownRecord():
            return NotSaved.GONE
        case MoreThanEntered():
            return NotSaved.MORE
        case DBAPIError() | OSError() | StorageFull():
            return NotSaved.STORAGE
        case _:
            log.error("Not saved", exc_info=error)
            return NotSaved.UNKNOWN
