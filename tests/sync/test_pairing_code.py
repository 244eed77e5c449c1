import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.address import Address
from sync.pairing_code import PREFIX, PairingCode, Problem, read, scanned, typed

ALPHANUMERIC = set(string.digits + string.ascii_uppercase + " $%*+-./:")
ADDRESSES = (Address("192.168.1.20", 7443), Address("fe80::1", 7443), Address("hub.example.org", 7443))
SECRET = bytes.fromhex("00ff00ff12345678")
FINGERPRINT = "ab" * 32
TYPED = typed(SECRET, FINGERPRINT)

secrets = st.binary(min_size=8, max_size=8)
fingerprints = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(secrets, fingerprints)
def test_what_is_scanned_is_what_was_shown(secret, fingerprint):
    code = scanned(secret, fingerprint, ADDRESSES)
    assert set(code) <= ALPHANUMERIC
    assert read(code) == PairingCode(secret, fingerprint[:32], ADDRESSES)


@given(secrets, fingerprints)
def test_what_is_typed_is_what_was_shown(secret, fingerprint):
    code = typed(secret, fingerprint)
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4, 4]
    assert read(code) == PairingCode(secret, fingerprint[:5])


@pytest.mark.parametrize(
    "text",
    [
        f"192.168.1.20 {TYPED}",
        f"192.168.1.20:7443 {TYPED.lower()}",
        f"  192.168.1.20:7443\n{TYPED.replace('-', ' ')} ",
        f"192.168.1.20 {TYPED.replace('0', 'O').replace('1', 'l')}",
    ],
)
def test_people_type_as_they_like(text):
    assert read(text) == PairingCode(SECRET, FINGERPRINT[:5], ADDRESSES[:1])


def test_a_code_read_by_hand_from_the_screen_may_be_broken_into_lines():
    code = scanned(SECRET, FINGERPRINT, ADDRESSES).lower()
    assert read(f"{code[:30]}\n{code[30:]}") == PairingCode(SECRET, FINGERPRINT[:32], ADDRESSES)


@given(st.integers(0, 19), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_character_is_always_found(place, letter):
    letters = TYPED.replace("-", "")
    wrong = letters[:place] + letter + letters[place + 1 :]
    if wrong != letters:
        assert read(wrong) is Problem.MISTYPED


@given(st.integers(0, 18))
def test_two_characters_changed_over_are_always_found(place):
    letters = TYPED.replace("-", "")
    wrong = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    if wrong != letters:
        assert read(wrong) is Problem.MISTYPED


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem.EMPTY),
        (" \n", Problem.EMPTY),
        ("https://example.org/shoes", Problem.BAD_ADDRESS),
        ("WIFI:T:WPA;S:Shop;P:password;;", Problem.BAD_ADDRESS),
        ("8001234567890123456789012", Problem.NOT_A_PAIRING_CODE),
        ("buongiorno!", Problem.NOT_A_PAIRING_CODE),
        (TYPED[:-1], Problem.INCOMPLETE),
        ("192.168.1.20", Problem.INCOMPLETE),
        (f"192.168.1.2000 {TYPED}", Problem.BAD_ADDRESS),
        (f"hub:70000 {TYPED}", Problem.BAD_ADDRESS),
        ("PAIR2ABCDEFGH", Problem.NEWER_VERSION),
        ("PAIRING", Problem.NOT_A_PAIRING_CODE),
        (PREFIX, Problem.MISTYPED),
        (scanned(SECRET, FINGERPRINT, ADDRESSES)[:-1], Problem.MISTYPED),
        (scanned(SECRET, FINGERPRINT, ADDRESSES) + "!", Problem.MISTYPED),
        (scanned(SECRET, FINGERPRINT, ADDRESSES).replace("PAIR1", "PAIR1U"), Problem.MISTYPED),
    ],
)
def test_each_mistake_has_its_own_name(text, problem):
    assert read(text) is problem


@given(st.text(max_size=120))
def test_no_text_whatever_breaks_the_reader(text):
    assert isinstance(read(text), PairingCode | Problem)
    assert isinstance(read(f"PAIR1{text}"), PairingCode | Problem)


@given(st.binary(max_size=80))
def test_no_checked_payload_whatever_breaks_the_reader(payload):
    import binascii

    from sync import base32

    code = PREFIX + base32.encode(payload + binascii.crc_hqx(payload, 0).to_bytes(2))
    assert isinstance(read(code), PairingCode | Problem)
