"""What is written when somebody says whose a card is."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clienteling.scan.values import CardUnknown
    from clienteling.staff.values import Author
    from sync.writer import Writer


def card_linked(writer: "Writer", *, customer_id: str, card: "CardUnknown", author: "Author") -> str:
    from clienteling.cards import use_cases

    return use_cases.link(
        writer, customer_id=customer_id, number=card.number, symbology=card.symbology, author=author
    )


def card_unlinked(writer: "Writer", *, link_id: str, author: "Author") -> None:
    from clienteling.cards import use_cases

    use_cases.undo(writer, link_id, author=author)


def card_opened_for_now(writer: "Writer", *, customer_id: str) -> None:
    from clienteling.customers import provisional

    provisional.open_card(writer, customer_id)
