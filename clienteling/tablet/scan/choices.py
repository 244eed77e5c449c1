"""What a scan may have meant, as rows of which a person touches one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from clienteling.scan.values import (
    CardShared,
    CustomerFound,
    CustomerNotHere,
    FoundBy,
    Opening,
    ProductFound,
    ScanResult,
    SeveralRead,
)
from clienteling.tablet.labels import label

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording


@dataclass(frozen=True)
class ChoiceRow:
    key: str
    """Where it stands among the openings."""
    kind: str
    """A ScanKind: `customer`, `not_here` or `product`."""
    name: str
    """Empty for somebody who is not here yet."""
    words: str


def openings_of(result: ScanResult) -> tuple[Opening, ...]:
    """What is to be chosen from; empty where the scan meant one thing or none."""
    match result:
        case SeveralRead(openings):
            return openings
        case CardShared(_, customer_ids):
            return tuple(CustomerFound(i, FoundBy.CARD) for i in customer_ids)
        case _:
            return ()


def choice_rows(conn: "sa.Connection", result: ScanResult, wording: "Wording") -> list[ChoiceRow]:
    return [_row(conn, str(place), opening, wording) for place, opening in enumerate(openings_of(result))]


def _row(conn: "sa.Connection", key: str, opening: Opening, wording: "Wording") -> ChoiceRow:
    from clienteling.catalog.products import named
    from clienteling.customers.queries import customer_by_id

    match opening:
        case CustomerFound(customer_id):
            she = customer_by_id(conn, customer_id)
            phone = wording.phone(she.phone) if she and she.phone else ""
            return ChoiceRow(key, opening.kind.value, she.full_name if she else "", phone)
        case CustomerNotHere():
            return ChoiceRow(key, opening.kind.value, "", "")
        case ProductFound(product_id, variant_id):
            product = named(conn, [product_id], [variant_id]).get(product_id, variant_id)
            if product is None:
                return ChoiceRow(key, opening.kind.value, opening.ean, "")
            words = label(product.colour, product.size, wording)
            return ChoiceRow(key, opening.kind.value, product.name, words)
        case unexpected:
            assert_never(unexpected)
