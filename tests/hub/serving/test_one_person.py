"""Her story by way of a shop on WooCommerce, Meta and the website, all at once, at a real hub process.

On the tablet that is paired with it she is one person: every channel in her thread, and why she comes.
"""

import threading
import time
from collections.abc import Iterator

import msgspec
import pytest
import requests

from clienteling.card.compose import customer_card
from clienteling.consents.values import How, Purpose
from clienteling.customers.aliases import her
from clienteling.customers.tables import customer
from clienteling.hub import settings as hub_settings
from clienteling.hub.connectors.meta.hook import sign as metas_sign
from clienteling.hub.connectors.woocommerce.signature import sign as woos_sign
from clienteling.hub.identity.tables import stranger, waiting_event
from clienteling.timeline.queries import page
from clienteling.vocabulary import Channel
from clienteling.wording import Wording
from sync.device.trusted.pinning import Pin
from tests.hub.little_house import chat, email, link
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.test_fuzzed import PinnedAdapter
from tests.hub.sources.fake_shop import FakeShop
from tests.hub.sources.fake_woocommerce import KEY, SECRET, Fake

GIULIA = "0190a000-0000-7000-8000-00000000000c"
MAIL = "giulia.ferraris@example.org"
HOUR_MS = 3_600_000
SETTINGS = """
[sources.shop]
kind = "woocommerce"
url = "{shop}"
consumer_key = "{key}"
consumer_secret = "{secret}"
webhook_secret = "whs"
trust_email = true

[sources.web]
kind = "segment"
write_key = "wk"
server_key = "sk"

[sources.meta]
kind = "meta"
app_secret = "app-secret"
verify_token = "token"
page_name = "Sara, assistenza clienti"
"""
ACCOUNT = {
    "id": 71,
    "email": "Giulia.Ferraris@example.org",
    "first_name": "Giulia",
    "last_name": "Ferraris",
    "role": "customer",
    "date_created_gmt": "2024-11-01T08:00:00",
    "date_modified_gmt": "2024-11-20T08:00:00",
}
ORDER = {
    "id": 501,
    "number": "2024-501",
    "status": "completed",
    "customer_id": 71,
    "total": "89.00",
    "currency": "EUR",
    "date_created_gmt": "2024-11-10T10:00:00",
    "date_modified_gmt": "2024-11-12T10:00:00",
    "date_completed_gmt": "2024-11-12T10:00:00",
    "shipping_lines": [{"method_title": "Corriere"}],
    "line_items": [{"name": "Borsa Tracolla Alba", "sku": "ALBA-TAN", "quantity": 1, "total": "89.00"}],
}
SHOES = {"name": "Stringata Nora", "sku": "NORA-BLACK-39", "price": 159}
STORY = sorted(
    (
        "Annuncio «Stringate d'autunno»",
        "Ha chiesto prezzo e nero, numero 39",
        "Ha guardato le stringate nere 2 volte",
        "Ha messo la borsa cuoio nel carrello e non ha comprato",
        "Ordine online: Borsa Tracolla Alba, €\N{NO-BREAK SPACE}89",
        "Spedito: la borsa cuoio",
    )
)
"""As her thread tells it, without what she agreed to in the shop."""
BAG = {"name": "Borsa Tracolla Alba", "sku": "ALBA-TAN", "price": 89}


@pytest.fixture
def shop() -> Iterator[FakeShop]:
    with FakeShop() as shop:
        shop.answer = Fake(shop, customers=[ACCOUNT], orders=[ORDER])
        yield shop


@pytest.fixture
def hub(tmp_path, shop) -> Iterator[HubProcess]:
    (tmp_path / hub_settings.FILE).write_text(SETTINGS.format(shop=shop.url, key=KEY, secret=SECRET))
    process = HubProcess(tmp_path)
    _furnish(process)
    process.start()
    yield process
    process.close()


def _furnish(hub: HubProcess) -> None:
    """The shop knows her: her address, which she has checked, and her chat on the shop's page."""
    with hub.house.store.write() as writer:
        for product_id, name, sku, colour, size in (
            ("nora", "Stringata Nora", "NORA-BLACK-39", "black", "39"),
            ("alba", "Borsa Tracolla Alba", "ALBA-TAN", "tan", ""),
        ):
            writer.insert("product", {"id": product_id, "name": name, "keywords": ["scarpa", "borsa"]})
            where = {"id": sku.lower(), "product_id": product_id, "sku": sku}
            writer.insert("variant", where | {"colour": colour, "size": size})
        known = {"given_name": "Giulia", "family_name": "Ferraris", "home_store_id": "milano", "email": MAIL}
        writer.insert("customer", {"id": GIULIA, **known})
        for purpose in (Purpose.SERVICE, Purpose.PROFILING):
            agreed = {"purpose": purpose.value, "granted": True, "how": How.SIGNED.value, "at": writer.now}
            writer.insert("consent", {"customer_id": GIULIA, **agreed})
    link(hub.house.store, GIULIA, email(MAIL))
    link(hub.house.store, GIULIA, chat("7001"))


def chatted(now: int) -> list[dict]:
    hers = {"sender": {"id": "7001"}, "recipient": {"id": "9001"}}
    ours = {"sender": {"id": "9001"}, "recipient": {"id": "7001"}}
    advert = {"ad_title": "Stringate d'autunno", "product_id": "nora"}
    referral = {"ref": "nora", "source": "ADS", "type": "OPEN_THREAD", "ads_context_data": advert}
    said = {"mid": "m2", "is_echo": True, "text": "Sì! Gliele teniamo da parte fino a sabato."}
    items = (
        {**hers, "referral": referral},
        {**hers, "message": {"mid": "m1", "text": "Quanto costano le stringate Nora? Nere in 39?"}},
        {**ours, "message": said},
    )
    return [
        {"object": "page", "entry": [{"id": "9001", "time": now, "messaging": [item | {"timestamp": at}]}]}
        for at, item in enumerate(items, now - 20 * HOUR_MS)
    ]


def browsed() -> list[dict]:
    """What her device did before she signed in is hers from then on."""
    device = {"anonymousId": "her-telephone"}
    tracked = (("Product Viewed", SHOES), ("Product Viewed", SHOES), ("Product Added", BAG))
    seen = [
        {**device, "type": "track", "messageId": f"w{n}", "event": name, "properties": what}
        for n, (name, what) in enumerate(tracked)
    ]
    who = {"type": "identify", "messageId": "w9", "userId": "u-1", "traits": {"email": MAIL}}
    return [*seen, {**device, **who}]


class Sender:
    """One source's deliveries, in an order of its own, each of them twice."""

    def __init__(self, hub: HubProcess, backwards: bool) -> None:
        self._hub = hub
        self._backwards = backwards

    def meta(self) -> Iterator[requests.Response]:
        for said in self._turned(chatted(int(time.time() * 1000))):
            body = msgspec.json.encode(said)
            yield self._post("webhooks/meta", body, {"x-hub-signature-256": metas_sign(body, "app-secret")})

    def shop(self) -> Iterator[requests.Response]:
        for topic, said in self._turned([("customer.updated", ACCOUNT), ("order.updated", ORDER)]):
            body = msgspec.json.encode(said)
            signed = {"x-wc-webhook-topic": topic, "x-wc-webhook-signature": woos_sign(body, "whs")}
            yield self._post("webhooks/shop", body, signed)

    def web(self) -> Iterator[requests.Response]:
        for said in self._turned(browsed()):
            yield self._post("v1/batch", msgspec.json.encode({"batch": [said]}), auth=("sk", ""))

    def _turned(self, some: list) -> list:
        once = some[::-1] if self._backwards else some
        return [*once, *once]

    def _post(self, place: str, body: bytes, headers: dict | None = None, auth=None) -> requests.Response:
        with requests.Session() as one:
            one.trust_env = one.verify = False
            one.mount("https://", PinnedAdapter(Pin(self._hub.fingerprint)))
            address = f"https://{self._hub.address}/{place}"
            return one.post(address, data=body, headers=headers, auth=auth, timeout=30)


def at_once(*senders: Iterator[requests.Response]) -> list[int]:
    """Each in a thread of its own, begun together. The answers."""
    together, answers = threading.Barrier(len(senders)), []

    def send(sender: Iterator[requests.Response]) -> None:
        together.wait(30)
        answers.extend(answer.status_code for answer in sender)

    threads = [threading.Thread(target=send, args=(sender,)) for sender in senders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.parametrize("backwards", [False, True], ids=["in order", "backwards"])
def test_what_three_sources_tell_at_once_is_one_persons_on_the_tablet(hub, paired, backwards):
    tablet = paired(hub, "one")
    sender = Sender(hub, backwards)
    answers = at_once(sender.meta(), sender.shop(), sender.web())
    assert set(answers) == {200}
    until(lambda: thread_of(tablet) == STORY)
    with tablet.replica.read() as conn:
        everybody = conn.scalars(customer.select().with_only_columns(customer.c.id))
        assert {her(conn, each).id for each in everybody} == {GIULIA}
        now, wording = int(time.time() * 1000), Wording("it")
        card = customer_card(conn, GIULIA, store_id="milano", associate_id="", now=now, wording=wording)
    (hold,) = card.promises
    assert (hold.variant_id, hold.channel) == ("nora-black-39", "messenger")
    assert card.handover is not None
    assert (card.handover.product_id, card.handover.promise_id) == ("nora", hold.id)
    assert {item.product_id for item in card.shelf} >= {"alba", "nora"}
    with hub.house.store.read() as conn:
        assert not any(conn.execute(table.select()).all() for table in (stranger, waiting_event))


def thread_of(tablet) -> list[str]:
    with tablet.replica.read() as conn:
        if conn.execute(customer.select().where(customer.c.id == GIULIA)).first() is None:
            return []
        shown = page(conn, GIULIA, limit=50, wording=Wording("it"), associate_id="")
        return sorted(entry.title for entry in shown if entry.channel is not Channel.SHOP)
