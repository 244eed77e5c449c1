"""What a column may mean, and the headings by which it is known (`resources/importing/headings.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import cache

from clienteling import resources
from clienteling.hub.importing.values import Kind
from clienteling.marking import msgid


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    """As it stands in a mapping file."""
    words: str
    """As it is shown."""


PERSON = (
    Field("customer_number", msgid("customer number")),
    Field("given_name", msgid("given name")),
    Field("family_name", msgid("family name")),
    Field("full_name", msgid("full name")),
    Field("family_first_name", msgid("family and given name")),
    Field("email", msgid("e-mail")),
    Field("phone", msgid("phone")),
    Field("card_number", msgid("card number")),
)
SHOP = Field("shop", msgid("shop"))
PRODUCT = (
    Field("ean", msgid("EAN")),
    Field("sku", msgid("article number")),
    Field("colour", msgid("colour")),
    Field("size", msgid("size")),
)
CONSENTS = (
    Field("marketing", msgid("marketing consent")),
    Field("marketing_email", msgid("marketing consent, e-mail")),
    Field("marketing_message", msgid("marketing consent, messages")),
    Field("marketing_phone", msgid("marketing consent, phone")),
    Field("profiling", msgid("profiling consent")),
    Field("service", msgid("service consent")),
    Field("consent_on", msgid("date of the consents")),
    Field("consent_text", msgid("text of the consents")),
)

FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.STORES: (
        Field("id", msgid("code")),
        Field("name", msgid("name")),
        Field("city", msgid("city")),
        Field("area", msgid("area")),
        Field("address", msgid("address")),
        Field("phone", msgid("phone")),
        Field("time_zone", msgid("time zone")),
    ),
    Kind.STAFF: (
        Field("id", msgid("code")),
        Field("given_name", msgid("given name")),
        Field("family_name", msgid("family name")),
        Field("full_name", msgid("full name")),
        Field("family_first_name", msgid("family and given name")),
        SHOP,
        Field("role", msgid("role")),
        Field("language", msgid("language")),
        Field("active", msgid("active")),
    ),
    Kind.PRODUCTS: (
        Field("model", msgid("model code")),
        Field("name", msgid("name")),
        *PRODUCT,
        Field("price", msgid("price")),
        Field("family", msgid("family")),
        Field("description", msgid("description")),
        Field("keywords", msgid("search words")),
    ),
    Kind.STOCK: (
        *PRODUCT,
        Field("model", msgid("model code")),
        SHOP,
        Field("quantity", msgid("pieces")),
        Field("incoming", msgid("pieces on their way")),
        Field("counted_at", msgid("counted on")),
    ),
    Kind.CUSTOMERS: (
        *PERSON,
        Field("birthday", msgid("birthday")),
        Field("language", msgid("language")),
        Field("tier", msgid("tier")),
        Field("since", msgid("customer since")),
        Field("address", msgid("address")),
        Field("postcode", msgid("postcode")),
        Field("city", msgid("city")),
        SHOP,
        Field("shoe_size", msgid("shoe size")),
        Field("clothes_size", msgid("clothes size")),
        *CONSENTS,
    ),
    Kind.ORDERS: (
        Field("order_number", msgid("order number")),
        Field("at", msgid("date")),
        Field("time", msgid("time of day")),
        *PERSON,
        *PRODUCT,
        Field("product_name", msgid("product")),
        Field("quantity", msgid("pieces")),
        Field("price", msgid("price of one")),
        Field("total", msgid("total")),
        SHOP,
        Field("what", msgid("sale or return")),
    ),
}

_NAMES = frozenset({"given_name", "family_name", "full_name", "family_first_name"})
NEEDED: dict[Kind, tuple[frozenset[str], ...]] = {
    Kind.STORES: (frozenset({"name"}),),
    Kind.STAFF: (_NAMES, frozenset({"shop"})),
    Kind.PRODUCTS: (frozenset({"name", "model", "ean", "sku"}), frozenset({"name", "price"})),
    Kind.STOCK: (frozenset({"ean", "sku", "model"}), frozenset({"quantity"})),
    Kind.CUSTOMERS: (
        _NAMES,
        frozenset({"customer_number", "email", "phone", "card_number", "birthday"}),
    ),
    Kind.ORDERS: (
        frozenset({"order_number"}),
        frozenset({"at"}),
        frozenset({"customer_number", "email", "phone", "card_number"}),
    ),
}
"""Of each of these sets a file must have one, or its rows say nothing."""

SIGNS: dict[Kind, frozenset[str]] = {
    Kind.STORES: frozenset({"address", "area", "city", "time_zone"}),
    Kind.STAFF: frozenset({"role", "active"}),
    Kind.PRODUCTS: frozenset({"price", "name", "family"}),
    Kind.STOCK: frozenset({"quantity", "shop"}),
    Kind.CUSTOMERS: frozenset({"birthday", "family_name", "email", "card_number"}),
    Kind.ORDERS: frozenset({"order_number", "at", "total"}),
}
"""What a file of that kind has and others mostly lack."""

FILE_NAMES: dict[Kind, tuple[str, ...]] = {
    Kind.STORES: ("negozi", "punti vendita", "stores", "shops"),
    Kind.STAFF: ("personale", "addett", "dipendenti", "staff", "employees"),
    Kind.PRODUCTS: ("prodott", "articoli", "catalog", "listino", "products", "items"),
    Kind.STOCK: ("giacenz", "magazzino", "stock", "inventory", "inventario", "esistenze"),
    Kind.CUSTOMERS: ("client", "anagrafic", "customers", "contatti", "contacts"),
    Kind.ORDERS: ("ordini", "vendite", "scontrini", "acquisti", "orders", "sales", "receipts"),
}


def field(kind: Kind, name: str) -> Field | None:
    return next((one for one in FIELDS[kind] if one.name == name), None)


@cache
def meanings(kind: Kind) -> dict[str, tuple[str, ...]]:
    """Plain heading → the fields that it may be, the likeliest first."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    for name, headings in _known()[kind].items():
        for rank, heading in enumerate(headings):
            ranked.setdefault(heading, []).append((rank, name))
    return {heading: tuple(name for _, name in sorted(found)) for heading, found in ranked.items()}


@cache
def all_headings() -> frozenset[str]:
    return frozenset(heading for kind in Kind for heading in meanings(kind))


@cache
def _known() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.path("importing", "headings.toml").read_text("utf-8"))
