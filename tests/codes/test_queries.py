from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling.codes.queries import judge
from clienteling.codes.signed import sign
from clienteling.codes.tables import code_key, code_revocation
from clienteling.codes.values import Claim, Expired, Fine, NotHere, Revoked
from clienteling.customers.tables import customer
from clienteling.schema import metadata

GIULIA = "0190a5b2-7c11-7d3e-8f00-000000000001"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
CLAIM = Claim(1, "c1e27e11", GIULIA, 3)
NOW = int(datetime(2026, 3, 12, 10, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def conn(tmp_path):
    engine = sa.create_engine(f"sqlite:///{tmp_path}/replica.db")
    metadata.create_all(engine)
    with engine.begin() as connection:
        public = KEY.public_key().public_bytes_raw().hex()
        connection.execute(code_key.insert().values(id="1", retailer="c1e27e11", public_key=public))
        yield connection
    engine.dispose()


def test_a_code_is_judged_by_the_tables(conn):
    assert judge(conn, sign(KEY, CLAIM), NOW) == NotHere(GIULIA)
    conn.execute(customer.insert().values(id=GIULIA))
    assert judge(conn, sign(KEY, CLAIM), NOW) == Fine(GIULIA)
    conn.execute(code_revocation.insert().values(id=f"{GIULIA}/3", customer_id=GIULIA, serial=3))
    assert judge(conn, sign(KEY, CLAIM), NOW) == Revoked(GIULIA)


def test_time_is_the_caller_s(conn):
    day = datetime(2026, 3, 11, tzinfo=UTC).date()
    text = sign(KEY, Claim(1, "c1e27e11", GIULIA, 3, day))
    assert judge(conn, text, NOW) == Expired(GIULIA, day)
    assert judge(conn, text, NOW - 86_400_000) == NotHere(GIULIA)
