from datetime import UTC, date, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.codes import shape
from clienteling.codes.signed import CodeKey, read, sign
from clienteling.codes.values import (
    AnotherRetailer,
    Claim,
    Doubt,
    Expired,
    Fine,
    Flaw,
    Forged,
    NotACode,
    NotHere,
    Outcome,
    Revoked,
)

RETAILER = "c1e27e11"
GIULIA = "0190a5b2-7c11-7d3e-8f00-000000000001"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
NOW = int(datetime(2026, 3, 12, 10, tzinfo=UTC).timestamp() * 1000)
CLAIM = Claim(1, RETAILER, GIULIA, 1)
CODE = sign(KEY, CLAIM)
CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

claims = st.builds(
    Claim,
    key_number=st.just(1),
    retailer=st.just(RETAILER),
    customer_id=st.uuids().map(str),
    serial=st.integers(0, 2**24 - 1),
    expires_on=st.none() | st.dates(date(2026, 3, 12), date(2149, 6, 6)),
)


def our_key(retired_at: int | None = None) -> dict[int, CodeKey]:
    return {1: CodeKey(RETAILER, KEY.public_key().public_bytes_raw(), retired_at)}


def reading(
    text: str,
    keys: dict[int, CodeKey] | None = None,
    revoked: frozenset[tuple[str, int]] = frozenset(),
    known: frozenset[str] = frozenset({GIULIA}),
) -> Outcome:
    return read(
        text,
        our_key() if keys is None else keys,
        lambda customer_id, serial: (customer_id, serial) in revoked,
        NOW,
        known.__contains__,
    )


@given(claims)
@settings(max_examples=60, deadline=None)
def test_every_claim_comes_back_as_it_was_signed(claim):
    text = sign(KEY, claim)
    sealed = shape.find(text)
    assert isinstance(sealed, shape.Sealed)
    assert sealed.claim == claim
    assert reading(text, known=frozenset({claim.customer_id})) == Fine(claim.customer_id)


def test_it_is_151_characters_that_no_keyboard_layout_of_europe_moves():
    assert len(CODE) == shape.LENGTH == 151
    assert set(CODE) <= set(CHARACTERS) - set("QWYZ")


@given(st.integers(0, shape.LENGTH - 1), st.sampled_from(CHARACTERS))
@settings(max_examples=400, deadline=None)
def test_one_wrong_character_is_a_slip_and_not_a_forgery(position, character):
    slip = CODE[:position] + character + CODE[position + 1 :]
    if slip != CODE:
        assert isinstance(reading(slip), NotACode)


@given(st.integers(0, shape.LENGTH - 2))
@settings(max_examples=150, deadline=None)
def test_two_neighbours_swapped_are_a_slip(position):
    slip = CODE[:position] + CODE[position + 1] + CODE[position] + CODE[position + 2 :]
    assert reading(slip) == Fine(GIULIA) if slip == CODE else isinstance(reading(slip), NotACode)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", Flaw.FOREIGN),
        ("4006381333931", Flaw.FOREIGN),
        ("CC1", Flaw.FOREIGN),
        ("CCTV alla cassa", Flaw.FOREIGN),
        ("https://shop.example/c/", Flaw.FOREIGN),
        (CODE[:-1], Flaw.INCOMPLETE),
        (CODE[:60], Flaw.INCOMPLETE),
        (CODE[:-1] + ("0" if CODE[-1] != "0" else "1"), Flaw.MISREAD),
        (CODE[:80] + "Z" + CODE[81:], Flaw.MISREAD),
        ("CC3" + CODE[3:], Flaw.NEWER),
        ("CCA" + CODE[3:100], Flaw.NEWER),
    ],
)
def test_what_is_no_code_says_why(text, flaw):
    assert reading(text) == NotACode(flaw)


@pytest.mark.parametrize(
    "text",
    [
        CODE.lower(),
        CODE.swapcase(),
        f"HTTPS://SHOP.EXAMPLE/C/{CODE}",
        f"https://shop.example/c/{CODE.lower()}",
        f"https://shop.example/c?k={CODE}&utm=wallet",
        f"httpsç--shop.example-c-{CODE}",
        f"]Q1{CODE}\r",
        f"CC1{CODE}",
    ],
)
def test_it_is_found_in_either_case_bare_or_in_an_address(text):
    assert reading(text) == Fine(GIULIA)


def test_an_address_may_stand_around_it():
    assert sign(KEY, CLAIM, around="HTTPS://SHOP.EXAMPLE/C/") == f"HTTPS://SHOP.EXAMPLE/C/{CODE}"


def test_another_hand_s_signature_is_forged():
    assert reading(sign(STRANGER, CLAIM)) == Forged(Doubt.SIGNATURE)


def test_a_claim_changed_under_a_good_signature_is_forged():
    richer = Claim(1, RETAILER, "0190a5b2-7c11-7d3e-8f00-000000000002", 1)
    assert reading(shape.write(richer, KEY.sign(shape.message(CLAIM)))) == Forged(Doubt.SIGNATURE)


def test_a_key_that_is_not_here_is_not_believed():
    assert reading(sign(KEY, Claim(2, RETAILER, GIULIA, 1))) == Forged(Doubt.KEY_UNKNOWN)
    assert reading(CODE, keys={}) == Forged(Doubt.KEY_UNKNOWN)


def test_a_key_speaks_for_its_own_retailer_only():
    both = our_key() | {2: CodeKey("0badcafe", STRANGER.public_key().public_bytes_raw())}
    assert reading(sign(STRANGER, Claim(2, RETAILER, GIULIA, 1)), keys=both) == Forged(Doubt.KEY_UNKNOWN)


def test_another_retailer_s_code_is_told_apart_from_a_forged_one():
    assert reading(sign(STRANGER, Claim(1, "0badcafe", GIULIA, 1))) == AnotherRetailer("0badcafe")


def test_it_is_good_through_its_last_day_and_no_longer():
    today, yesterday = date(2026, 3, 12), date(2026, 3, 11)
    assert reading(sign(KEY, Claim(1, RETAILER, GIULIA, 1, today))) == Fine(GIULIA)
    assert reading(sign(KEY, Claim(1, RETAILER, GIULIA, 1, yesterday))) == Expired(GIULIA, yesterday)


def test_revoking_one_code_leaves_her_other_ones():
    revoked = frozenset({(GIULIA, 1)})
    assert reading(CODE, revoked=revoked) == Revoked(GIULIA)
    assert reading(sign(KEY, Claim(1, RETAILER, GIULIA, 2)), revoked=revoked) == Fine(GIULIA)


def test_revoked_is_said_before_expired():
    old = sign(KEY, Claim(1, RETAILER, GIULIA, 1, date(2020, 1, 1)))
    assert reading(old, revoked=frozenset({(GIULIA, 1)})) == Revoked(GIULIA)


def test_retiring_a_key_revokes_what_it_signed_from_that_moment():
    assert reading(CODE, keys=our_key(retired_at=NOW)) == Revoked(GIULIA)
    assert reading(CODE, keys=our_key(retired_at=NOW + 1)) == Fine(GIULIA)


def test_genuine_but_not_on_this_tablet():
    assert reading(CODE, known=frozenset()) == NotHere(GIULIA)
