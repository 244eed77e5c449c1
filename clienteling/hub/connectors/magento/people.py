"""Magento's customers."""

from collections.abc import Iterator

from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, listed, text
from clienteling.hub.connectors.heard import Heard, Profile
from clienteling.hub.connectors.magento.shapes import is_yes
from clienteling.hub.connectors.shop import Terms, moment


def customer(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    """An account whose address still waits to be confirmed vouches for none.

    Whether she is subscribed is told without a day, so that it proves no consent: none is taken from it.
    """
    customer_id, email = text(said.get("id")), text(said.get("email"))
    if not customer_id:
        return
    changed_at = moment(said.get("updated_at"), received_at) or received_at
    yield Heard(
        key=f"customer/{customer_id}@{changed_at}",
        hints=shop.hints(terms, customer_id, email=email, registered=not text(said.get("confirmation"))),
        profile=_profile(said, email),
        founds=True,
        modified_at=changed_at,
    )


def _profile(said: Words, email: str) -> Profile | None:
    places = listed(said, "addresses")
    lives = next((one for one in places if is_yes(one.get("default_billing"))), places[0] if places else {})
    return shop.profile(
        given=said.get("firstname"),
        family=said.get("lastname"),
        email=email,
        phones=tuple(one.get("telephone") for one in (lives, *places)),
        birthday=said.get("dob"),
        address=lines(lives),
        postcode=lives.get("postcode"),
        city=lives.get("city"),
    )


def lines(lives: Words) -> tuple[object, ...]:
    street = lives.get("street")
    return tuple(street) if isinstance(street, list) else (street,)
