"""The practice shop itself: who works there, what customers agree to, whose codes it believes."""

from collections.abc import Callable

import msgspec
import uuid_utils

from clienteling.consents.values import How, Purpose
from clienteling.marking import msgid
from clienteling.outreach.sheet import seeded
from clienteling.practice.book import COLLEAGUE, DAY, OTHER_STORE, STORE, YOU, Book
from clienteling.staff.pin import hash_pin
from clienteling.staff.values import Role

RETAILER = "0badc0de"
DEVICE = "practice-tablet"
BLANK_CODES = 5
KEY_NUMBER = 7
PIN = "1234"
"""Said on the screens of practice mode."""
TEXT = msgid("I agree. This text is here for practice only.")
NAMES = {STORE: msgid("Practice shop"), OTHER_STORE: msgid("The other practice shop")}


def put_premises(book: Book, given_name: str, family_name: str, public_key: bytes) -> None:
    """`given_name` and `family_name` are those of whoever practises."""
    for store_id, name in NAMES.items():
        book.add(
            "store", id=store_id, name=book.said(name), city="", time_zone=book.wording.time_zone, opening={}
        )
    pin_hash = hash_pin(PIN)
    for one, given, family in ((YOU, given_name, family_name), (COLLEAGUE, "Elena", "Riva")):
        who = {"given_name": given, "family_name": family, "role": Role.ASSOCIATE.value}
        book.add("associate", id=one, store_id=STORE, **who, pin_hash=pin_hash, active=True)
    for purpose in Purpose:
        for language in ("it", "en"):
            text = {"purpose": purpose.value, "language": language, "version": "practice"}
            book.add("consent_text", id=text_id(purpose, language), **text, body=book.said(TEXT))
    book.add("code_key", id=str(KEY_NUMBER), retailer=RETAILER, public_key=public_key.hex())


def put_words(book: Book) -> None:
    """What associates may write to customers."""
    for place, template in enumerate(seeded()):
        words = msgspec.to_builtins(dict(template.words))
        told = {"topic": template.topic.value, "ways": [way.value for way in template.ways], "words": words}
        book.add("outreach_template", id=template.id, **told, place=place)


def put_blank_codes(book: Book, sign: Callable[[str], str]) -> None:
    """For new customers, so that they get a code that this practice shop believes."""
    for _ in range(BLANK_CODES):
        own = str(uuid_utils.uuid7())
        book.add("blank_code", id=own, device_id=DEVICE, code=sign(own), made_at=book.now)


def text_id(purpose: Purpose, language: str) -> str:
    return f"{purpose.value}/{language}/practice"


def put_consents(book: Book, customer_id: str, *purposes: Purpose, days_ago: int = 200) -> None:
    for purpose in purposes:
        book.add(
            "consent",
            customer_id=customer_id,
            purpose=purpose.value,
            granted=True,
            text_id=text_id(purpose, "it"),
            how=How.SIGNED.value,
            at=book.now - days_ago * DAY,
            store_id=STORE,
            associate_id=COLLEAGUE,
            follows="",
        )
