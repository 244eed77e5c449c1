"""What is written when a card is opened: it is among the recent ones here, and who opened it is known."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clienteling.privacy.values import Why
    from clienteling.staff.values import Author
    from sync.writer import Writer


def card_opened(writer: "Writer", *, customer_id: str, why: "Why", author: "Author", device: str) -> None:
    from clienteling.customers.use_cases import mark_opened
    from clienteling.privacy.use_cases import opened

    mark_opened(writer.connection, customer_id, writer.now)
    opened(
        writer,
        customer_id=customer_id,
        why=why,
        associate_id=author.associate_id,
        store_id=author.store_id,
        device=device,
    )
