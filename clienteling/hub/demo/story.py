"""Steps 1 to 3 of the story, played against a running hub over the real wire.

The advert and the chat are signed webhooks as Meta sends them; the website is the official
`segment-analytics-python` package with only its host changed. Played twice on one day, the second time
changes nothing: every message has an id of its own.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from clienteling.hub.connectors.meta.hook import sign
from clienteling.hub.demo import house as houses
from clienteling.hub.demo.dice import ZONE
from clienteling.hub.demo.giulia import GIULIA
from clienteling.hub.intake.webhook_routes import PATH
from clienteling.hub.settings import HubSettings

ADVERT_TITLE = "Stringate d'autunno"
ADVERT_ID = "120208841120038"
SHOES = "nora"
QUESTION = "Buonasera! Quanto costano le stringate Nora? C'è il nero in 39?"
ANSWER = "Buonasera Giulia, 159 €. Sì: gliene teniamo da parte un paio, nere in 39, fino a sabato."
SIGNED = "Sara, assistenza clienti"
PATIENCE_S = 30


class StoryStopped(Exception):
    """The hub, or the website's package, did not do its part."""


def play_advert_and_chat(base_url: str, settings: HubSettings, now: int) -> None:
    """Steps 1 and 2, on the evening before: she taps the advert, asks, and the shop promises."""
    day = evening_before(now)
    stamp = f"{GIULIA.page_scoped_id}-{day:%Y%m%d}"
    page = houses.read().page_id
    hers = {"sender": {"id": GIULIA.page_scoped_id}, "recipient": {"id": page}}
    ours = {"sender": {"id": page}, "recipient": {"id": GIULIA.page_scoped_id}}
    referral = {
        "ref": SHOES,
        "source": "ADS",
        "type": "OPEN_THREAD",
        "ad_id": ADVERT_ID,
        "ads_context_data": {"ad_title": ADVERT_TITLE, "product_id": SHOES},
    }
    answer = {"mid": f"m_{stamp}-2", "text": ANSWER, "is_echo": True, "metadata": SIGNED}
    for items in (
        [{**hers, "timestamp": _millis(day, 20, 41), "referral": referral}],
        [{**hers, "timestamp": _millis(day, 20, 43), "message": {"mid": f"m_{stamp}-1", "text": QUESTION}}],
        [{**ours, "timestamp": _millis(day, 20, 47), "message": answer}],
    ):
        entry = {"id": page, "time": now, "messaging": items}
        _post_webhook(base_url, settings, {"object": "page", "entry": [entry]})


def play_web(base_url: str, settings: HubSettings, now: int) -> None:
    """Step 3: she signs in on the website, looks at the shoes twice, and leaves a bag in the basket.

    In a process of its own, which trusts the hub's certificate and nothing else.
    """
    with certificate_of(settings) as certificate:
        site = subprocess.run(
            [sys.executable, "-m", "clienteling.hub.demo.website", base_url, str(now)],
            env={
                **os.environ,
                "REQUESTS_CA_BUNDLE": str(certificate),
                "NO_PROXY": "*",
                "SERVER_KEY": settings.source("web").said.server_key,
            },
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    if site.returncode != 0:
        raise StoryStopped(f"the website could not reach the hub: {site.stderr.strip()}")


def evening_before(now: int) -> date:
    return datetime.fromtimestamp(now / 1000, ZONE).date() - timedelta(days=1)


def moment(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE)


def _millis(day: date, hour: int, minute: int) -> int:
    return int(moment(day, hour, minute).timestamp() * 1000)


def _post_webhook(base_url: str, settings: HubSettings, webhook: Mapping[str, Any]) -> None:
    import requests

    body = msgspec.json.encode(webhook)
    headers = {
        "content-type": "application/json",
        "x-hub-signature-256": sign(body, settings.source("meta").said.app_secret),
    }
    with certificate_of(settings) as certificate, requests.Session() as session:
        session.trust_env = False  # a proxy of this machine knows no hub on it
        answer = session.post(
            f"{base_url}{PATH}/meta", data=body, headers=headers, verify=str(certificate), timeout=PATIENCE_S
        )
    if answer.status_code != requests.codes.ok:
        raise StoryStopped(f"the hub refused the chat: {answer.text}")


@contextmanager
def certificate_of(settings: HubSettings) -> Iterator[Path]:
    """The hub's certificate in a file of its own, without the key that stands beside it."""
    certificate = x509.load_pem_x509_certificate(settings.identity.read_bytes())
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory) / "hub.pem"
        file.write_bytes(certificate.public_bytes(Encoding.PEM))
        yield file
