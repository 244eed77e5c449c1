"""Calls as a telephone exchange tells them, event by event."""

Told = list[dict[str, str]]


def event(name: str, **fields: str) -> dict[str, str]:
    return {"Event": name, **fields}


def newchannel(channel: str, number: str = "", name: str = "", exten: str = "", call: str = "1.0") -> dict:
    return event(
        "Newchannel",
        Uniqueid=channel,
        Linkedid=call,
        CallerIDNum=number,
        CallerIDName=name,
        Exten=exten,
    )


def hangup(channel: str, call: str = "1.0") -> dict[str, str]:
    return event("Hangup", Uniqueid=channel, Linkedid=call, Cause="16")


def call_in(number: str = "3331234567", call: str = "1.0") -> Told:
    """She calls, Sara picks up at extension 204, they talk, she hangs up."""
    hers, ours = call, f"{call}1"
    return [
        newchannel(hers, number, "ROSSI G", "0212345", call),
        newchannel(ours, "", "", "204", call),
        event("DialBegin", Uniqueid=hers, Linkedid=call, DestUniqueid=ours, DestCallerIDNum="204"),
        event(
            "DialEnd",
            Uniqueid=hers,
            Linkedid=call,
            DestUniqueid=ours,
            DialStatus="ANSWER",
            DestCallerIDName="Sara Conti",
        ),
        event("BridgeEnter", Uniqueid=hers, Linkedid=call, BridgeUniqueid="b"),
        event("BridgeEnter", Uniqueid=ours, Linkedid=call, BridgeUniqueid="b"),
        hangup(ours, call),
        hangup(hers, call),
    ]


def missed(number: str = "3331234567", call: str = "2.0") -> Told:
    """It rings, nobody comes."""
    return [
        newchannel(call, number, "", "0212345", call),
        newchannel(f"{call}1", "", "", "204", call),
        event("DialEnd", Uniqueid=call, Linkedid=call, DestUniqueid=f"{call}1", DialStatus="CANCEL"),
        hangup(f"{call}1", call),
        hangup(call, call),
    ]


def call_out(dialled: str = "03331234567", call: str = "3.0") -> Told:
    """Sara dials 0 and her number."""
    return [
        newchannel(call, "204", "Sara Conti", dialled, call),
        newchannel(f"{call}1", "", "", "", call),
        event("DialEnd", Uniqueid=call, Linkedid=call, DestUniqueid=f"{call}1", DialStatus="ANSWER"),
        hangup(f"{call}1", call),
        hangup(call, call),
    ]
