import pytest

from clienteling.customers import use_cases
from clienteling.customers.queries import facts
from clienteling.customers.values import PreferenceKind, Provenance
from clienteling.errors import InvalidRecord, UnknownRecord
from sync.device.replica import RecordState
from tests.shop import AUTHOR, Shop


def tell(shop: Shop, value: str, customer_id: str = "giulia") -> str:
    return shop.write(
        lambda writer: use_cases.tell(
            writer, customer_id=customer_id, kind=PreferenceKind.SHOE_SIZE, value=value, author=AUTHOR
        )
    )


def known(shop: Shop) -> list[tuple[str, Provenance, str, bool]]:
    found = shop.read(lambda conn: facts(conn, "giulia", shop.now, deduced=True))
    return [(f.value, f.source, f.store_name, f.to_confirm) for f in found]


def test_what_she_tells_is_known_with_where_and_when(shop):
    preference_id = tell(shop, " 38 ")
    assert known(shop) == [("38", Provenance.TOLD, "Milano", False)]
    assert shop.replica.states("preference", [preference_id])[preference_id] is RecordState.SAVED_HERE


def test_what_was_told_by_mistake_is_taken_back(shop):
    tell(shop, "38")
    mistaken = tell(shop, "83")
    shop.write(lambda writer: use_cases.take_back(writer, mistaken))
    assert [value for value, *_ in known(shop)] == ["38"]


def test_nothing_said_or_nobody_known_is_refused(shop):
    with pytest.raises(InvalidRecord):
        tell(shop, "  ")
    with pytest.raises(InvalidRecord):
        tell(shop, "x" * 201)
    with pytest.raises(UnknownRecord):
        tell(shop, "38", customer_id="nobody")
    assert shop.rows("preference") == []
