"""What she agreed to or took back at a source, with where it stands there as its proof."""

from collections.abc import Sequence

from clienteling.consents import queries
from clienteling.consents.values import How
from clienteling.hub.connectors.heard import HeardConsent
from clienteling.hub.importing.pen import Pen
from clienteling.privacy.keeping import expiry


def put(pen: Pen, customer_id: str, said: Sequence[HeardConsent]) -> None:
    """What is on record already is not recorded twice."""
    if not said:
        return
    known = {(one.purpose, one.granted, one.at) for one in queries.records(pen.conn, customer_id)}
    for one in said:
        if (one.purpose, one.granted, one.at) in known:
            continue
        pen.add(
            "consent",
            {
                "customer_id": customer_id,
                "purpose": one.purpose.value,
                "granted": one.granted,
                "how": How.ONLINE.value,
                "proof": one.proof,
                "at": one.at,
                "expires_at": expiry(pen.conn, one.purpose, one.at) if one.granted else None,
            },
        )
