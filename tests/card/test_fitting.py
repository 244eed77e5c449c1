import pytest

from clienteling.card.fitting import fitting, sizes
from clienteling.customers.values import Fact, PreferenceKind, Provenance
from clienteling.stock.queries import Pieces


def told(kind: PreferenceKind, value: str) -> Fact:
    return Fact(id=value, kind=kind, value=value, source=Provenance.TOLD)


HERS = [told(PreferenceKind.SHOE_SIZE, "39,5"), told(PreferenceKind.CLOTHES_SIZE, "m")]


@pytest.mark.parametrize(
    ("asked", "product", "pieces"),
    [
        ("", "shoe", Pieces(1, 0)),
        ("38", "shoe", Pieces(3, 4)),  # she asks for the 38 today
        ("", "coat", Pieces()),
        ("", "bag", Pieces(0, 2)),  # has no size
        ("", "uncounted", None),
    ],
)
def test_only_what_fits_her_counts_and_what_was_never_counted_is_not_known(shop, asked, product, pieces):
    for product_id, family in (
        ("shoe", "shoes"),
        ("coat", "clothing"),
        ("bag", "bags"),
        ("uncounted", "shoes"),
    ):
        shop.put("product", id=product_id, name=product_id, family=family)
    for variant, of, size, here, there in (
        ("shoe-38", "shoe", "38", 2, 4),
        ("shoe-39", "shoe", "39.5", 1, 0),
        ("coat-L", "coat", "L", 5, 5),
        ("bag-tan", "bag", "", 0, 2),
    ):
        shop.put("variant", id=variant, product_id=of, size=size)
        for store_id, quantity in (("here", here), ("there", there)):
            level = {"variant_id": variant, "store_id": store_id, "quantity": quantity}
            shop.put("stock_level", id=f"{variant}@{store_id}", **level)
    with shop.engine.connect() as conn:
        found = fitting(conn, ["shoe", "coat", "bag", "uncounted"], sizes(HERS, asked), "here")
    assert found.get(product) == pieces
