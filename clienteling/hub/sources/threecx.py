"""3CX, by a CRM template of our own: who is calling for the display, and a report when a call ends.

At the address that the hub prints: GET …/template.xml, GET …/lookup?number=…, POST …/call.
"""

import logging
from collections.abc import Iterable, Sequence
from html import escape
from typing import Annotated, Any, ClassVar

import msgspec
import sqlalchemy as sa

from clienteling import catalogues, resources
from clienteling.hub.connectors import calls, threecx
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.identity.callers import reached_by
from clienteling.hub.intake.body import UNREADABLE
from clienteling.hub.sources.arriving import Accepted, Arrived, Reply, Webhook
from clienteling.hub.sources.display import contact
from clienteling.hub.sources.pace import Pace
from clienteling.hub.sources.said import Said, Secret, asked
from clienteling.hub.sources.secret_place import PlaceSecret, let_in, place_of
from clienteling.hub.sources.source import Entry, Kind, Payload
from clienteling.marking import msgid
from clienteling.wording import Wording
from sync.errors import Code, HubRefused

LARGEST_BODY = 64 * 1024
LOOKUPS_A_MINUTE = 60
"""A shop's telephones ring less often; a list of numbers is tried slowly."""
TEMPLATE = "template.xml"
_ADDRESS = "@ADDRESS@"
_log = logging.getLogger(__name__)


class ThreeCXSaid(Said, frozen=True, kw_only=True):
    secret: PlaceSecret = Secret()
    language: Annotated[str, asked(msgid("The language of what the telephones show: it or en."))] = "it"

    def __post_init__(self) -> None:
        if self.language not in catalogues.languages():
            raise ValueError(
                f"language is {self.language!r}. Write one of: {', '.join(catalogues.languages())}."
            )


class ThreeCXWebhook:
    largest: int = LARGEST_BODY

    def __init__(self) -> None:
        self._pace = Pace(LOOKUPS_A_MINUTE)

    def receive(self, arrived: Arrived, said: Any) -> Accepted:
        match let_in(arrived, said.secret), arrived.method:
            case "call", "POST":
                return _report(arrived.plain)
            case "lookup", "GET":
                if not self._pace.allows(said.secret, arrived.at):
                    raise HubRefused(Code.TOO_MANY_REQUESTS, "Too many numbers in one minute.")
                return _lookup(arrived.query.get("number", ""), Wording(said.language))
            case "template.xml", "GET":
                return Accepted(reply=_template(arrived.address.removesuffix(f"/{TEMPLATE}")))
        raise HubRefused(Code.NOT_FOUND, "Here are lookup, call and template.xml.")


class ThreeCX(Kind):
    name: ClassVar[str] = "threecx"
    settings: ClassVar[type[Said]] = ThreeCXSaid
    webhook: ClassVar[Webhook | None] = ThreeCXWebhook()

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        del said
        yield threecx.translate(payload.body, source, payload.received_at)

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        template = f"{place_of(address, said.secret)}/{TEMPLATE}"
        return (Entry(msgid("Template to save from here and to upload there"), template),)


def _report(body: bytes) -> Accepted:
    try:
        msgspec.json.decode(body, type=dict)
    except UNREADABLE as error:
        raise HubRefused(Code.MALFORMED, "The report is no JSON object.") from error
    return Accepted(call="call", body=body, reply=Reply(body=b"{}"))


def _lookup(shown: str, wording: Wording) -> Accepted:
    """A plus in a query arrives as a space where the telephone system does not escape it."""
    number = calls.outside(shown.strip())
    return Accepted(reply=lambda conn: _contact(conn, number, wording))


def _contact(conn: sa.Connection, number: str, wording: Wording) -> Reply:
    found = contact(conn, number, wording) if number else None
    _log.info("the telephones asked who is calling: %s", "a customer" if found else "nobody known")
    shows = tuple(reached_by(conn, number)) if found else ()
    return Reply(body=msgspec.json.encode({"contact": found} if found else {}), shows=shows)


def _template(address: str) -> Reply:
    text = resources.path("3cx", "clienteling.xml").read_text("utf-8")
    filled = text.replace(_ADDRESS, escape(address, quote=True))
    return Reply(body=filled.encode(), media_type="application/xml")
