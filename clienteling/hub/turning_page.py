"""The page that shows a customer's own turning code on her phone: one file, which needs no network."""

import html
import json
import secrets
from datetime import date
from pathlib import Path

from clienteling import catalogues, resources
from clienteling.codes import shape, turning
from clienteling.codes.values import Claim
from clienteling.customers.values import Customer
from clienteling.hub.code_keys import SigningKey
from clienteling.wording import Wording
from sync.private_file import write_private

SECRET_BYTES = 16
ABROAD = "en"
"""For whom there are no words in her own language."""
_EPOCH = date(1970, 1, 1)


def save(path: Path, her: Customer, key: SigningKey, serial: int, *, first: date, days: int) -> None:
    """For so many days from the first. Its secret stands in the page alone: the hub keeps none."""
    write_private(path, page(her, key, serial, first=first, days=days).encode())


def page(her: Customer, key: SigningKey, serial: int, *, first: date, days: int) -> str:
    claim = Claim(key.number, key.retailer, her.id, serial)
    secret = secrets.token_bytes(SECRET_BYTES)
    signed = turning.days(key.private, claim, secret, first, days)
    wording = Wording(her.language if her.language in catalogues.languages() else ABROAD)
    told = {
        "claim": shape.pack(claim)[:-2].hex(),
        "secret": secret.hex(),
        "firstDay": (first - _EPOCH).days,
        "signatures": [signature.hex() for _, signature in signed],
        "over": wording.say("This page is over: the shop makes a new one."),
    }
    return _filled(
        resources.path("codes", "turning.html").read_text("utf-8"),
        language=wording.language,
        title=html.escape(wording.say("Your code")),
        name=html.escape(her.full_name),
        words=html.escape(wording.say("Show it in the shop. It changes every half minute.")),
        script=resources.path("codes", "turning.js").read_text("utf-8"),
        page=json.dumps(told).replace("<", "\\u003c"),
    )


def _filled(template: str, **words: str) -> str:
    for name, value in words.items():
        template = template.replace(f"{{{name}}}", value, 1)
    return template
