"""Meta's webhook (Messenger, Instagram, WhatsApp): GET to set it up, POST with what happened."""

import hmac
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, ClassVar

import msgspec

from clienteling.hub.connectors.heard import Heard, Translation
from clienteling.hub.connectors.meta import hook
from clienteling.hub.intake.body import UNREADABLE
from clienteling.hub.sources.arriving import Accepted, Arrived, Reply, Webhook
from clienteling.hub.sources.said import Said, Secret, asked, made
from clienteling.hub.sources.source import Entry, Kind, Payload
from clienteling.marking import msgid
from clienteling.timeline.values import EventKind
from sync.errors import Code, HubRefused

LONGEST_CHALLENGE = 1_000
MESSENGER_FIELDS = (
    "messages, message_echoes, message_edits, message_reactions, message_reads, messaging_optins, "
    "messaging_postbacks, messaging_referrals, feed, mention"
)
INSTAGRAM_FIELDS = (
    "messages, message_edit, message_reactions, messaging_postbacks, messaging_referral, messaging_seen, "
    "comments, live_comments, mentions"
)
WHATSAPP_FIELDS = "messages, smb_message_echoes, history, calls, user_preferences"
RECEIVED = Reply(body=b"EVENT_RECEIVED", media_type="text/plain")


class MetaSaid(Said, frozen=True, kw_only=True):
    app_secret: Annotated[
        Secret,
        asked(
            msgid(
                '"App secret" from the settings of the shop\'s app at Meta. Empty: no message is accepted. '
                "The webhook needs a public https address with a certificate of its own."
            )
        ),
    ] = Secret()
    verify_token: Annotated[Secret, made(msgid("Given to Meta when the webhook is set up."))] = Secret()
    page_name: Annotated[
        str,
        asked(
            msgid(
                "Signs for the shop where a message does not say who wrote it, such as: Sara, customer care."
            )
        ),
    ] = ""


class MetaWebhook:
    largest: int = hook.LARGEST_BODY

    def receive(self, arrived: Arrived, said: Any) -> Accepted:
        if arrived.method != "POST":
            return Accepted(reply=_verified(arrived.query, said.verify_token))
        signature = arrived.headers.get("x-hub-signature-256", "")
        if not said.app_secret or not hook.signature_holds(arrived.wire, signature, said.app_secret):
            raise HubRefused(Code.UNAUTHENTICATED, "The signature is missing or not of this app's secret.")
        try:
            msgspec.json.decode(arrived.plain, type=hook.Body)
        except UNREADABLE as error:
            raise HubRefused(Code.MALFORMED, f"The body is no webhook: {error}.") from error
        return Accepted(call="webhook", body=arrived.plain, reply=RECEIVED)


class Meta(Kind):
    name: ClassVar[str] = "meta"
    settings: ClassVar[type[Said]] = MetaSaid
    webhook: ClassVar[Webhook | None] = MetaWebhook()

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        del source  # each page and account is a source of its own
        for translation in hook.translate(payload.body, payload.received_at):
            heard = tuple(_signed_for(heard, said.page_name) for heard in translation.heard)
            yield msgspec.structs.replace(translation, heard=heard)

    def is_blank(self, said: Any) -> bool:
        return not said.app_secret

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        return (
            Entry(msgid("Callback URL"), address),
            Entry(msgid("Verify token"), said.verify_token),
            Entry(msgid("Fields to subscribe for Messenger"), MESSENGER_FIELDS),
            Entry(msgid("Fields to subscribe for Instagram"), INSTAGRAM_FIELDS),
            Entry(msgid("Fields to subscribe for WhatsApp"), WHATSAPP_FIELDS),
        )


def _signed_for(heard: Heard, page_name: str) -> Heard:
    event = heard.event
    if event is None or event.kind is not EventKind.MESSAGE_OUT or event.detail.by_name:
        return heard
    detail = msgspec.structs.replace(event.detail, by_name=page_name)
    return msgspec.structs.replace(heard, event=msgspec.structs.replace(event, detail=detail))


def _verified(query: Mapping[str, str], token: str) -> Reply:
    right = hmac.compare_digest(token.encode(), query.get("hub.verify_token", "").encode())
    if query.get("hub.mode") != "subscribe" or not token or not right:
        raise HubRefused(Code.UNAUTHENTICATED, "The verify token is not this hub's.")
    challenge = query.get("hub.challenge", "")[:LONGEST_CHALLENGE]
    return Reply(body=challenge.encode(), media_type="text/plain")
