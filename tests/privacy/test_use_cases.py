import pytest

from clienteling.consents import use_cases as consents
from clienteling.consents.values import Purpose
from clienteling.errors import UnknownRecord
from clienteling.privacy import use_cases
from clienteling.privacy.queries import accesses, requests
from clienteling.privacy.use_cases import SAME_VISIT_MS
from clienteling.privacy.values import MONTH_MS, Answer, PrivacyWish, Why
from sync.collection import CANCELLED
from tests.shop import AUTHOR, Shop


def opened(shop: Shop, who: str = "sofia", device: str = "Tablet 1", her: str = "giulia") -> str:
    return shop.write(
        lambda writer: use_cases.opened(
            writer, customer_id=her, why=Why.SCAN, associate_id=who, store_id="brera", device=device
        )
    )


def test_who_opened_her_card_is_known_with_where_and_why(shop):
    opened(shop)
    (one,) = shop.read(lambda conn: accesses(conn, "giulia"))
    assert (one.at, one.why, one.associate_name) == (shop.now, Why.SCAN, "Sofia Martini")
    assert (one.store_name, one.device) == ("Milano Brera", "Tablet 1")


def test_the_same_looking_is_noted_once_and_another_person_or_tablet_by_itself(shop):
    assert opened(shop)
    assert opened(shop) == ""
    assert opened(shop, who="luca")
    assert opened(shop, device="Tablet 2")
    shop.now += SAME_VISIT_MS
    assert opened(shop)
    assert len(shop.rows("access")) == 4


def test_a_card_that_is_not_here_was_not_seen(shop):
    assert opened(shop, her="nobody") == ""


def ask(shop: Shop, wish: PrivacyWish = PrivacyWish.ERASURE, her: str = "giulia") -> str:
    return shop.write(lambda writer: use_cases.ask(writer, customer_id=her, wish=wish, author=AUTHOR))


def test_what_she_asks_for_waits_for_the_hub_and_asked_again_is_the_same_wish(shop):
    asked = ask(shop)
    assert ask(shop) == asked
    assert ask(shop, PrivacyWish.FILE) != asked
    found = shop.read(lambda conn: requests(conn, "giulia"))
    assert [(one.wish, one.answer) for one in found] == [
        (PrivacyWish.FILE, Answer.ASKED),
        (PrivacyWish.ERASURE, Answer.ASKED),
    ]
    with pytest.raises(UnknownRecord):
        ask(shop, her="nobody")


def test_while_nothing_is_done_she_may_change_her_mind(shop):
    asked = ask(shop)
    shop.write(lambda writer: use_cases.take_back(writer, asked))
    (one,) = shop.read(lambda conn: requests(conn, "giulia"))
    assert one.answer == CANCELLED
    with pytest.raises(LookupError):
        shop.write(lambda writer: use_cases.take_back(writer, asked))
    assert ask(shop) != asked


@pytest.mark.parametrize(("months", "kept_for"), [(None, 24 * MONTH_MS), (6, 6 * MONTH_MS), (0, None)])
def test_a_consent_holds_for_as_long_as_the_hub_says(shop, months, kept_for):
    shop.put("consent_text", id="marketing/it/1", purpose="marketing", language="it", version="1", body="…")
    if months is not None:
        shop.put("retention_period", id="marketing", months=months)
    shop.write(
        lambda writer: consents.record(
            writer,
            customer_id="giulia",
            purpose=Purpose.MARKETING_EMAIL,
            granted=True,
            text_id="marketing/it/1",
            author=AUTHOR,
        )
    )
    (row,) = shop.rows("consent")
    assert row["expires_at"] == (shop.now + kept_for if kept_for else None)
