import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.asterisk import Account, translate
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.hub.sources.exchange_calls import FORGOTTEN_MS, MOST_CALLS, OpenCalls
from clienteling.timeline.values import EventKind
from tests.hub.connectors.exchange import Told, call_in, call_out, event, hangup, missed, newchannel
from tests.hub.connectors.shared import payload

SOURCE = "asterisk:shop"
NOW = 1_795_370_400_000
STARTED = NOW - 600_000
SECOND = 1_000


def over(*told: Told, calls: OpenCalls | None = None) -> list[bytes]:
    """The calls that are over when all of this was told, a second from one event to the next."""
    calls = OpenCalls() if calls is None else calls
    events = [one for some in told for one in some]
    return [call for n, one in enumerate(events) for call in calls.take(one, STARTED + n * SECOND)]


def hear(*told: Told, account: Account | None = None) -> list[Heard]:
    return [
        heard for call in over(*told) for heard in translate(call, account or Account(), SOURCE, NOW).heard
    ]


def test_a_call_that_was_picked_up():
    (heard,) = hear(call_in())
    assert heard.key == "call/1.0"
    assert heard.hints == (Hint(IdentifierKind.PHONE, SOURCE, "+393331234567", verified=False),)
    assert heard.event is not None
    assert (heard.event.kind, heard.event.at) == (EventKind.CALL_IN, STARTED)
    assert heard.event.detail.by_name == "Sara Conti"
    assert heard.event.detail.seconds == 4  # from picking up to the end, not the ringing


def test_a_call_that_nobody_picked_up_names_no_associate():
    (heard,) = hear(missed())
    assert heard.event is not None
    assert (heard.event.kind, heard.event.detail.seconds) == (EventKind.CALL_MISSED, 0)
    assert heard.event.detail.by_name == ""


def test_a_call_out_is_hers_who_was_dialled():
    (heard,) = hear(call_out(), account=Account(outside_line="0"))
    assert heard.event is not None
    assert (heard.event.kind, heard.event.detail.by_name) == (EventKind.CALL_OUT, "Sara Conti")
    assert heard.hints[0].value == "+393331234567"


def test_a_landline_keeps_its_zero_where_nothing_is_dialled_before():
    (heard,) = hear(call_out("021234567"))
    assert heard.hints[0].value == "+39021234567"


def test_a_machine_that_answers_is_nobody():
    alone = [
        newchannel("1.0", "3331234567", "", "s"),
        event("BridgeEnter", Uniqueid="1.0", Linkedid="1.0", BridgeUniqueid="b"),
        hangup("1.0"),
    ]
    (heard,) = hear(alone)
    assert heard.event is not None
    assert heard.event.kind is EventKind.CALL_MISSED


@pytest.mark.parametrize("number", ["", "<unknown>", "anonymous", "205", "Anonymous"])
def test_hidden_numbers_and_calls_within_the_house_are_nobodys(number):
    within = call_in(number)
    within[0] = newchannel("1.0", number, "", "204")
    assert hear(within) == []


def test_a_number_that_is_shown_a_moment_later_counts():
    late = call_in("")
    late.insert(1, event("NewCallerid", Uniqueid="1.0", Linkedid="1.0", CallerIDNum="+39 02 1234567"))
    (heard,) = hear(late)
    assert heard.hints[0].value == "+39021234567"


def test_a_channel_of_the_exchanges_own_that_is_told_first_is_not_the_caller():
    inner = [newchannel("1.9", "204", "Sara Conti"), *call_in(), hangup("1.9")]
    (heard,) = hear(inner)
    assert heard.event is not None
    assert (heard.key, heard.event.kind) == ("call/1.0", EventKind.CALL_IN)


def test_two_calls_at_once_are_two():
    mixed = [
        one
        for pair in zip(call_in(call="1.0"), call_in("3397654321", call="5.0"), strict=True)
        for one in pair
    ]
    first, second = hear(mixed)
    assert {first.key, second.key} == {"call/1.0", "call/5.0"}
    assert {first.hints[0].value, second.hints[0].value} == {"+393331234567", "+393397654321"}


def test_a_call_is_not_over_while_somebody_is_on_it():
    calls = OpenCalls()
    assert over(call_in()[:-1], calls=calls) == []
    assert len(calls) == 1
    assert len(over(call_in()[-1:], calls=calls)) == 1
    assert len(calls) == 0


def test_calls_that_ended_while_nobody_listened_are_told_with_what_is_known():
    calls = OpenCalls()
    over(call_in(call="1.0")[:-1], call_in("3397654321", call="5.0")[:-1], calls=calls)
    (ended,) = calls.only({"5.0"})
    (heard,) = translate(ended, Account(), SOURCE, NOW).heard
    assert heard.key == "call/1.0"
    assert len(calls) == 1


def test_what_never_ends_is_forgotten_and_no_more_is_held_than_can_be():
    calls = OpenCalls()
    for n in range(MOST_CALLS + 5):
        over([newchannel(f"{n}.0", "3331234567", call=f"{n}.0")], calls=calls)
    assert len(calls) == MOST_CALLS
    calls.forget(STARTED + FORGOTTEN_MS + 1)
    assert len(calls) == 0


def test_the_words_before_version_12_are_understood_too():
    old = [
        event("Newchannel", Uniqueid="1.0", CallerIDNum="3331234567", Exten="0212345"),
        event("Newchannel", Uniqueid="1.1", CallerIDNum="204"),
        event("Dial", SubEvent="Begin", UniqueID="1.0", DestUniqueID="1.1"),
        event("Bridge", Bridgestate="Link", Uniqueid1="1.0", Uniqueid2="1.1"),
        event("Hangup", Uniqueid="1.1"),
        event("Dial", SubEvent="End", UniqueID="1.0", DialStatus="ANSWER"),
        event("Hangup", Uniqueid="1.0"),
    ]
    (heard,) = hear(old)
    assert heard.event is not None
    assert heard.event.kind is EventKind.CALL_IN
    assert heard.event.detail.seconds == 3


@pytest.mark.parametrize(
    "told",
    [
        [event("Hangup")],
        [event("Hangup", Uniqueid="9")],
        [event("BridgeEnter", Uniqueid="9")],
        [{"Response": "Success"}],
        [event("Dial", UniqueID="1", DestUniqueID="1")],
        [event("Newchannel", Uniqueid="1"), event("Dial", UniqueID="1", DestUniqueID="1"), hangup("1", "1")],
    ],
)
def test_odd_events_are_no_error(told):
    assert hear(told) == []


def test_what_is_no_list_of_events_is_refused():
    with pytest.raises(msgspec.MsgspecError):
        translate(b"{}", Account(), SOURCE, NOW)


def blocks(text: bytes) -> Told:
    plain = text.decode().replace("\r", "")
    return [
        {name: value.strip() for name, _, value in (line.partition(":") for line in block.splitlines())}
        for block in plain.split("\n\n")
    ]


@pytest.mark.shared
def test_a_recorded_call_between_two_extensions_is_nobodys():
    recorded = blocks(payload("asterisk/originate_with_events.ami.txt"))
    calls = OpenCalls()
    ended = over(recorded, calls=calls)
    assert ended
    assert len(calls) == 0
    assert hear(recorded) == []


@pytest.mark.shared
def test_a_recorded_answer_is_known_as_one():
    (ended,) = [one for one in blocks(payload("asterisk/dialend.ami.txt")) if one.get("Event")]
    call = ended["Linkedid"]
    told = [newchannel(call, "3331234567", call=call), ended, hangup(call, call)]
    (heard,) = hear(told)
    assert heard.event is not None
    assert heard.event.kind is EventKind.CALL_IN
