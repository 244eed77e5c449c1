"""Asking, and taking back, each as one transaction with its receipt."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from clienteling.reservations.values import Wish
from clienteling.tablet.record.saved_view_model import UNDONE, Receipt

if TYPE_CHECKING:
    from clienteling.staff.values import Author
    from sync.writer import Writer

KIND = "reservation"


def reservation_asked(
    writer: "Writer",
    *,
    customer_id: str,
    variant_id: str,
    quantity: int,
    wish: Wish,
    from_store_id: str,
    until: date,
    today: date,
    instead_of: str,
    author: "Author",
) -> Receipt:
    from clienteling.reservations import use_cases

    if instead_of:
        use_cases.take_back(writer, instead_of, author=author)
    record_id = use_cases.ask(
        writer,
        customer_id=customer_id,
        variant_id=variant_id,
        quantity=quantity,
        wish=wish,
        from_store_id=from_store_id,
        until=until,
        today=today,
        author=author,
    )
    return Receipt(
        kind=KIND,
        collection="reservation",
        record_id=record_id,
        undo=partial(use_cases.take_back, reservation_id=record_id, author=author),
        open_to_details=not instead_of,
    )


def reservation_taken_back(writer: "Writer", *, reservation_id: str, author: "Author") -> Receipt:
    from clienteling.reservations import use_cases

    use_cases.take_back(writer, reservation_id, author=author)
    return UNDONE
