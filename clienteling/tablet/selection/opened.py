"""A selection that a code has opened, as rows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording


@dataclass(frozen=True)
class SelectionRow:
    key: str
    product_id: str
    variant_id: str
    name: str
    label: str
    price: str
    picture: str


@dataclass(frozen=True)
class OpenedSelection:
    customer_id: str = ""
    """Empty where it is not here."""
    words: str = ""
    chosen_by: str = ""
    rows: tuple[SelectionRow, ...] = ()


def read_selection(conn: "sa.Connection", *, selection_id: str, wording: "Wording") -> OpenedSelection:
    from clienteling.selections.queries import selection_by_id
    from clienteling.selections.words import chosen_by, label

    found = selection_by_id(conn, selection_id)
    if found is None:
        return OpenedSelection()
    rows = tuple(
        SelectionRow(
            key=product.variant_id or product.product_id,
            product_id=product.product_id,
            variant_id=product.variant_id or "",
            name=product.name,
            label=label(product, wording),
            price=wording.money(product.price_cents),
            picture=product.picture,
        )
        for product in found.products
    )
    return OpenedSelection(found.customer_id, found.words, chosen_by(found, wording), rows)
