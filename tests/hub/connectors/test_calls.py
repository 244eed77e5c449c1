import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import calls, threecx
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel

NOW = 1_795_370_400_000
CALL = {
    "id": "a1",
    "direction": "in",
    "number": "02 1234567",
    "answered": True,
    "started_at": "2026-11-22T18:55:00+01:00",
    "seconds": 185,
    "agent": "Sara Conti",
}


def hear(*told: dict) -> tuple[Heard, ...]:
    said = calls.translate(msgspec.json.encode(list(told)), "calls:desk", NOW)
    assert not said.set_aside
    return said.heard


def test_a_call_is_hers_whose_number_it_came_from():
    (heard,) = hear(CALL)
    assert heard.key == "call/a1"
    assert heard.hints == (Hint(IdentifierKind.PHONE, "calls:desk", "+39021234567", verified=False),)
    assert heard.event is not None
    assert (heard.event.channel, heard.event.kind) == (Channel.CALL, EventKind.CALL_IN)
    assert heard.event.at == NOW - 5 * 60_000
    assert (heard.event.detail.seconds, heard.event.detail.by_name) == (185, "Sara Conti")


@pytest.mark.parametrize(
    ("said", "kind", "seconds"),
    [
        ({"answered": False}, EventKind.CALL_MISSED, 0),
        ({"direction": "out"}, EventKind.CALL_OUT, 185),
        ({"direction": "out", "answered": False, "seconds": 30}, EventKind.CALL_OUT, 0),
        ({"seconds": -5}, EventKind.CALL_IN, 0),
        ({"seconds": 10**9}, EventKind.CALL_IN, 86_400),
    ],
)
def test_what_became_of_a_call(said, kind, seconds):
    (heard,) = hear({**CALL, **said})
    assert heard.event is not None
    assert (heard.event.kind, heard.event.detail.seconds) == (kind, seconds)


@pytest.mark.parametrize(
    ("shown", "number"),
    [
        ("02 1234567", "+39021234567"),
        ("+39 02 1234567", "+39021234567"),
        ("0039 333 1234567", "+393331234567"),
        ("3331234567", "+393331234567"),
        ("+33 1 40 20 50 50", "+33140205050"),
        ("<unknown>", ""),
        ("Anonymous", ""),
        ("anonymous.invalid", ""),
        ("", ""),
        ("101", ""),
        ("40123", ""),
        ("sara@desk", ""),
    ],
)
def test_the_number_on_the_display(shown, number):
    assert calls.outside(shown) == number


@pytest.mark.parametrize("said", [{"number": "anonymous"}, {"number": "204"}, {"id": ""}])
def test_a_hidden_number_and_a_call_within_the_house_are_nobodys(said):
    assert hear({**CALL, **said}) == ()


@pytest.mark.parametrize("agent", ["204", "SIP/204", "<unknown>", ""])
def test_a_telephone_is_no_persons_name(agent):
    (heard,) = hear({**CALL, "agent": agent})
    assert heard.event is not None
    assert heard.event.detail.by_name == ""


def test_one_call_that_is_not_as_documented_leaves_the_others_alone():
    body = msgspec.json.encode([{"id": 1}, CALL, {"direction": "sideways"}])
    said = calls.translate(body, "calls:desk", NOW)
    assert [one.key for one in said.heard] == ["call/a1"]
    assert said.set_aside == ("call 1: not as documented", "call 3: not as documented")


def test_a_single_call_needs_no_list():
    assert len(calls.translate(msgspec.json.encode(CALL), "calls:desk", NOW).heard) == 1


@pytest.mark.parametrize("body", [b"7", b'"x"', b"", b"\xff"])
def test_what_is_no_call_at_all_is_refused(body):
    with pytest.raises((msgspec.MsgspecError, UnicodeDecodeError)):
        calls.translate(body, "calls:desk", NOW)


REPORT = {
    "type": "Inbound",
    "number": "+393331234567",
    "extension": "204",
    "first_name": "Sara",
    "last_name": "Conti",
    "started_at": "2026-11-22T17:55:00Z",
    "duration": "00:03:05",
}


def report(**changed) -> tuple[Heard, ...]:
    said = threecx.translate(msgspec.json.encode({**REPORT, **changed}), "threecx:desk", NOW)
    assert not said.set_aside
    return said.heard


@pytest.mark.parametrize(
    ("kind", "heard_as", "seconds"),
    [
        ("Inbound", EventKind.CALL_IN, 185),
        ("Missed", EventKind.CALL_MISSED, 0),
        ("Outbound", EventKind.CALL_OUT, 185),
        ("Notanswered", EventKind.CALL_OUT, 0),
        ("Not answered", EventKind.CALL_OUT, 0),
    ],
)
def test_the_four_reports_of_3cx(kind, heard_as, seconds):
    (heard,) = report(type=kind)
    assert heard.event is not None
    assert (heard.event.kind, heard.event.detail.seconds) == (heard_as, seconds)
    assert heard.event.detail.by_name == "Sara Conti"
    assert heard.event.at == NOW - 5 * 60_000


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("185", 185), ("0:03:05", 185), ("00:03:05.1234567", 185), ("1.00:00:01", 86_401), ("", 0), ("3m", 0)],
)
def test_how_long_3cx_says_it_was(told, seconds):
    assert threecx.seconds(told) == seconds


def test_the_same_report_has_the_same_key_and_no_other():
    (first,), (again,) = report(), report()
    (other,) = report(started_at="2026-11-22T17:55:01Z")
    assert first.key == again.key != other.key
    assert "333" not in first.key


def test_a_report_of_another_kind_is_set_aside():
    said = threecx.translate(b'{"type":"Fax"}', "threecx:desk", NOW)
    assert said.set_aside == ("3CX report: of no known kind of call",)
