"""Shopify's customers: who they are, what they agreed to, which of them were made one."""

from collections.abc import Iterator

from clienteling.consents.values import Purpose
from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import Heard, HeardConsent, Hint, PrivacyWish, Profile
from clienteling.hub.connectors.shop import Terms, moment
from clienteling.hub.connectors.shopify.shapes import listed, number, tail

_CHANNELS = {
    "email": Purpose.MARKETING_EMAIL,
    "sms": Purpose.MARKETING_MESSAGE,
}
_WITHDRAWN = "unsubscribed"
_STATES = {"subscribed": True, _WITHDRAWN: False}
"""The others (not subscribed, pending, invalid, redacted) prove nothing either way."""


def customer(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    customer_id = number(said)
    if not customer_id:
        return
    changed_at = moment(said.get("updated_at"), received_at) or received_at
    who = hints(said, terms)
    yield Heard(
        key=f"customer/{customer_id}@{changed_at}",
        hints=who,
        profile=profile(said),
        founds=True,
        modified_at=changed_at,
    )
    for channel in _CHANNELS:
        agreed = words(said, f"{channel}_marketing_consent")
        yield from _consent(who, channel, agreed, changed_at, received_at)


def hints(said: Words, terms: Terms) -> tuple[Hint, ...]:
    """Shopify has a customer for every address that ever bought; an account is one that was activated."""
    registered = text(said.get("state")).lower() == "enabled" and said.get("verified_email") is not False
    return shop.hints(terms, number(said), email=email(said), phone=_phone(said), registered=registered)


def email(said: Words) -> str:
    return text(said.get("email")) or text(words(said, "email_marketing_consent").get("email_address"))


def _phone(said: Words) -> str:
    return text(said.get("phone")) or text(words(said, "sms_marketing_consent").get("phone_number"))


def profile(said: Words) -> Profile | None:
    lives = words(said, "default_address") or next(iter(listed(said, "addresses")), {})
    return shop.profile(
        given=said.get("first_name") or lives.get("first_name"),
        family=said.get("last_name") or lives.get("last_name"),
        language=said.get("locale") or said.get("customer_locale"),
        email=email(said),
        phones=(_phone(said), lives.get("phone")),
        address=(lives.get("address1"), lives.get("address2")),
        postcode=lives.get("zip"),
        city=lives.get("city"),
    )


def consent(said: Words, channel: str, terms: Terms, received_at: int) -> Iterator[Heard]:
    """`customers_email_marketing_consent/update` and its sister for text messages."""
    customer_id = tail(said.get("customer_id"))
    agreed = words(said, f"{channel}_marketing_consent")
    if customer_id:
        who = shop.hints(terms, customer_id, email="", registered=True)
        yield from _consent(who, channel, agreed, received_at, received_at)


def _consent(
    who: tuple[Hint, ...], channel: str, said: Words, changed_at: int, received_at: int
) -> Iterator[Heard]:
    """A yes without the day it was given is no proof of one; a no counts from when it was heard."""
    state = text(said.get("state")).lower()
    at = moment(said.get("consent_updated_at"), received_at)
    if state not in _STATES or not (at or state == _WITHDRAWN):
        return
    at, customer_id = at or changed_at, who[0].value
    level = text(said.get("opt_in_level")).lower().replace("_", " ")
    proof = f"Shopify customer {customer_id}, {channel} marketing: {state}"
    yield Heard(
        key=f"customer/{customer_id}/{channel}/{state}@{at}",
        hints=who,
        consents=(
            HeardConsent(
                purpose=_CHANNELS[channel],
                granted=_STATES[state],
                at=at,
                proof=f"{proof} ({level})" if level else proof,
            ),
        ),
    )


def merge(said: Words, terms: Terms) -> Iterator[Heard]:
    """Two customers whom somebody in the shop's back office made one; told also while it is not done yet."""
    kept = tail(said.get("admin_graphql_api_customer_kept_id"))
    gone = tail(said.get("admin_graphql_api_customer_deleted_id"))
    if kept and gone and text(said.get("status")).lower() == "completed":
        (one,) = shop.hints(terms, kept, email="", registered=True)
        (other,) = shop.hints(terms, gone, email="", registered=True)
        yield Heard(key=f"merge/{gone}>{kept}", hints=(one,), same=(other,), founds=True)


def wish(said: Words, wished: PrivacyWish, terms: Terms, digest: str) -> Iterator[Heard]:
    """What the law lets her ask, which Shopify passes on to every system that the shop has connected."""
    her = words(said, "customer")
    who = shop.hints(
        terms, number(her), email=text(her.get("email")), phone=text(her.get("phone")), registered=False
    )
    asked = tail(words(said, "data_request").get("id")) or digest[:16]
    if who:
        yield Heard(key=f"{wished}/{number(her)}/{asked}", hints=who, wish=wished)
