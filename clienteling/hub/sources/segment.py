"""A website that sends with the Segment HTTP tracking API. Its door is `/v1/…`, known by its write key."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar

from clienteling.hub.connectors import segment
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.sources.said import Said, Secret, asked, made
from clienteling.hub.sources.source import Kind, Payload
from clienteling.marking import msgid


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
                "Whether an e-mail address counts without a login. Only for a site that has checked that it "
                "is theirs."
            )
        ),
    ] = False


class Segment(Kind):
    name: ClassVar[str] = "segment"
    settings: ClassVar[type[Said]] = SegmentSaid

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        yield segment.translate(payload.body, payload.call, account(said, source), payload.received_at)

    def advice(self, said: Any, address: str) -> Sequence[str]:
        return (address.partition("/webhooks/")[0], said.write_key)


def account(said: SegmentSaid, source: str) -> segment.Account:
    name = source.partition(":")[2]
    return segment.Account(name=name, trust_user_id=said.trust_user_id, trust_email=said.trust_email)
