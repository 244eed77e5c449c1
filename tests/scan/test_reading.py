import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.scan.layouts import CALIBRATION_TEXT, Calibration, Layout
from clienteling.scan.reading import (
    ContactCard,
    CustomerCode,
    Number,
    PlainText,
    WebAddress,
    WifiCode,
    WrongLayout,
    classify,
)
from clienteling.scan.symbology import Symbology

CODE = sign(
    Ed25519PrivateKey.from_private_bytes(bytes(range(32))),
    Claim(1, "c1e27e11", "0190a5b2-7c11-7d3e-8f00-000000000001", 1),
)
VCARD_LINES = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Conti;Elena",
    "TEL;TYPE=CELL:+39 333 1234567",
    "EMAIL:e@conti.example",
    "END:VCARD",
]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (CODE, CustomerCode(CODE)),
        (f"\x02]Q1{CODE}\r\n", CustomerCode(CODE)),
        (f"+Q1{CODE}", CustomerCode(CODE)),
        (CODE.lower(), CustomerCode(CODE.lower())),
        (CODE[:100], CustomerCode(CODE[:100])),
        (f"https://shop.example/c/{CODE}", CustomerCode(f"https://shop.example/c/{CODE}")),
        (f"httpsç--shop.example-c-{CODE}", CustomerCode(f"httpsç--shop.example-c-{CODE}")),
        ("]E08032089000017\t", Number("8032089000017", Symbology.EAN_13)),
        ("]C012345678", Number("12345678", Symbology.CODE_128)),
        ("]d20109504000059101211234\x1d10B7", Number("09504000059101", Symbology.EAN_13)),
        ("0109504000059102211234", Number("0109504000059102211234", Symbology.UNKNOWN)),
        ("2900000012345", Number("2900000012345", Symbology.UNKNOWN)),
        ("https://shop.example/scarpe?id=7", WebAddress("https://shop.example/scarpe?id=7")),
        ("www.shop.example", WebAddress("www.shop.example")),
        ("WIFI:T:WPA;S:Negozio\\;Ospiti;P:segreta;;", WifiCode("Negozio;Ospiti")),
        ("wifi:P:x;;", WifiCode("")),
        ("\r\n".join(VCARD_LINES), ContactCard("Elena Conti", "+39 333 1234567", "e@conti.example")),
        ("MECARD:N:Conti,Elena;TEL:+393331234567;;", ContactCard("Elena Conti", "+393331234567")),
        ("BEGIN:VCARD\nFN:Elena Conti\nEND:VCARD", ContactCard("Elena Conti")),
        ("tel:+393331234567", ContactCard(phone="+393331234567")),
        ("mailto:e@conti.example?subject=x", ContactCard(email="e@conti.example")),
        ("Tel", PlainText("Tel")),
        ("BEGIN:VEVENT", PlainText("BEGIN:VEVENT")),
        ("Giulia Ferraris", PlainText("Giulia Ferraris")),
        ("+39 333 1234567", PlainText("+39 333 1234567")),
        ("giulia@posta.example", PlainText("giulia@posta.example")),
        ("D'Amico", PlainText("D'Amico")),
        ("  \r\n", PlainText("")),
    ],
)
def test_a_text_is_known_by_its_look(text, reading):
    assert classify(text) == reading


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("httpsç--shop.example-scarpe_id'nuove", WebAddress("https://shop.example/scarpe?id-nuove")),
        ("https>&&shop.example&scarpe_id)7", WebAddress("https://shop.example/scarpe?id=7")),
        ("WIFIçTçWPAòSçOspitiòòò", WifiCode("Ospiti")),
        ("WIFI>T>WPA<S>Ospiti<<", WifiCode("Ospiti")),
    ],
)
def test_a_scanner_on_the_other_layout_is_repaired(typed, reading):
    assert classify(typed) == reading


@pytest.mark.parametrize("typed", ["httpsÖ--shop.example-x", "https%//shop.example", "WIFIÖTÖWPA"])
def test_a_layout_that_cannot_be_repaired_is_named(typed):
    assert classify(typed) == WrongLayout(typed)


def test_the_camera_s_word_for_the_symbology_counts_before_a_prefix():
    assert classify("8032089000017", Symbology.EAN_13) == Number("8032089000017", Symbology.EAN_13)


@pytest.mark.parametrize(
    ("typed", "calibration"),
    [
        (CALIBRATION_TEXT, Calibration(Layout.US, caps_lock=False)),
        (CALIBRATION_TEXT.swapcase(), Calibration(Layout.US, caps_lock=True)),
        (
            "SETUPaqwzymAQWZYM0123456789\\'ìè+ùòà-|\"£&/()=?^é*§ç°;:_",
            Calibration(Layout.ITALIAN, caps_lock=False),
        ),
        ("SETUPaqwyzmAQWYZM0123456789^ßü+#öä-°", Calibration(Layout.GERMAN, caps_lock=False)),
        ("SETUPqazwy,QAZWY?à&é", Calibration(Layout.FRENCH, caps_lock=False)),
        ("SETUPaqwzymAQWZYM0123456789??", Calibration(None, caps_lock=False)),
        ("SETUPxxxxxxxxxxxxxxx", Calibration(None, caps_lock=False)),
    ],
)
def test_the_calibration_code_tells_the_layout_that_the_scanner_meets(typed, calibration):
    assert classify(typed) == calibration


def test_only_a_us_layout_without_caps_lock_agrees():
    assert Calibration(Layout.US, caps_lock=False).agree
    assert not Calibration(Layout.US, caps_lock=True).agree
    assert not Calibration(Layout.ITALIAN, caps_lock=False).agree


def test_a_word_that_begins_like_the_calibration_code_is_a_word():
    assert classify("Setup") == PlainText("Setup")


@given(st.text(max_size=60))
def test_no_text_is_too_strange_to_be_classified(text):
    assert classify(text) is not None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("SETUPaqwyzmAQWYZM0123456789^ßü+#öä-°", {"z": "y", "y": "z", "Z": "Y", "Y": "Z"}),
        (
            "SETUPqazwy,QAZWY?à&é\"'(-è_ç",
            dict(zip("qazw,QAZW?à&é\"'(-è_ç", "aqwzmAQWZM0123456789", strict=True)),
        ),
        (CALIBRATION_TEXT, {}),
        ("SETUPxxxxxxxxxxxxxxxxxxxxxxxx", {}),
    ],
    ids=["German", "French", "the same", "nonsense"],
)
def test_what_arrives_tells_how_to_put_it_right(typed, meant):
    found = classify(typed)
    assert isinstance(found, Calibration)
    assert dict(found.repair) == meant
