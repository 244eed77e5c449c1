"""Help desk and telephones at a real hub process: polled, heard on the exchange's line, answered over TLS."""

import pytest
import requests

from clienteling.hub import settings as hub_settings
from clienteling.timeline.tables import event
from sync.device.trusted.pinning import Pin
from tests.hub.connectors.exchange import call_in
from tests.hub.little_house import email, link, rows
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.test_fuzzed import PinnedAdapter
from tests.hub.sources.fake_desks import FakeZendesk
from tests.hub.sources.fake_exchange import PASSWORD, FakeExchange
from tests.hub.sources.fake_shop import FakeShop

GIULIA = "0190a000-0000-7000-8000-00000000000c"
SETTINGS = """
[sources.care]
kind = "zendesk"
address = "{desk}"
email = "agent@example.org"
token = "t0ken"

[sources.shop]
kind = "asterisk"
host = "127.0.0.1"
port = {port}
username = "clienteling"
password = "{password}"

[sources.phones]
kind = "threecx"
secret = "s3cret"
language = "en"
"""


@pytest.fixture
def desk():
    with FakeShop() as server:
        desk = server.answer = FakeZendesk()
        person = {"id": 7, "role": "end-user", "name": "Giulia Rossi", "email": "giulia@example.com"}
        at = "2020-11-20T10:00:00Z"
        desk.users = [{**person, "verified": True, "updated_at": at}]
        ticket = {"id": 141, "requester_id": 7, "subject": "Tacco rotto", "status": "open"}
        desk.tickets = [{**ticket, "created_at": at, "updated_at": at}]
        yield server


@pytest.fixture
def exchange():
    exchange = FakeExchange()
    yield exchange
    exchange.close()


@pytest.fixture
def hub(tmp_path, desk, exchange):
    said = SETTINGS.format(desk=desk.url, port=exchange.port, password=PASSWORD)
    (tmp_path / hub_settings.FILE).write_text(said)
    process = HubProcess(tmp_path)
    with process.house.store.write() as writer:
        names = {"given_name": "Giulia", "family_name": "Rossi", "phone": "+393331234567"}
        writer.insert("customer", {"id": GIULIA, **names})
    link(process.house.store, GIULIA, email("giulia@example.com"))
    process.start()
    yield process
    process.close()


def test_a_ticket_and_a_call_are_on_her_timeline_and_the_telephone_knows_her(hub, exchange):
    exchange.tell(call_in())
    store = hub.house.store
    until(lambda: len(rows(store, event)) == 2)
    assert {(row.customer_id, row.source, row.kind) for row in rows(store, event)} == {
        (GIULIA, "zendesk:care", "ticket_opened"),
        (GIULIA, "asterisk:shop", "call_in"),
    }
    with requests.Session() as phone:
        phone.trust_env = phone.verify = False
        phone.mount("https://", PinnedAdapter(Pin(hub.fingerprint)))
        place = f"https://{hub.address}/webhooks/phones/s3cret"
        template = phone.get(f"{place}/template.xml", timeout=10)
        assert f'Default="{place}"' in template.text
        answer = phone.get(f"{place}/lookup?number=%2B393331234567", timeout=10)
        assert answer.json()["contact"]["last_name"] == "Rossi"
    assert "3331234567" not in hub.log.read_text()


def test_a_hub_stops_though_the_exchange_says_nothing(hub, exchange):
    exchange.logged_in()
    assert hub.stop() == 0
