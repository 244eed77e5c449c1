"""The story's first three steps on the real wire: the hub's process, its TLS, the official package."""

import time
from datetime import date
from pathlib import Path

import pytest
import requests
import sqlalchemy as sa
from segment.analytics import request as segment_request
from segment.analytics.client import Client

from clienteling.demo.chain import Chain
from clienteling.hub import settings
from clienteling.hub.app import create_hub
from clienteling.hub.demo import story
from clienteling.hub.demo.giulia import GIULIA
from clienteling.hub.intake.tables import raw_payload
from clienteling.promises.tables import promise
from clienteling.timeline.tables import event

WITHIN_S = 60.0
pytestmark = pytest.mark.slow


class Running:
    def __init__(self, folder: Path) -> None:
        self.chain = Chain(folder)
        self.printed = self.chain.command("load-demo")
        self.settings = settings.load(self.chain.data)
        self.url = self.chain.start().url
        self.house = create_hub(self.settings)
        self.now = self.house.now()

    def kinds(self) -> list[str]:
        """What Giulia did, oldest first."""
        with self.house.store.read() as conn:
            hers = sa.select(event.c.kind).where(event.c.customer_id == GIULIA.id)
            return list(conn.scalars(hers.order_by(event.c.at, event.c.id)))

    def until(self, count: int) -> list[str]:
        deadline = time.monotonic() + WITHIN_S
        while len(self.kinds()) < count:
            assert time.monotonic() < deadline, self.kinds()
            time.sleep(0.02)
        return self.kinds()

    def close(self) -> None:
        self.house.close()
        self.chain.stop()


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    running = Running(tmp_path_factory.mktemp("story"))
    yield running
    running.close()


def test_the_command_prints_who_signs_in_with_which_pin(running):
    assert "Sofia Marchetti" in running.printed
    assert "PIN 2580" in running.printed
    assert "nothing was changed" in running.chain.command("load-demo")


def test_advert_chat_and_website_end_on_her_timeline_once(running):
    for _ in range(2):
        story.play_advert_and_chat(running.url, running.settings, running.now)
        story.play_web(running.url, running.settings, running.now)
    assert running.until(10) == [
        "ordered",
        "advert_tapped",
        "message_in",
        "message_out",
        "page_viewed",
        "page_viewed",
        "product_viewed",
        "product_viewed",
        "product_viewed",
        "basket_added",
    ]
    with running.house.store.read() as conn:
        (hold,) = conn.execute(sa.select(promise).where(promise.c.customer_id == GIULIA.id)).all()
        waiting = conn.scalar(
            sa.select(sa.func.count()).select_from(raw_payload).where(raw_payload.c.state == "waiting")
        )
    assert waiting == 0
    assert (hold.variant_id, hold.store_id) == ("nora-black-39", "milano-brera")
    assert hold.made_by_name == story.SIGNED
    saturday = date.fromisoformat(hold.due_on)
    assert saturday.weekday() == 5
    assert 0 < (saturday - story.evening_before(running.now)).days <= 7


def test_the_official_package_sends_gzip_too(running, monkeypatch):
    before = len(running.kinds())
    with story.certificate_of(running.settings) as certificate:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        client = Client(
            running.settings.source("web").said.write_key, host=running.url, gzip=True, sync_mode=True
        )
        client.page(user_id=GIULIA.web_user, name="Borse")
        segment_request._session.close()
    assert running.until(before + 1)[-1] == "page_viewed"


def test_an_unknown_write_key_ends_the_official_package_at_once_with_a_reason(running, monkeypatch):
    with story.certificate_of(running.settings) as certificate:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        client = Client("wrong", host=running.url, sync_mode=True, max_retries=3)
        with pytest.raises(segment_request.APIError) as refused:
            client.page(user_id="u", name="Borse")
        segment_request._session.close()
    assert (refused.value.status, refused.value.code) == (401, "unauthenticated")


def test_the_hub_answers_a_webhook_long_before_meta_gives_up(running):
    body = b'{"object":"page","entry":[]}'
    headers = {"x-hub-signature-256": story.sign(body, running.settings.source("meta").said.app_secret)}
    with story.certificate_of(running.settings) as certificate:
        answer = requests.post(
            f"{running.url}/webhooks/meta", data=body, headers=headers, verify=str(certificate), timeout=10
        )
    assert answer.status_code == 200
    assert answer.elapsed.total_seconds() < 5
