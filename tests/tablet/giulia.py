"""The story's customer and a few others, as the hub knows them: what the screens of the shop floor show."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.dialects.sqlite import insert

from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.consents.tables import consent_text
from clienteling.consents.values import Purpose
from clienteling.hub.outreach.templates import replace
from clienteling.newcomers.tables import blank_code
from clienteling.outreach.sheet import seeded
from clienteling.timeline.values import EventDetail
from sync.hub.store import HubStore
from tests.tablet.tablets import NOW, PAIRING, SOFIA, STORE, copied_hub, little_hub

GIULIA = "0190a5b2-7c11-7d3e-8f00-000000000001"
MARCO, EMPTY, LONG = "marco", "nuova", "massimiliana"
CODE_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
RETAILER = "c1e27e11"
NORA, ALBA, LIA, NORA_WELT = "nora", "alba", "lia", "nora-goodyear"
SWEATER = "elba"
NORA_39, NORA_38, ALBA_BLACK, ALBA_BROWN = "nora-black-39", "nora-black-38", "alba-black", "alba-brown"
NORA_39_EAN = "8001234000390"
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
ELSEWHERE = "torino-po"
OLD_COUNT = (NORA_39, ELSEWHERE)
"""Variant and shop of a figure that nobody trusts any more."""


def picture(red: int, green: int, blue: int, side: int = 48) -> bytes:
    """A plain PNG of one colour."""
    rows = (b"\x00" + bytes((red, green, blue)) * side) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def fill(hub: HubStore) -> None:
    """Everything that the hub has heard before she walks in."""
    pictures = {
        NORA: hub.add_blob(picture(60, 52, 46)),
        ALBA: hub.add_blob(picture(150, 110, 70)),
        LIA: hub.add_blob(picture(120, 80, 50)),
        NORA_WELT: hub.add_blob(picture(40, 40, 44)),
        SWEATER: hub.add_blob(picture(180, 170, 150)),
    }
    with hub.write() as writer:
        for collection, values in (*shop(pictures), *people(), *giulia_so_far()):
            writer.insert(collection, values)
        writer.update("store", STORE, {"phone": "+390255500112", "address": "Via dell'Orso di Carta 12"})
        replace(writer, seeded())


Record = tuple[str, dict[str, Any]]


def shop(pictures: dict[str, str]) -> list[Record]:
    product = (
        (NORA, "Stringata Nora", "shoes", 15_900),
        (ALBA, "Borsa Tracolla Alba", "bags", 18_900),
        (LIA, "Cintura Lia", "belts", 5_900),
        (NORA_WELT, "Stringata Nora Goodyear", "shoes", 24_900),
        (SWEATER, "Maglia Elba", "knitwear", 12_900),
    )
    variant = (
        (NORA_38, NORA, "black", "38", "8001234000383"),
        (NORA_39, NORA, "black", "39", NORA_39_EAN),
        ("nora-brown-39", NORA, "brown", "39", "8001234000505"),
        (ALBA_BLACK, ALBA, "black", "", "8001234001007"),
        (ALBA_BROWN, ALBA, "brown", "", "8001234001014"),
        ("lia-black", LIA, "black", "", "8001234002004"),
        ("nora-goodyear-black-39", NORA_WELT, "black", "39", "8001234003001"),
    )
    stock = ((NORA_39, STORE, 1), (NORA_39, ELSEWHERE, 6), (ALBA_BLACK, STORE, 2), (ALBA_BROWN, ELSEWHERE, 3))
    texts = {"service": "servizio", "profiling": "profilazione", "marketing": "marketing"}
    return [
        (
            "code_key",
            {"id": "1", "retailer": RETAILER, "public_key": CODE_KEY.public_key().public_bytes_raw().hex()},
        ),
        ("code_revocation", {"id": f"{GIULIA}/9", "customer_id": GIULIA, "serial": 9}),
        ("store", {"id": ELSEWHERE, "name": "Torino Po", "city": "Torino", "time_zone": "Europe/Rome"}),
        *(
            (
                "product",
                {
                    "id": i,
                    "name": name,
                    "family": family,
                    "price_cents": cents,
                    "picture": pictures[i],
                    "description": {
                        "it": "Vitello pieno fiore, cucita a mano a Firenze.",
                        "en": "Full-grain calf, sewn by hand.",
                    },
                },
            )
            for i, name, family, cents in product
        ),
        *(
            (
                "variant",
                {"id": i, "product_id": p, "sku": i.upper(), "ean": ean, "colour": colour, "size": size},
            )
            for i, p, colour, size, ean in variant
        ),
        *(
            (
                "stock_level",
                {
                    "id": f"{v}@{s}",
                    "variant_id": v,
                    "store_id": s,
                    "quantity": n,
                    "counted_at": NOW - (31 * DAY if (v, s) == OLD_COUNT else 2 * HOUR),
                },
            )
            for v, s, n in stock
        ),
        (
            "goes_with",
            {
                "id": f"{NORA}+{LIA}",
                "product_id": NORA,
                "other_product_id": LIA,
                "kind": "goes_with",
                "together": 14,
                "receipts": 42,
            },
        ),
        (
            "goes_with",
            {
                "id": f"{NORA}+{NORA_WELT}",
                "product_id": NORA,
                "other_product_id": NORA_WELT,
                "kind": "step_up",
                "argument": {"it": "stesso modello, suola cucita", "en": "same model, stitched sole"},
            },
        ),
        *(
            (
                "consent_text",
                {
                    "id": f"{purpose}/it/2026-1",
                    "purpose": purpose,
                    "language": "it",
                    "version": "2026-1",
                    "body": f"Acconsento al trattamento dei miei dati per le finalità di {said}, "
                    "come descritto nell'informativa. Posso revocare il consenso quando voglio.",
                    "in_force_on": "2026-01-01",
                },
            )
            for purpose, said in texts.items()
        ),
    ]


def people() -> list[Record]:
    return [
        (
            "customer",
            {
                "id": GIULIA,
                "given_name": "Giulia",
                "family_name": "Ferraris",
                "language": "it",
                "email": "giulia@example.com",
                "phone": "+393331234567",
                "card_number": "2900000001234",
                "tier": "gold",
                "home_store_id": STORE,
                "since_on": "2021-03-02",
                "birthday_on": "0001-12-04",
            },
        ),
        (
            "customer",
            {"id": MARCO, "given_name": "Marco", "family_name": "Lo Bianco", "phone": "+393471112222"},
        ),
        (
            "customer",
            {"id": EMPTY, "given_name": "Nuova", "family_name": "Cliente", "since_on": "2026-11-22"},
        ),
        (
            "customer",
            {
                "id": LONG,
                "given_name": "Massimiliana Elisabetta",
                "family_name": "Montecuccoli degli Scrovegni",
                "language": "it",
                "tier": "silver",
                "since_on": "2019-05-05",
            },
        ),
        *(
            (
                "consent",
                {
                    "customer_id": GIULIA,
                    "purpose": purpose,
                    "granted": True,
                    "text_id": f"{purpose}/it/2026-1",
                    "how": "signed",
                    "at": NOW - 30 * DAY,
                    "store_id": STORE,
                },
            )
            for purpose in ("service", "profiling")
        ),
        *(
            (
                "preference",
                {
                    "id": f"giulia-{kind}-{value}",
                    "customer_id": GIULIA,
                    "kind": kind,
                    "value": value,
                    "source": source,
                    "evidence": evidence,
                    "said_at": NOW - age * DAY,
                    "store_id": STORE if source == "told" else None,
                    "associate_id": SOFIA if source == "told" else None,
                },
            )
            for kind, value, source, evidence, age in (
                ("shoe_size", "38", "told", "", 255),
                ("clothes_size", "42", "deduced", "purchases=3", 40),
                ("colour", "black", "deduced", "purchases=9 conversations=2", 40),
            )
        ),
        (
            "customer_insight",
            {
                "id": GIULIA,
                "customer_id": GIULIA,
                "last_seen_at": NOW,
                "interests": {
                    "at": NOW - 13 * HOUR,
                    "families": [
                        {"name": "shoes", "weight": 9.4, "deeds": {"viewed": 2, "asked": 1}},
                        {"name": "bags", "weight": 2.0, "deeds": {"chosen": 1}},
                    ],
                    "colours": [{"name": "black", "weight": 7.0, "deeds": {"viewed": 2, "asked": 1}}],
                },
            },
        ),
        (
            "consent",
            {
                "customer_id": LONG,
                "purpose": "profiling",
                "granted": True,
                "at": NOW - 300 * DAY,
            },
        ),
        (
            "customer_insight",
            {
                "id": LONG,
                "customer_id": LONG,
                "last_seen_at": NOW - 77 * DAY,
                "rhythm_days": 35,
                "lapsing_at": NOW - 24 * DAY,
            },
        ),
    ]


def giulia_so_far() -> list[Record]:
    def event(ago: int, channel: str, kind: str, text: str = "", **detail: Any) -> Record:
        return (
            "event",
            {
                "customer_id": GIULIA,
                "channel": channel,
                "kind": kind,
                "at": NOW - ago,
                "text": text,
                "detail": msgspec.to_builtins(EventDetail(**detail)),
            },
        )

    chat = 13 * HOUR + 32 * MINUTE
    return [
        event(chat + 33 * MINUTE, "advert", "advert_tapped", advert_title="Stringate d'autunno"),
        event(chat + 22 * MINUTE, "web", "product_viewed", product_id=NORA, variant_id=NORA_39),
        event(chat + 22 * MINUTE - 1, "web", "product_viewed", product_id=NORA, variant_id=NORA_39),
        event(chat + 20 * MINUTE, "basket", "basket_added", product_id=ALBA, variant_id=ALBA_BLACK),
        event(
            chat,
            "messenger",
            "message_in",
            "Buonasera, quanto costano? Ci sono nere nel 39?",
            asked_product_id=NORA,
            asked_colour="black",
            asked_size="39",
        ),
        *(
            event(
                (50 + n) * DAY,
                "order",
                "ordered",
                order_number=f"10{n}",
                items=(
                    {
                        "product_id": SWEATER,
                        "product_name": "Maglia Elba",
                        "price_cents": 12_900,
                    },
                ),
            )
            for n in range(2)
        ),
        *(event((60 + n) * DAY, "web", "page_viewed", url="/novita") for n in range(90)),
        (
            "promise",
            {
                "id": "hold-nora",
                "customer_id": GIULIA,
                "kind": "hold",
                "product_id": NORA,
                "variant_id": NORA_39,
                "due_on": "2026-11-28",
                "state": "open",
                "channel": "messenger",
                "made_at": NOW - chat + 3 * MINUTE,
                "made_by_name": "Sara, assistenza clienti",
                "store_id": STORE,
            },
        ),
        (
            "promise",
            {
                "id": "call-marco",
                "customer_id": MARCO,
                "kind": "call",
                "what": "è arrivato il cappotto Argo",
                "due_on": "2026-11-21",
                "state": "open",
                "channel": "shop",
                "made_at": NOW - 4 * DAY,
                "made_by": SOFIA,
                "store_id": STORE,
            },
        ),
    ]


def english_texts(connection: sa.Connection) -> None:
    """A shop that lets people agree in two languages."""
    for purpose in Purpose:
        said = {
            "id": f"{purpose}/en/2026-1",
            "purpose": purpose.value,
            "language": "en",
            "version": "2026-1",
            "body": f"I agree that my data are used for {purpose.replace('_', ' ')}, as the notice says.",
            "in_force_on": "2026-01-01",
        }
        connection.execute(insert(consent_text).values(said).on_conflict_do_nothing())


def blank_codes(connection: sa.Connection, count: int = 3) -> list[str]:
    """As the hub lays them ready on this tablet. Returns the ids of the customers to be, in their order."""
    made = [f"0190a5b2-7c11-7d3e-8f00-0000000001{number:02}" for number in range(count)]
    for her_id in made:
        code = sign(CODE_KEY, Claim(1, RETAILER, her_id, 1))
        row = {"id": her_id, "device_id": PAIRING.device_id, "code": code, "made_at": NOW}
        connection.execute(insert(blank_code).values(row).on_conflict_do_nothing())
    return made


def story_hub(folder: Path) -> Iterator[HubStore]:
    hub = copied_hub(folder, as_the_story_begins)
    yield hub
    hub.engine.dispose()


def as_the_story_begins(folder: Path) -> sa.Engine:
    hub = little_hub(folder)
    fill(hub)
    return hub.engine
