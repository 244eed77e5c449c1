"""Names that hurt, from a shop's webhook to what leaves the hub again."""

import msgspec
import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.hub.app import create_hub
from clienteling.hub.intake.worker import Intake
from clienteling.hub.privacy.file.making import make_file
from clienteling.hub.settings import load
from clienteling.spreadsheet import csv_of
from tests.hub.intake.conftest import keyed
from tests.hub.little_house import settled

SHOP = """
[sources.shop]
kind = "woocommerce"
url = "https://shop.example.org"
consumer_key = "ck_invented"
consumer_secret = "cs_invented"
"""
NAMES = (
    "Zoë 👠",
    "👩‍👩‍👧",
    "שרה",
    "مريم",
    "<b onmouseover=alert(1)>Eva</b>",
    '=HYPERLINK("http://x")',
    "@Sum(A1)",
)


@pytest.fixture
def hub(tmp_path):
    settled(tmp_path)
    with (tmp_path / "hub.toml").open("a") as file:
        file.write(SHOP)
    hub = create_hub(load(tmp_path))
    yield hub
    hub.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_as_it_was_told_and_hurts_nobody(hub, tmp_path, name):
    intake = Intake(hub.store, hub.settings.sources, keyed)
    told = {"id": 7, "email": "eva@example.org", "first_name": name, "last_name": "Prova", "role": "customer"}
    stamp = "2026-11-20T10:00:00"
    said = told | {"date_created_gmt": stamp, "date_modified_gmt": stamp}
    intake.keep("woocommerce:shop", "customer.updated", msgspec.json.encode(said))
    intake.work()
    intake.close()
    with hub.store.read() as conn:
        her = conn.execute(sa.select(customer)).one()
    assert her.given_name == name
    made = make_file(hub, her.id, tmp_path / "out")
    carried = msgspec.json.decode(made.to_carry.read_bytes())
    assert carried["records"]["customer"][0]["given_name"] == name
    assert made.to_read.read_bytes().startswith(b"%PDF")
    cell = csv_of([(her.given_name,)]).removeprefix("\ufeff").strip().strip('"')
    assert not cell.startswith(("=", "@"))
