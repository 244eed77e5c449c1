from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling.catalog.tables import variant
from clienteling.codes import turning
from clienteling.codes.signed import sign
from clienteling.codes.tables import code_key, code_revocation
from clienteling.codes.values import Claim, Doubt, Flaw
from clienteling.customers.tables import customer, identifier
from clienteling.scan.layouts import CALIBRATION_TEXT
from clienteling.scan.resolve import resolve
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import (
    CardShared,
    CardUnknown,
    CodeExpired,
    CodeForged,
    CodeOfAnotherRetailer,
    CodeRevoked,
    CodeStale,
    CodeUnreadable,
    ContactRead,
    CustomerFound,
    CustomerNotHere,
    FoundBy,
    HubCodeRead,
    LayoutIsWrong,
    NothingRead,
    ProductFound,
    ProductUnknown,
    ScanKind,
    ScanResult,
    Senseless,
    TextRead,
    WebAddressRead,
    WifiRead,
)
from clienteling.schema import metadata
from sync.address import Address
from sync.pairing_code import scanned

RETAILER = "c1e27e11"
GIULIA = "0190a5b2-7c11-7d3e-8f00-000000000001"
ELENA = "0190a5b2-7c11-7d3e-8f00-000000000002"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NOW = int(datetime(2026, 3, 12, 10, tzinfo=UTC).timestamp() * 1000)
CODE = sign(KEY, Claim(1, RETAILER, GIULIA, 1))
PAIRING = scanned(bytes(8), "ab" * 32, (Address("192.168.1.20", 7443),))
SECRET = bytes(16)
_, SIGNED = next(turning.days(KEY, Claim(1, RETAILER, GIULIA, 1), SECRET, date(2026, 3, 12), 1))
TURNED = turning.written(Claim(1, RETAILER, GIULIA, 1), SECRET, SIGNED, NOW - 300_000)
PUBLIC = KEY.public_key().public_bytes_raw().hex()


@pytest.fixture(scope="module")
def conn(tmp_path_factory):
    engine = sa.create_engine(f"sqlite:///{tmp_path_factory.mktemp('scan')}/replica.db")
    metadata.create_all(engine)
    with engine.begin() as connection:
        for statement in (
            code_key.insert().values(id="1", retailer=RETAILER, public_key=PUBLIC),
            code_revocation.insert().values(id=f"{GIULIA}/9", customer_id=GIULIA, serial=9),
            customer.insert().values(id=GIULIA, card_number="2900000012349"),
            customer.insert().values(id=ELENA, card_number="FID-77"),
            identifier.insert().values(id="i1", customer_id=ELENA, kind="card", value="12345678"),
            identifier.insert().values(id="i2", customer_id=GIULIA, kind="card", value="87654321"),
            identifier.insert().values(id="i3", customer_id=ELENA, kind="card", value="87654321"),
            identifier.insert().values(id="i4", customer_id=GIULIA, kind="phone", value="393331234567"),
            identifier.insert().values(id="i5", customer_id="gone", kind="card", value="55555554"),
            variant.insert().values(id="v39", product_id="p1", ean="8032089000017"),
            variant.insert().values(id="vus", product_id="p2", ean="036000291452"),
        ):
            connection.execute(statement)
        yield connection
    engine.dispose()


CASES: list[tuple[str, ScanResult]] = [
    (CODE, CustomerFound(GIULIA, FoundBy.CODE)),
    (f"https://shop.example/c/{CODE}", CustomerFound(GIULIA, FoundBy.CODE)),
    (sign(KEY, Claim(1, RETAILER, "0190a5b2-7c11-7d3e-8f00-000000000009", 1)),
     CustomerNotHere("0190a5b2-7c11-7d3e-8f00-000000000009")),
    (sign(KEY, Claim(1, RETAILER, GIULIA, 1, date(2026, 1, 31))), CodeExpired(GIULIA, date(2026, 1, 31))),
    (sign(KEY, Claim(1, RETAILER, GIULIA, 9)), CodeRevoked(GIULIA)),
    (TURNED, CodeStale(GIULIA, turning.step_at(NOW - 300_000), 300)),
    (sign(Ed25519PrivateKey.from_private_bytes(bytes(32)), Claim(1, RETAILER, GIULIA, 1)),
     CodeForged(Doubt.SIGNATURE)),
    (sign(KEY, Claim(1, "0badcafe", GIULIA, 1)), CodeOfAnotherRetailer("0badcafe")),
    (CODE[:-2], CodeUnreadable(Flaw.INCOMPLETE)),
    ("2900000012349", CustomerFound(GIULIA, FoundBy.CARD)),
    ("]C012345678", CustomerFound(ELENA, FoundBy.CARD)),
    ("fid-77", CustomerFound(ELENA, FoundBy.CARD)),
    ("87654321", CardShared("87654321", (GIULIA, ELENA))),
    ("2900000099999", CardUnknown("2900000099999")),
    ("55555554", CardUnknown("55555554")),
    ("393331234567", CardUnknown("393331234567")),
    ("]E08032089000017", ProductFound("p1", "v39", "8032089000017")),
    ("0036000291452", ProductFound("p2", "vus", "036000291452")),
    ("4006381333931", ProductUnknown("4006381333931")),
    ("42", TextRead("42")),
    ("0000", TextRead("0000")),
    ("Giulia", TextRead("Giulia")),
    ("Massimiliana Elisabetta Montecuccoli", TextRead("Massimiliana Elisabetta Montecuccoli")),
    ("d'Angiò", TextRead("d'Angiò")),
    ("giulia.ferraris.1984@posta.example", TextRead("giulia.ferraris.1984@posta.example")),
    ("%&$?^*{}!a", Senseless("%&$?^*{}!a")),
    ("ABC\x1d\x03123", Senseless("ABC\x1d\x03123")),
    ("A1" * 2_000, Senseless("A1" * 2_000)),
    (CODE[40:], Senseless(CODE[40:])),
    ("80012340003902900000001234", Senseless("80012340003902900000001234")),
    ("", NothingRead()),
    ("https://shop.example/", WebAddressRead("https://shop.example/")),
    ("WIFI:S:Ospiti;;", WifiRead("Ospiti")),
    ("tel:+39021234567", ContactRead("", "+39021234567", "")),
    (PAIRING, HubCodeRead()),
    ("httpsÖ--shop.example", LayoutIsWrong("httpsÖ--shop.example")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "result"), CASES, ids=[f"{r.kind}-{i}" for i, (_, r) in enumerate(CASES)])
def test_a_scan_means_what_the_shop_s_tables_say(conn, text, result):
    assert resolve(conn, text, NOW) == result


@pytest.mark.parametrize("symbology", [Symbology.CODE_39, Symbology.AZTEC, Symbology.PDF_417])
def test_a_card_of_another_loyalty_system_may_have_letters_where_it_was_printed(conn, symbology):
    assert resolve(conn, "COOP-778812", NOW, symbology) == CardUnknown("COOP-778812", symbology)
    assert resolve(conn, "COOP-778812", NOW) == TextRead("COOP-778812")


def test_every_kind_of_result_of_one_text_is_in_the_table():
    several = {ScanKind.CALIBRATION, ScanKind.SEVERAL}
    assert {result.kind for _, result in CASES} | several == set(ScanKind)


def test_the_calibration_code_is_no_customer(conn):
    assert resolve(conn, CALIBRATION_TEXT, NOW, Symbology.QR).kind is ScanKind.CALIBRATION
