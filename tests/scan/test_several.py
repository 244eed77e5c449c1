"""Several codes at once: one meaning opens, two ask."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling.catalog.tables import variant
from clienteling.codes.signed import sign
from clienteling.codes.tables import code_key
from clienteling.codes.values import Claim
from clienteling.customers.tables import customer
from clienteling.scan.several import resolve_all
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import (
    CustomerFound,
    FoundBy,
    NothingRead,
    ProductFound,
    SeveralRead,
    WebAddressRead,
)
from clienteling.schema import metadata

RETAILER = "c1e27e11"
GIULIA, ELENA = (f"0190a5b2-7c11-7d3e-8f00-00000000000{n}" for n in (1, 2))
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NOW = int(datetime(2026, 3, 12, 10, tzinfo=UTC).timestamp() * 1000)
HERS, ELENAS = (sign(KEY, Claim(1, RETAILER, her, 1)) for her in (GIULIA, ELENA))
CARD, SHOES, BAG, WEB = "2900000012349", "8032089000017", "4006381333931", "https://example.com"


@pytest.fixture(scope="module")
def conn(tmp_path_factory):
    engine = sa.create_engine(f"sqlite:///{tmp_path_factory.mktemp('several')}/replica.db")
    metadata.create_all(engine)
    public = KEY.public_key().public_bytes_raw().hex()
    with engine.begin() as connection:
        connection.execute(code_key.insert().values(id="1", retailer=RETAILER, public_key=public))
        connection.execute(customer.insert().values(id=GIULIA, card_number=CARD))
        connection.execute(customer.insert().values(id=ELENA))
        for name, ean in (("shoes", SHOES), ("bag", BAG)):
            connection.execute(variant.insert().values(id=f"{name}-1", product_id=name, ean=ean))
        yield connection
    engine.dispose()


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        ([HERS, CARD], CustomerFound(GIULIA, FoundBy.CODE)),
        ([WEB, SHOES, "2900000099999"], ProductFound("shoes", "shoes-1", SHOES)),
        ([WEB, "ciao"], WebAddressRead(WEB)),
        ([], NothingRead()),
    ],
)
def test_what_means_one_thing_asks_nothing(conn, texts, meant):
    assert resolve_all(conn, [(text, Symbology.UNKNOWN) for text in texts], NOW) == meant


@pytest.mark.parametrize("texts", [[HERS, ELENAS], [HERS, WEB, ELENAS, CARD], [SHOES, BAG]])
def test_two_that_open_something_ask_which(conn, texts):
    several = resolve_all(conn, [(text, Symbology.UNKNOWN) for text in texts], NOW)
    assert isinstance(several, SeveralRead)
    assert len(several.openings) == 2
