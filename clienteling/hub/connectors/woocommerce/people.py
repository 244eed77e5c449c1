"""WooCommerce's customers, and who placed an order.

What Italian invoicing plugins add (tax code, certified mail) stays where it is: nobody in the shop needs it.
"""

from collections.abc import Iterator

from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, listed, text, words
from clienteling.hub.connectors.heard import Heard, Hint, Profile
from clienteling.hub.connectors.shop import Terms, moment

_BUYERS = frozenset({"customer", "subscriber"})
"""Roles of people who buy; the others' accounts are the shop's own."""
_LANGUAGES = ("wpml_language", "_order_language", "_user_language", "trp_language", "lang")
_BIRTHDAYS = ("billing_birthday", "_billing_birthday", "birthday", "billing_data_nascita", "data_nascita")
_ERASED = ".invalid"
"""The addresses that WordPress writes over those of who asked to be erased there."""


def customer(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    """`customer.updated` comes after each of her orders as well, whether anything changed or not."""
    customer_id, email = text(said.get("id")), text(said.get("email"))
    if not customer_id or _is_staff(said):
        return
    made_at = moment(said.get("date_created_gmt"), received_at)
    changed_at = moment(said.get("date_modified_gmt"), received_at) or made_at or received_at
    yield Heard(
        key=f"customer/{customer_id}@{changed_at}",
        hints=shop.hints(terms, customer_id, email=email, registered=True),
        profile=_profile(said, email, said.get("first_name"), said.get("last_name")),
        founds=True,
        modified_at=changed_at,
    )


def buyer(order: Words, terms: Terms) -> tuple[Hint, ...]:
    """An account says enough; a guest (`customer_id` 0) is called what she typed."""
    customer_id, lives = text(order.get("customer_id")), words(order, "billing")
    if customer_id.strip("0"):
        return shop.hints(terms, customer_id, email="", registered=True)
    email = text(lives.get("email"))
    if email.endswith(_ERASED):
        return ()
    return shop.hints(terms, "", email=email, phone=text(lives.get("phone")), registered=False)


def buyers_profile(order: Words) -> Profile | None:
    return _profile(order, text(words(order, "billing").get("email")), "", "")


def meta(said: Words, *keys: str) -> str:
    """The first of these that a plugin has filled."""
    values = {text(one.get("key")): text(one.get("value")) for one in listed(said, "meta_data")}
    return next((value for key in keys if (value := values.get(key, ""))), "")


def _is_staff(said: Words) -> bool:
    role = text(said.get("role"))
    return bool(role) and role not in _BUYERS and said.get("is_paying_customer") is not True


def _profile(said: Words, email: str, given: object, family: object) -> Profile | None:
    lives = words(said, "billing")
    return shop.profile(
        given=given or lives.get("first_name"),
        family=family or lives.get("last_name"),
        language=meta(said, *_LANGUAGES),
        email=email,
        phones=(lives.get("phone"), words(said, "shipping").get("phone")),
        birthday=meta(said, *_BIRTHDAYS),
        address=(lives.get("address_1"), lives.get("address_2")),
        postcode=lives.get("postcode"),
        city=lives.get("city"),
    )
