"""A website that sends what its visitors do, to `/v1/…` or `/batch/`: which one it is its key tells."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar

import msgspec

from clienteling.hub.connectors import posthog, segment
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.tracking import Account
from clienteling.hub.sources.said import Said, Secret, asked, made
from clienteling.hub.sources.source import Entry, Kind, Payload
from clienteling.marking import msgid

SERVER = "server."


class SegmentSaid(Said, frozen=True, kw_only=True):
    write_key: Annotated[
        Secret,
        made(
            msgid(
                "The write key that the shop's website sends with its events. Its packages need only this "
                "hub's https address as their host."
            )
        ),
    ] = Secret()
    server_key: Annotated[
        Secret,
        made(
            msgid(
                "The write key of the shop's own server, never of a page or an app: what it says of a "
                "customer's login and e-mail address is believed."
            )
        ),
    ] = Secret()
    trust_user_id: Annotated[
        bool,
        asked(
            msgid(
                "Whether its user ids come from a login on the shop's own site. If any page could make them "
                "up, say false: they then join nobody."
            )
        ),
    ] = True
    trust_email: Annotated[
        bool,
        asked(
            msgid(
                "Whether an e-mail address counts that a page sends. Only for a site that has checked that "
                "it is theirs."
            )
        ),
    ] = False

    logins_of: Annotated[
        str,
        asked(
            msgid(
                "If the site's user ids are those of a connected shop: which one, such as woocommerce:shop. "
                "Counts for what comes with the server's key."
            )
        ),
    ] = ""

    def __post_init__(self) -> None:
        if self.server_key and self.server_key == self.write_key:
            raise ValueError("server_key is the write_key, which every visitor can read. Write another.")


class Segment(Kind):
    name: ClassVar[str] = "segment"
    settings: ClassVar[type[Said]] = SegmentSaid

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        sent = Sent.of_call(payload.call)
        who = account(said, source, server=sent.server)
        if sent.call == posthog.CALL:
            yield posthog.translate(payload.body, who, payload.received_at)
        else:
            yield segment.translate(payload.body, sent.call, who, payload.received_at)

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        return (
            Entry(msgid("Host, in the package's settings"), address.partition("/webhooks/")[0]),
            Entry(msgid("Write key of pages and apps"), said.write_key),
            Entry(msgid("Write key of the shop's own server"), said.server_key),
        )


class Sent(msgspec.Struct, frozen=True):
    """How a payload came; kept as its call: "batch", "server.batch"."""

    call: str
    server: bool = False

    @property
    def kept(self) -> str:
        return f"{SERVER}{self.call}" if self.server else self.call

    @classmethod
    def of_call(cls, kept: str) -> "Sent":
        return cls(kept.removeprefix(SERVER), kept.startswith(SERVER))


def account(said: SegmentSaid, source: str, *, server: bool) -> Account:
    name = source.partition(":")[2]
    return Account(
        name=name,
        trust_user_id=said.trust_user_id,
        trust_email=said.trust_email,
        server=server,
        logins_of=said.logins_of,
    )
