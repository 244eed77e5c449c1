"""Somebody was entered by mistake: taken back whole, unless something else has become hers meanwhile.

Nobody asked to be forgotten: what sources tell of whoever has that name, telephone or address is still heard.
"""

import sqlalchemy as sa

from clienteling.errors import MoreThanEntered
from clienteling.hub.erasing import forget_record
from clienteling.hub.house import Hub
from clienteling.hub.privacy import requests
from clienteling.hub.privacy.erasure import write_receipts
from clienteling.hub.privacy.requests import Wished
from clienteling.newcomers.mistakes import more_than_entered
from clienteling.privacy.values import Answer


class _KeptAfterAll(Exception):
    """The request was taken back before it was answered."""


def answer(hub: Hub, one: Wished) -> None:
    """Looked at and erased in one transaction, so that nothing gets lost that comes in between."""

    def look(connection: sa.Connection, customer_id: str) -> None:
        standing = requests.find(connection, one.id)
        if standing is None or standing.answer is not Answer.ASKED:
            raise _KeptAfterAll
        why = more_than_entered(connection, customer_id)
        if why:
            raise MoreThanEntered(why)

    try:
        hub.store.erasing.erase(one.customer_id, (look, forget_record))
    except _KeptAfterAll:
        return
    except MoreThanEntered as more:
        with hub.store.write() as writer:
            requests.answer(writer, one.id, Answer.REFUSED, more.why)
        return
    write_receipts(hub)
