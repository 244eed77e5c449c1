"""What must not be sent, what is only unkind, and what may go out."""

from dataclasses import dataclass

import msgspec
import pytest

from clienteling.consents.values import ConsentState, Purpose
from clienteling.outreach.guard import DAY_MS, Objection, judge, stopped
from clienteling.outreach.values import About, Letter, Limit, Matter, Sent, Topic, Way

NOW = 100 * DAY_MS
TWICE_A_MONTH = Limit()
NEWS = Letter(
    customer_id="giulia",
    way=Way.EMAIL,
    topic=Topic.MARKETING,
    template_id="news",
    to="g@example.com",
    body="Ciao",
)
SERVICE = msgspec.structs.replace(
    NEWS, topic=Topic.SERVICE, template_id="held", matter=Matter(about=About.PROMISE, record_id="p")
)
YES = (ConsentState(purpose=Purpose.MARKETING_EMAIL, granted=True, asked=True),)


def news(days_ago: float, **more) -> Sent:
    values = {"id": "s", "way": Way.EMAIL, "topic": Topic.MARKETING, "body": "Altro", "template_id": "other"}
    return Sent(at=int(NOW - days_ago * DAY_MS), **{**values, **more})


def objections(
    letter: Letter, consents=YES, past=(), *, unfilled: bool = False, limit=TWICE_A_MONTH
) -> list[Objection]:
    found = judge(letter, consents=consents, past=past, limit=limit, now=NOW, unfilled=unfilled)
    return [verdict.objection for verdict in found]


def consent(**values) -> tuple[ConsentState, ...]:
    return (ConsentState(purpose=Purpose.MARKETING_EMAIL, **values),)


@pytest.mark.parametrize(
    ("consents", "expected"),
    [
        (YES, []),
        ((), [Objection.NEVER_ASKED]),
        (consent(), [Objection.NEVER_ASKED]),
        (consent(asked=True), [Objection.REFUSED]),
        (consent(asked=True, expired=True), [Objection.EXPIRED]),
    ],
)
def test_news_needs_her_consent_to_that_very_way(consents, expected) -> None:
    assert objections(NEWS, consents) == expected
    by_phone = msgspec.structs.replace(NEWS, way=Way.PHONE)
    assert objections(by_phone, consents) == [Objection.NEVER_ASKED]


@dataclass(frozen=True)
class Case:
    about: About
    allowed: bool


@pytest.mark.parametrize(
    "case",
    [
        Case(About.PROMISE, allowed=True),
        Case(About.PURCHASE, allowed=True),
        Case(About.HAND, allowed=False),
        Case(About.SELECTION, allowed=False),
        Case(About.NOTHING, allowed=False),
    ],
)
def test_a_service_message_is_about_something_of_hers_and_needs_no_marketing_consent(case: Case) -> None:
    letter = msgspec.structs.replace(SERVICE, matter=Matter(about=case.about, record_id="x"))
    assert objections(letter, ()) == ([] if case.allowed else [Objection.NOT_HERS])


@pytest.mark.parametrize(
    ("change", "unfilled", "expected"),
    [
        ({"to": ""}, False, Objection.NO_ADDRESS),
        ({"body": " \n"}, False, Objection.EMPTY),
        ({}, True, Objection.HOLE),
    ],
)
def test_nothing_is_sent_nowhere_nor_empty_nor_with_a_hole(change, unfilled, expected) -> None:
    letter = msgspec.structs.replace(SERVICE, **change)
    found = judge(letter, consents=(), past=(), limit=Limit(), now=NOW, unfilled=unfilled)
    assert [verdict.objection for verdict in found] == [expected]
    assert stopped(found)


@pytest.mark.parametrize(
    ("past", "too_often"),
    [
        ([news(1)], False),
        ([news(1), news(29.9)], True),
        ([news(1), news(30)], False),
        ([news(1), news(2, topic=Topic.SERVICE)], False),
        ([news(1), news(2, way=Way.SMS)], True),
    ],
)
def test_news_comes_only_so_often_by_whichever_way(past, too_often) -> None:
    assert objections(NEWS, past=past) == ([Objection.TOO_OFTEN] if too_often else [])
    assert objections(SERVICE, past=past) == []


def test_it_is_said_how_often_she_was_written_to_and_who_did_so_last() -> None:
    past = [news(3, associate_name="Luca", store_name="Torino Po"), news(5)]
    (verdict,) = judge(NEWS, consents=YES, past=past, limit=Limit(), now=NOW)
    assert (verdict.times, verdict.days, verdict.sent) == (2, 30, past[0])
    assert not verdict.stops


def test_the_limit_is_the_shops_own() -> None:
    assert objections(NEWS, past=[news(1)], limit=Limit(1, 7)) == [Objection.TOO_OFTEN]
    assert objections(NEWS, past=[news(8)], limit=Limit(1, 7)) == []
    assert objections(NEWS, past=[], limit=Limit(0, 7)) == [Objection.TOO_OFTEN]


@pytest.mark.parametrize(
    ("sent", "twice"),
    [
        (news(9, template_id="held", about_id="p", topic=Topic.SERVICE), True),
        (news(9, template_id="held", about_id="q", topic=Topic.SERVICE), False),
        (news(9, body=" CIAO ", topic=Topic.SERVICE, way=Way.SMS), True),
        (news(31, template_id="held", about_id="p", topic=Topic.SERVICE), False),
    ],
)
def test_the_same_about_the_same_thing_is_said_once(sent, twice) -> None:
    assert objections(SERVICE, past=[sent]) == ([Objection.TWICE] if twice else [])
