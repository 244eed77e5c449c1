"""Wishes that sources pass on: a shop system whose customer asked there for her file, or to be forgotten."""

from clienteling.hub.connectors.heard import Heard
from clienteling.hub.erasing import erase_names
from clienteling.hub.identity import strangers
from clienteling.hub.identity.who import Known, Stranger, Whose
from clienteling.hub.privacy.forgotten import Forgotten
from clienteling.hub.privacy.requests import request
from clienteling.privacy.values import PrivacyWish
from sync.hub.writer import HubWriter


class Door:
    """Called by the intake within its transaction; the clerk answers what is written here."""

    def __init__(self, forgotten: Forgotten) -> None:
        self._forgotten = forgotten

    def __call__(self, writer: HubWriter, whose: Whose | None, source: str, heard: Heard) -> None:
        match whose:
            case Known(customer_id) if heard.wish is not None:
                request(writer, customer_id, heard.wish, source=source, source_id=heard.key)
            case Stranger(stranger_id) if heard.wish is PrivacyWish.ERASURE:
                self._forget(writer, stranger_id)
            case _:
                pass  # nobody here is meant: there is nothing to show and nothing to erase

    def _forget(self, writer: HubWriter, stranger_id: str) -> None:
        """Who is no customer has no records: names, what waits for them, and what was sent of them."""
        conn = writer.connection
        hints = strangers.names(conn, [stranger_id])
        self._forgotten.forget(conn, stranger_id, hints, writer.now)
        erase_names(conn, {hint.value for hint in hints})
