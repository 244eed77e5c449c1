"""One call as Asterisk's manager told it, event by event → what we heard.

Pure translation. Both the names of Asterisk 12 and later and those before them are understood.
https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Events/
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from clienteling.hub.connectors import calls
from clienteling.hub.connectors.calls import Call, Direction
from clienteling.hub.connectors.heard import Translation

Fields = Mapping[str, str]


class Happened(msgspec.Struct, frozen=True):
    at: int
    """When it was told, milliseconds UTC: manager events carry no time of their own."""
    fields: dict[str, str]


class Account(msgspec.Struct, frozen=True, kw_only=True):
    longest_extension: int = calls.LONGEST_EXTENSION
    """Numbers of so many digits at most are telephones of the house."""
    outside_line: str = ""
    """What is dialled before an outside number, such as "0"; empty where nothing is."""


def translate(body: bytes, account: Account, source: str, received_at: int) -> Translation:
    """The body is the list of a call's events, oldest first. Raises msgspec.MsgspecError."""
    happened = msgspec.json.decode(body, type=list[Happened])
    call = understood(happened, account)
    return Translation(source, calls.hear(call, source, received_at) if call else ())


def understood(happened: Sequence[Happened], account: Account) -> Call | None:
    """None for a call within the house, or with nobody who can be named."""
    began = _began(happened)
    if began is None:
        return None
    caller = _outside(_first(_numbers(happened, _caller(began))), account)
    dialled = "" if caller else _outside(_dialled(happened, began), account, out=True)
    if not caller and not dialled:
        return None
    talked = _talk(happened, _caller(began))
    direction = Direction.IN if caller else Direction.OUT
    return Call(
        id=call_id(began.fields),
        direction=direction,
        number=caller or dialled,
        answered=talked is not None,
        started_at=began.at,
        seconds=0 if talked is None else round((talked[1] - talked[0]) / 1000),
        agent=_agent(happened, began, direction),
    )


def _began(happened: Sequence[Happened]) -> Happened | None:
    """The channel that the call is named by; where none is, the one that was told first."""
    channels = [one for one in happened if one.fields.get("Event") == "Newchannel"]
    named = (one for one in channels if one.fields.get("Linkedid") == one.fields.get("Uniqueid"))
    return next(named, channels[0] if channels else None)


def call_id(fields: Fields) -> str:
    return fields.get("Linkedid") or fields.get("Uniqueid", "")


def _caller(began: Happened) -> str:
    return began.fields.get("Uniqueid", "")


def _numbers(happened: Iterable[Happened], channel: str) -> Iterator[str]:
    """What the caller's own channel showed: at once, or a moment later."""
    for one in happened:
        if one.fields.get("Uniqueid") == channel and one.fields.get("Event") in {"Newchannel", "NewCallerid"}:
            yield one.fields.get("CallerIDNum", "")


def _first(numbers: Iterable[str]) -> str:
    return next((number for number in numbers if number), "")


def _dialled(happened: Iterable[Happened], began: Happened) -> str:
    """The number that the house called: what was dialled, or whom the line then rang."""
    rung = (
        one.fields.get(name, "")
        for one in happened
        if one.fields.get("Event") == "DialBegin"
        for name in ("DestCallerIDNum", "DialString")
    )
    tried = (began.fields.get("Exten", ""), *(text.rpartition("/")[2].partition("@")[0] for text in rung))
    return next((number for number in tried if calls.outside(number)), "")


def _outside(number: str, account: Account, *, out: bool = False) -> str:
    line = account.outside_line
    shown = number.removeprefix(line) if out and line else number
    return shown if calls.outside(shown, account.longest_extension) else ""


def _talk(happened: Sequence[Happened], caller: str) -> tuple[int, int] | None:
    """From when somebody picked up until the caller was gone. A machine that answers is nobody."""
    inside: dict[str, set[str]] = {}
    for one in happened:
        if one.fields.get("Event") == "BridgeEnter":
            inside.setdefault(one.fields.get("BridgeUniqueid", ""), set()).add(one.fields.get("Uniqueid", ""))
        if _answered(one.fields) or any(len(channels) > 1 for channels in inside.values()):
            return one.at, max(one.at, _gone(happened, caller))
    return None


def _gone(happened: Sequence[Happened], caller: str) -> int:
    hung_up = (
        one.at
        for one in happened
        if one.fields.get("Event") == "Hangup" and one.fields.get("Uniqueid") == caller
    )
    return next(hung_up, happened[-1].at)


def _answered(fields: Fields) -> bool:
    match fields.get("Event"):
        case "DialEnd":
            return fields.get("DialStatus") == "ANSWER"
        case "Bridge":
            return fields.get("Bridgestate") == "Link"
    return False


def _agent(happened: Iterable[Happened], began: Happened, direction: Direction) -> str:
    """Who picked up; on a call out, who dialled."""
    if direction is Direction.OUT:
        return began.fields.get("CallerIDName", "")
    picked_up = (
        one.fields.get("DestCallerIDName", "")
        for one in happened
        if one.fields.get("Event") == "DialEnd" and one.fields.get("DialStatus") == "ANSWER"
    )
    return next(picked_up, "")
