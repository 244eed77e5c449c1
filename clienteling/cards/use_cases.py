from clienteling.cards.tables import card_link
from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord
from clienteling.records import existing, standing
from clienteling.scan.symbology import Symbology
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer

LONGEST_NUMBER = 64


def link(writer: Writer, *, customer_id: str, number: str, symbology: Symbology, author: Author) -> str:
    """This card is hers from now on, on this tablet at once and everywhere once it has travelled."""
    plain = plain_number(number)
    if not plain or len(plain) > LONGEST_NUMBER:
        raise InvalidRecord("number", f"1 to {LONGEST_NUMBER} characters")
    existing(writer.connection, customer, customer_id)
    return writer.insert(
        "card_link",
        {
            "customer_id": customer_id,
            "number": plain,
            "symbology": symbology.value,
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
        },
    )


def undo(writer: Writer, link_id: str, *, author: Author) -> str:
    """It is somebody else's, or nobody's again."""
    mistaken = standing(writer.connection, card_link, link_id)
    return writer.insert(
        "card_link",
        {
            "customer_id": mistaken.customer_id,
            "number": mistaken.number,
            "symbology": mistaken.symbology,
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
            "corrects": link_id,
            "correction": Correction.UNDONE.value,
        },
    )


def plain_number(read: str) -> str:
    """One spelling for what is read with and without leading zeros, in capitals and not."""
    packed = "".join(read.split()).upper()
    return (packed.lstrip("0") or "0") if packed.isascii() and packed.isdigit() else packed
