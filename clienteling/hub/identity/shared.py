"""What an e-mail address or a telephone says of who somebody is, where several people may go by it."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from clienteling.customers import names
from clienteling.customers.phone import is_landline
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.identity.known import MOST_PEOPLE, KnownNames, Owner
from clienteling.marking import msgid

_AGREED = msgid("verified, and the same name")


class Doubt(StrEnum):
    """Why an address does not join."""

    TOO_MANY = msgid("shared by too many people")
    ANOTHER_NAME = msgid("under another name")
    LANDLINE = msgid("which rings in a house or an office, and no name beside it")
    ANOTHER_ACCOUNT = msgid("of another account of the same source")
    SEVERAL = msgid("shared by several who could be meant")


class Reading(msgspec.Struct, frozen=True):
    """Whom an address means; nobody where it is doubtful, and then why, and who else goes by it."""

    owner: Owner | None = None
    doubt: Doubt | None = None
    others: tuple[Owner, ...] = ()


def read(known: KnownNames, address: Hint, accounts: Sequence[Hint], full_name: str) -> Reading:
    """Whom this verified address means, for somebody who has these accounts and goes by this name."""
    owners = known.owners(address)
    if len(owners) > MOST_PEOPLE:
        return Reading(doubt=Doubt.TOO_MANY, others=tuple(owners[:MOST_PEOPLE]))
    doubts = {owner.stands_id: _doubt(known, address, owner, accounts, full_name) for owner in owners}
    meant = [owner for owner in owners if owner.verified and doubts[owner.stands_id] is None]
    if len(meant) == 1:
        return Reading(owner=meant[0])
    others = tuple(owner for owner in owners if owner.verified)
    if not others:
        return Reading()
    return Reading(doubt=Doubt.SEVERAL if meant else doubts[others[0].stands_id], others=others)


def evidence(address: Hint, doubt: Doubt) -> str:
    """In words, without the address itself."""
    return f"{_same(address)}, {doubt}"


def agreement(address: Hint) -> str:
    return f"{_same(address)}, {_AGREED}"


def _same(address: Hint) -> str:
    if address.kind is IdentifierKind.EMAIL:
        return msgid("the same e-mail address")
    return msgid("the same telephone number")


def _doubt(
    known: KnownNames, address: Hint, owner: Owner, accounts: Sequence[Hint], full_name: str
) -> Doubt | None:
    if names.same(owner.full_name, full_name):
        return None
    if not names.agree(owner.full_name, full_name):
        return Doubt.ANOTHER_NAME
    if address.kind is IdentifierKind.PHONE and is_landline(address.value):
        return Doubt.LANDLINE
    if any(known.has_other(owner.stands_id, account) for account in accounts):
        return Doubt.ANOTHER_ACCOUNT
    return None
