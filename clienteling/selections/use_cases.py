from collections.abc import Sequence

import msgspec

from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord, TooLong
from clienteling.records import existing, standing
from clienteling.selections.tables import selection
from clienteling.selections.values import LEAST, MOST, Chosen, SharedAs
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer

LONGEST = 600


def share(
    writer: Writer,
    *,
    customer_id: str,
    items: Sequence[Chosen],
    words: str = "",
    shared_as: SharedAs,
    author: Author,
) -> str:
    existing(writer.connection, customer, customer_id)
    if not LEAST <= len(items) <= MOST:
        raise InvalidRecord("items", f"a selection has {LEAST} to {MOST} products")
    if len(words) > LONGEST:
        raise TooLong("words", LONGEST)
    return writer.insert(
        "selection",
        {
            "customer_id": customer_id,
            "items": msgspec.to_builtins(items),
            "words": words.strip(),
            "shared_as": shared_as.value,
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
        },
    )


def undo(writer: Writer, selection_id: str, *, author: Author) -> str:
    """Its code and its page open nothing any more."""
    old = standing(writer.connection, selection, selection_id)
    return writer.insert(
        "selection",
        {
            "customer_id": old.customer_id,
            "shared_as": old.shared_as,
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
            "corrects": selection_id,
            "correction": Correction.UNDONE.value,
        },
    )
