"""A customer of the demo and the names she is known by, as records."""

from collections.abc import Iterator

from clienteling.customers.values import IdentifierKind, Tier
from clienteling.hub.demo.book import Book, Row
from clienteling.hub.demo.people import Person


def put_person(book: Book, person: Person, tier: Tier, page_id: str) -> None:
    book.add("customer", _customer(person, tier))
    for row in _identifiers(person, page_id):
        book.add("identifier", row)


def _customer(person: Person, tier: Tier) -> Row:
    return {
        "id": person.id,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "language": person.language,
        "email": person.email,
        "phone": person.phone,
        "card_number": person.card_number,
        "tier": tier.value,
        "home_store_id": person.store_id,
        "since_on": person.since.isoformat(),
        "birthday_on": person.birthday_on,
    }


def _identifiers(person: Person, page_id: str) -> Iterator[Row]:
    """The website checked the e-mail address of its users; a telephone number is only what was said."""
    signed_in = bool(person.web_user)
    for kind, source, value, verified in (
        (IdentifierKind.EMAIL, "", person.email, signed_in),
        (IdentifierKind.PHONE, "", person.phone, False),
        (IdentifierKind.CARD, "", person.card_number, True),
        (IdentifierKind.USER, "web", person.web_user, True),
        (IdentifierKind.PAGE_SCOPED, f"messenger:{page_id}", person.page_scoped_id, True),
    ):
        if value:
            yield {
                "id": f"{person.id}/{kind}",
                "customer_id": person.id,
                "kind": kind.value,
                "source": source,
                "value": value,
                "verified": verified,
            }
