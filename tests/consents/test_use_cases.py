import pytest

from clienteling.consents import use_cases
from clienteling.consents.queries import may, state_of, text_in_force
from clienteling.consents.values import How, Purpose
from clienteling.errors import InvalidRecord, UnknownRecord
from tests.shop import AUTHOR, DAY, NOW, Shop

EMAIL = Purpose.MARKETING_EMAIL


@pytest.fixture(autouse=True)
def texts(shop: Shop) -> None:
    for version, day in (("1", "2025-01-01"), ("2", "2026-06-01"), ("3", "2027-01-01")):
        shop.put(
            "consent_text",
            id=f"marketing/it/{version}",
            purpose="marketing",
            language="it",
            version=version,
            body="Posso scriverle?",
            in_force_on=day,
        )
    shop.put("consent_text", id="profiling/it/1", purpose="profiling", language="it", version="1", body="…")


def record(shop: Shop, *, granted: bool, purpose: Purpose = EMAIL, text_id: str = "marketing/it/2") -> str:
    return shop.write(
        lambda writer: use_cases.record(
            writer,
            customer_id="giulia",
            purpose=purpose,
            granted=granted,
            text_id=text_id if granted else "",
            how=How.SIGNED,
            author=AUTHOR,
        )
    )


def standing(shop: Shop, purpose: Purpose = EMAIL, now: int | None = None):
    return shop.read(lambda conn: state_of(conn, "giulia", purpose, now or shop.now))


def test_a_grant_keeps_the_text_that_was_shown_and_expires(shop):
    consent_id = record(shop, granted=True)
    state = standing(shop)
    assert (state.granted, state.consent_id, state.text_id) == (True, consent_id, "marketing/it/2")
    assert standing(shop, now=NOW + 25 * 30 * DAY).expired


def test_she_withdraws_and_gives_it_again(shop):
    record(shop, granted=True)
    record(shop, granted=False)
    assert not standing(shop).granted
    record(shop, granted=True)
    assert standing(shop).granted


def test_a_mistaken_grant_is_undone_to_where_it_stood_before(shop):
    withdrawn = record(shop, granted=False)
    mistaken = record(shop, granted=True)
    shop.write(lambda writer: use_cases.undo(writer, mistaken, author=AUTHOR))
    state = standing(shop)
    assert (state.granted, state.consent_id) == (False, withdrawn)


def test_undoing_twice_is_refused(shop):
    mistaken = record(shop, granted=True)
    undoing = shop.write(lambda writer: use_cases.undo(writer, mistaken, author=AUTHOR))
    for record_id in (mistaken, undoing):
        with pytest.raises(InvalidRecord):
            shop.write(lambda writer, i=record_id: use_cases.undo(writer, i, author=AUTHOR))


def test_a_grant_without_its_text_or_with_another_ones_is_refused(shop):
    with pytest.raises(UnknownRecord):
        record(shop, granted=True, text_id="marketing/it/99")
    with pytest.raises(InvalidRecord, match="about profiling"):
        record(shop, granted=True, text_id="profiling/it/1")
    assert shop.rows("consent") == []


def test_the_text_in_force_is_the_newest_that_has_begun(shop):
    text = shop.read(lambda conn: text_in_force(conn, EMAIL, "it", "2026-11-22"))
    assert text is not None
    assert text.id == "marketing/it/2"
    assert shop.read(lambda conn: text_in_force(conn, EMAIL, "de", "2026-11-22")) is None


def test_whether_we_may_is_what_she_said_last_for_that_purpose_alone(shop):
    def we_may(purpose: Purpose, now: int | None = None) -> bool:
        return shop.read(lambda conn: may(conn, "giulia", purpose, now or shop.now))

    assert not we_may(EMAIL)
    record(shop, granted=True)
    assert we_may(EMAIL)
    assert not we_may(Purpose.MARKETING_PHONE)
    assert not we_may(EMAIL, NOW + 25 * 30 * DAY)
    record(shop, granted=False)
    assert not we_may(EMAIL)
