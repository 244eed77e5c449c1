"""The rows that the benches of sync move: seeded, invented, of no shop in particular.

Customers of about 1,010 bytes as JSON with four indexed columns, interactions of about 375 bytes.
"""

import random
import uuid
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from sync.collection import Collection, Registry, Rule

SEED = 20_261_122
FIRST_MS = 1_790_000_000_000
"""When the first row was made, milliseconds since 1970 UTC; ids are in the order of time, as UUIDv7 are."""
REMARK_WORDS = 67

_GIVEN = ("Ada", "Bruna", "Carla", "Dario", "Elena", "Fabio", "Gaia", "Irene", "Luca", "Marta", "Nico", "Zoë")
_FAMILY = ("Bianchi", "Colombo", "De Luca", "Esposito", "Ferrari", "Gallo", "Ricci", "Rossi", "Sørensen")
_CITIES = (("20121", "Milano"), ("00187", "Roma"), ("50123", "Firenze"), ("10123", "Torino"))
_STREETS = ("Via dei Giardini", "Corso Venezia", "Via Solferino", "Piazza San Marco", "Largo Augusto")
_KINDS = ("advice", "fitting", "call", "message", "sale", "repair")
_WORDS = ("likes", "wide", "linen", "silver", "ankle", "boots", "never", "orange", "size", "gift", "sister")

metadata = sa.MetaData()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


customer = sa.Table(
    "customer",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    *(_text(n) for n in ("given_name", "family_name", "email", "phone", "card_number", "language", "tier")),
    *(_text(n) for n in ("street", "postcode", "city", "country", "home", "since_on", "remark")),
    sa.Column("born_on", sa.Text, nullable=True),
    sa.Column("loyal", sa.Boolean(create_constraint=False), nullable=False, server_default=sa.false()),
    sa.Column("points", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("sizes", sa.JSON, nullable=False, server_default="[]"),
    sa.Column("updated_at", sa.BigInteger, nullable=False, server_default="0"),
    *(sa.Index(f"ix_customer_{n}", n) for n in ("family_name", "email", "phone", "card_number")),
)
interaction = sa.Table(
    "interaction",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("customer_id", sa.Text, nullable=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("summary", sa.Text, nullable=False, server_default=""),
    sa.Column("items", sa.JSON, nullable=False, server_default="[]"),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("place", sa.Text, nullable=True),
    sa.Column("person", sa.Text, nullable=True),
    sa.Index("ix_interaction_customer_at", "customer_id", "at"),
)

REGISTRY = Registry(
    (
        Collection(customer, Rule.FIELDS, watched=frozenset({"email", "phone"})),
        Collection(interaction, Rule.FACT),
    )
)


def customers(count: int, first: int = 0) -> Iterator[dict[str, Any]]:
    """Customers `first` to `first + count`; the same number is always the same customer."""
    for number in range(first, first + count):
        yield _customer(number, random.Random(SEED * 1_000_003 + number))


def interactions(count: int, first: int = 0) -> Iterator[dict[str, Any]]:
    """Interactions with the customers of the same numbers."""
    for number in range(first, first + count):
        yield _interaction(number, random.Random(SEED * 2_000_003 + number))


def customer_id(number: int) -> str:
    return _id(number, random.Random(SEED * 1_000_003 + number))


def _customer(number: int, dice: random.Random) -> dict[str, Any]:
    record_id = _id(number, dice)
    given, family = dice.choice(_GIVEN), dice.choice(_FAMILY)
    postcode, city = dice.choice(_CITIES)
    return {
        "id": record_id,
        "given_name": given,
        "family_name": f"{family} {dice.getrandbits(20):x}",
        "email": f"{given}.{family}.{number}@example.org".replace(" ", "").lower(),
        "phone": f"+39 3{dice.getrandbits(32):010d}",
        "card_number": f"{dice.getrandbits(40):013d}",
        "language": dice.choice(("it", "en", "de")),
        "tier": dice.choice(("", "silver", "gold")),
        "street": f"{dice.choice(_STREETS)} {dice.randrange(200)}",
        "postcode": postcode,
        "city": city,
        "country": "IT",
        "home": f"shop-{dice.randrange(12)}",
        "since_on": f"20{dice.randrange(10, 27)}-0{dice.randrange(1, 10)}-11",
        "remark": " ".join(dice.choices(_WORDS, k=REMARK_WORDS)) + f" {dice.getrandbits(480):x}",
        "born_on": f"19{dice.randrange(40, 99)}-0{dice.randrange(1, 10)}-17" if dice.random() < 0.8 else None,
        "loyal": dice.random() < 0.5,
        "points": dice.randrange(100_000),
        "sizes": [{"of": "shoe", "size": dice.randrange(35, 47)}, {"of": "dress", "size": "M"}],
        "updated_at": FIRST_MS + number,
    }


def _interaction(number: int, dice: random.Random) -> dict[str, Any]:
    return {
        "id": _id(number, dice),
        "customer_id": customer_id(number),
        "kind": dice.choice(_KINDS),
        "summary": " ".join(dice.choices(_WORDS, k=20)),
        "items": [{"sku": f"{dice.getrandbits(36):011d}", "size": dice.randrange(35, 47)}],
        "at": FIRST_MS + number,
        "place": f"shop-{dice.randrange(12)}",
        "person": str(uuid.UUID(int=dice.getrandbits(128))),
    }


def _id(number: int, dice: random.Random) -> str:
    """A UUIDv7 by its bits: milliseconds, version, chance, variant, chance."""
    bits = (FIRST_MS + number) << 80 | 7 << 76 | dice.getrandbits(12) << 64 | 2 << 62 | dice.getrandbits(62)
    return str(uuid.UUID(int=bits))
