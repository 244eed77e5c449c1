"""A code that turns: fine in its half minute and the ones beside it, a picture of it is old."""

from datetime import UTC, date, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling.codes import turning
from clienteling.codes.signed import CodeKey, read
from clienteling.codes.values import (
    AnotherRetailer,
    Claim,
    Doubt,
    Fine,
    Flaw,
    Forged,
    NotACode,
    NotHere,
    Outcome,
    Revoked,
    Stale,
)

RETAILER = "c1e27e11"
GIULIA = "0190a5b2-7c11-7d3e-8f00-000000000001"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
FORGER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
KEYS = {1: CodeKey(RETAILER, KEY.public_key().public_bytes_raw())}
CLAIM = Claim(1, RETAILER, GIULIA, 1)
SECRET = bytes(range(16))
NOW = int(datetime(2026, 3, 12, 23, 58, 15, tzinfo=UTC).timestamp() * 1000)
HALF_MINUTE = 30_000


def shown(at: int, key: Ed25519PrivateKey = KEY, claim: Claim = CLAIM) -> str:
    signatures = dict(turning.days(key, claim, SECRET, date(2026, 3, 11), 3))
    day = datetime.fromtimestamp(at / 1000, UTC).date()
    return turning.written(claim, SECRET, signatures[day], at)


def judged(text: str, now: int = NOW, *, revoked: bool = False, known: bool = True) -> Outcome:
    return read(text, KEYS, lambda *_: revoked, now, lambda _: known)


@pytest.mark.parametrize("aside", [-HALF_MINUTE, 0, HALF_MINUTE])
def test_it_is_fine_in_its_half_minute_and_in_those_beside_it(aside):
    assert judged(shown(NOW + aside)) == Fine(GIULIA)


def test_it_is_fine_over_midnight_and_in_small_letters_and_in_an_address():
    midnight = int(datetime(2026, 3, 13, tzinfo=UTC).timestamp() * 1000)
    assert judged(shown(midnight - 1), midnight + 1) == Fine(GIULIA)
    assert judged(shown(midnight), midnight - 1) == Fine(GIULIA)
    assert judged(f"https://shop.example/c/{shown(NOW).lower()}") == Fine(GIULIA)


@pytest.mark.parametrize(("steps", "age"), [(2, 60), (10, 300), (2880, 86_400), (-3, -90)])
def test_a_picture_of_it_is_old_and_by_how_much_is_told(steps, age):
    at = NOW - steps * HALF_MINUTE
    assert judged(shown(at)) == Stale(GIULIA, at // HALF_MINUTE, age)


def test_what_one_tablet_saw_makes_no_later_code():
    """Of the chain only older links follow from a link: a later step with it does not lead to the anchor."""
    seen = shown(NOW)
    raw = turning.find(seen)
    assert isinstance(raw, turning.Turned)
    later = shown(NOW + 4 * HALF_MINUTE)
    grafted = later[:-36] + seen[-36:-4]
    forged = grafted + turning.shape.check(grafted)
    assert judged(forged, NOW + 4 * HALF_MINUTE) == Forged(Doubt.SIGNATURE)


def test_it_is_told_apart_like_every_code():
    assert judged(shown(NOW, FORGER)) == Forged(Doubt.SIGNATURE)
    assert judged(shown(NOW, claim=Claim(2, RETAILER, GIULIA, 1))) == Forged(Doubt.KEY_UNKNOWN)
    assert judged(shown(NOW, claim=Claim(1, "0badcafe", GIULIA, 1))) == AnotherRetailer("0badcafe")
    assert judged(shown(NOW), revoked=True) == Revoked(GIULIA)
    assert judged(shown(NOW - 9 * HALF_MINUTE), revoked=True) == Revoked(GIULIA)
    assert judged(shown(NOW), known=False) == NotHere(GIULIA)
    assert judged(shown(NOW)[:120]) == NotACode(Flaw.INCOMPLETE)
    text = shown(NOW)
    assert judged(text[:50] + ("A" if text[50] != "A" else "B") + text[51:]) == NotACode(Flaw.MISREAD)
    assert judged("CC3" + text[3:]) == NotACode(Flaw.NEWER)


def test_it_fits_a_code_that_a_phone_shows_large():
    from clienteling.codes.drawing import Medium, draw

    assert len(shown(NOW)) == turning.LENGTH
    assert draw(shown(NOW), Medium.PHONE).version == 8
