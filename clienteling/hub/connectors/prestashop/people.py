"""PrestaShop's customers and their addresses. Each order of a guest makes a row: one person may be many."""

from collections.abc import Iterator

from clienteling.consents.values import Purpose
from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, text
from clienteling.hub.connectors.heard import Heard, HeardConsent, Hint
from clienteling.hub.connectors.prestashop.terms import PrestaTerms, is_yes

NOBODY = frozenset({"anonymous@psgdpr.com"})
"""To whom PrestaShop's own privacy module gives the orders of everybody who was deleted."""


def customer(said: Words, terms: PrestaTerms, received_at: int) -> Iterator[Heard]:
    customer_id = text(said.get("id"))
    email = text(said.get("email"))
    if not customer_id or email.lower() in NOBODY or is_yes(said.get("deleted")):
        return
    changed_at = terms.moment(said.get("date_upd"), received_at) or received_at
    guest = is_yes(said.get("is_guest"))
    who, same = _names(customer_id, email, terms, guest=guest)
    yield Heard(
        key=f"customer/{customer_id}@{changed_at}",
        hints=who,
        same=same,
        profile=shop.profile(
            given=said.get("firstname"),
            family=said.get("lastname"),
            email=email,
            birthday=said.get("birthday"),
        ),
        founds=True,
        modified_at=changed_at,
    )
    yield from _consent(said, customer_id, who, terms, changed_at)


def _names(
    customer_id: str, email: str, terms: PrestaTerms, *, guest: bool
) -> tuple[tuple[Hint, ...], tuple[Hint, ...]]:
    """A guest goes by her address first: by it her rows are one person's; their numbers are hers too."""
    who = shop.hints(terms, customer_id, email=email, registered=not guest)
    row, typed = who[:1], who[1:]
    return (typed, row) if guest and typed else (who, ())


def _consent(
    said: Words, customer_id: str, who: tuple[Hint, ...], terms: PrestaTerms, changed_at: int
) -> Iterator[Heard]:
    """The shop's own newsletter. A box ticked without a day proves nothing; one that was unticked is a no.

    `optin` is a yes to offers of the shop's partners, which is none to the shop's own.
    """
    since = terms.moment(said.get("newsletter_date_add"), changed_at)
    granted = is_yes(said.get("newsletter"))
    if not since:
        return
    at = since if granted else changed_at
    state = "subscribed" if granted else "unsubscribed"
    ip = text(said.get("ip_registration_newsletter"))
    proof = f"PrestaShop customer {customer_id}, newsletter: {state}"
    yield Heard(
        key=f"customer/{customer_id}/newsletter/{state}@{since}",
        hints=who,
        consents=(
            HeardConsent(
                purpose=Purpose.MARKETING_EMAIL,
                granted=granted,
                at=at,
                proof=f"{proof} (from {ip})" if granted and ip else proof,
            ),
        ),
    )


def address(said: Words, terms: PrestaTerms, received_at: int) -> Iterator[Heard]:
    """Where her parcels go. Its telephone may be anybody's: it fills a blank and joins nobody."""
    customer_id = text(said.get("id_customer"))
    if not customer_id.strip("0") or is_yes(said.get("deleted")):
        return
    changed_at = terms.moment(said.get("date_upd"), received_at) or received_at
    yield Heard(
        key=f"address/{text(said.get('id'))}@{changed_at}",
        hints=shop.hints(terms, customer_id, email="", registered=True),
        profile=shop.profile(
            phones=(said.get("phone_mobile"), said.get("phone")),
            address=(said.get("address1"), said.get("address2")),
            postcode=said.get("postcode"),
            city=said.get("city"),
        ),
        modified_at=changed_at,
        part=f"address/{text(said.get('id'))}",
    )
