import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Amendment, Heard, Hint
from clienteling.hub.connectors.meta import hook
from clienteling.timeline.values import EventKind

NOW = 1_795_300_000_000


def translated(kind: str, field: str, value: object):
    entry = {"id": "9001", "time": NOW // 1000 - 60, "changes": [{"field": field, "value": value}]}
    (translation,) = hook.translate(msgspec.json.encode({"object": kind, "entry": [entry]}), NOW)
    return translation


def heard(kind: str, field: str, **value) -> Heard:
    (one,) = translated(kind, field, value).heard
    return one


def test_a_comment_on_instagram_is_hers_at_its_moment():
    one = heard(
        "instagram", "comments", id="c-1", text="Che belle!", **{"from": {"id": "7001", "username": "g"}}
    )
    assert (one.key, one.hints) == ("c-1", (Hint(IdentifierKind.PAGE_SCOPED, "instagram:9001", "7001"),))
    assert one.event is not None
    assert (one.event.kind, one.event.text) == (EventKind.COMMENTED, "Che belle!")
    assert one.event.at == (NOW // 1000 - 60) * 1000


COMMENT = {"item": "comment", "comment_id": "5_6", "from": {"id": "7001"}, "created_time": NOW // 1000 - 90}


def test_a_comment_on_the_page_may_be_changed_and_taken_away():
    added = heard("page", "feed", verb="add", message="Quanto costa?", **COMMENT)
    edited = heard("page", "feed", verb="edited", message="Quanto costano?", **COMMENT)
    removed = heard("page", "feed", verb="remove", **COMMENT)
    assert added.event is not None
    assert added.event.at == (NOW // 1000 - 90) * 1000
    assert edited.amends is not None
    assert removed.amends is not None
    assert (added.amends, edited.amends.how, removed.amends.how) == (
        None,
        Amendment.EDITED,
        Amendment.DELETED,
    )
    assert edited.amends.of == removed.amends.of == added.key
    assert removed.event is None


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("page", "feed", {"item": "like", "post_id": "p", "from": {"id": "7001"}}),
        ("page", "feed", {"item": "comment", "comment_id": "c", "from": {"id": "9001"}, "message": "ours"}),
        ("page", "leadgen", {"leadgen_id": 3}),
        ("instagram", "mentions", {"comment_id": "c", "media_id": "m"}),
        ("instagram", "comments", "odd"),
        ("instagram", "comments", None),
    ],
)
def test_what_names_nobody_or_asks_nothing_is_set_aside(kind, field, value):
    translation = translated(kind, field, value)
    assert translation.heard == ()
    assert translation.set_aside == (f"{'messenger' if kind == 'page' else kind} {field}",)
