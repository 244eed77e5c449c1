"""One person's card from several records of hers."""

from collections.abc import Sequence

import msgspec

from clienteling.customers.values import Customer, Tier

_WORDS = ("given_name", "family_name", "language", "email", "phone", "card_number")
_FILLED = (*_WORDS, "home_store_id", "birthday_on")
_TIERS = list(Tier)


def as_one(records: Sequence[Customer]) -> Customer:
    """What the first says stands; the others, in their order, fill what it leaves blank. At least one.

    She has been a customer since the earliest of them, and what she has earned with any she keeps.
    """
    first = records[0]
    if len(records) == 1:
        return first
    filled = {field: next(filter(None, (getattr(one, field) for one in records)), None) for field in _FILLED}
    return msgspec.structs.replace(
        first,
        **{field: value for field, value in filled.items() if value},
        since_on=min((one.since_on for one in records if one.since_on), default=None),
        tier=max((one.tier for one in records), key=_TIERS.index),
        provisional=all(one.provisional for one in records),
        records=len(records),
    )
