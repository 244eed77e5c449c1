"""Whatever a source sends, the intake reads it or says why not; it never stops."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.values import RawState
from tests.hub.little_house import ANNA, NOW, chat, link, rows, user

WORDS = st.sampled_from(
    [
        "",
        "u1",
        "0",
        "7001",
        "9001",
        "39",
        "nero",
        "Gliele teniamo da parte fino a sabato",
        "a@b.it",
        "\0",
        "é",
    ]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False)
    | WORDS
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def some(names: str) -> st.SearchStrategy[dict]:
    """A dictionary with some of these keys, holding anything."""
    return st.dictionaries(st.sampled_from(names.split()), VALUES, max_size=6)


MESSAGES = st.builds(
    lambda kind, event, who, rest, properties: {
        **rest,
        **who,
        "type": kind,
        "event": event,
        "properties": properties,
    },
    st.sampled_from(["track", "identify", "page", "alias", "group"]) | VALUES,
    st.sampled_from(["Product Viewed", "Product Added", "Order Completed", "Cart Viewed"]) | VALUES,
    st.sampled_from([{"userId": "u1"}, {"anonymousId": "x"}, {}]),
    some("messageId timestamp sentAt traits context previousId name"),
    some("product_id sku ean name price quantity products query order_id total url") | VALUES,
)
PARTY = st.sampled_from([{"id": "7001"}, {"id": 9001}, {"id": "9001"}]) | VALUES
ITEMS = st.builds(
    lambda sender, recipient, at, rest: {**rest, "sender": sender, "recipient": recipient, "timestamp": at},
    PARTY,
    PARTY,
    st.integers(-(10**18), 10**18) | VALUES,
    st.fixed_dictionaries(
        {},
        optional={
            "message": some("mid text is_echo is_deleted metadata referral attachments") | VALUES,
            "message_edit": some("mid text num_edit attachments") | VALUES,
            "reaction": some("mid emoji action") | VALUES,
            "read": some("mid watermark") | VALUES,
            "referral": some("ref ad_id source ads_context_data product") | VALUES,
            "postback": some("title payload mid referral") | VALUES,
            "optin": some("ref notification_messages_status") | VALUES,
        },
    ),
)
KINDS = "text image edit revoke reaction system order location contacts interactive referral context"
MESSAGE = st.builds(
    lambda said, rest: {**rest, **said},
    st.sampled_from(
        [
            {"from": "393330000001", "id": "w"},
            {"from": "393330000001"},
            {"from_user_id": "IT.1", "id": "w"},
            {},
        ]
    ),
    some(f"timestamp type {KINDS} status recipient_id event direction duration category value wa_id threads"),
)
CHANGES = st.builds(
    lambda field, value: {"field": field, "value": value},
    st.sampled_from(["messages", "calls", "comments", "feed", "history"]) | VALUES,
    st.dictionaries(
        st.sampled_from(
            [
                "metadata",
                "contacts",
                "messages",
                "statuses",
                "calls",
                "user_preferences",
                "message_echoes",
                "history",
            ]
        ),
        st.lists(MESSAGE, max_size=3) | VALUES,
        max_size=4,
    )
    | some("from id comment_id text message verb item created_time")
    | VALUES,
)
GENTLE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def known(store):
    link(store, ANNA, user("u1"))
    link(store, ANNA, chat("7001"))
    return store


def failures(store) -> list[str]:
    return [row.problem for row in rows(store, raw_payload, state=RawState.FAILED)]


@GENTLE
@given(messages=st.lists(MESSAGES, max_size=4))
def test_any_batch_is_worked_through(intake, known, messages):
    intake.keep("segment:web", "batch", msgspec.json.encode({"batch": messages}))
    intake.work()
    assert failures(known) == []


@GENTLE
@given(items=st.lists(ITEMS, max_size=4))
def test_any_webhook_is_worked_through(intake, known, items):
    entry = {"id": "9001", "time": NOW, "messaging": items}
    intake.keep("meta:meta", "webhook", msgspec.json.encode({"object": "page", "entry": [entry]}))
    intake.work()
    assert failures(known) == []


@GENTLE
@given(
    kind=st.sampled_from(["whatsapp_business_account", "instagram", "page"]) | WORDS,
    changes=st.lists(CHANGES, max_size=3),
)
def test_any_change_is_worked_through(intake, known, kind, changes):
    entry = {"id": "9001", "time": NOW // 1000, "changes": changes}
    intake.keep("meta:meta", "webhook", msgspec.json.encode({"object": kind, "entry": [entry]}))
    intake.work()
    assert failures(known) == []


CAPTURED = st.builds(
    lambda event, rest, said: {**rest, "event": event, "properties": said},
    st.sampled_from(["$identify", "$set", "$create_alias", "$pageview", "Order Completed"]) | VALUES,
    some("distinct_id uuid timestamp $set"),
    some("$set $anon_distinct_id alias $current_url products order_id total $is_identified") | VALUES,
)


@GENTLE
@given(events=st.lists(CAPTURED, max_size=4))
def test_any_batch_of_posthogs_is_worked_through(intake, known, events):
    intake.keep("segment:web", "server.posthog", msgspec.json.encode({"batch": events}))
    intake.work()
    assert failures(known) == []
