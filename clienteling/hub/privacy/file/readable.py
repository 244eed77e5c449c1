"""Her file to read: a PDF in her language, with where each thing comes from and how long it is kept."""

from collections import Counter
from datetime import date

from clienteling.consents.values import ConsentState, How
from clienteling.consents.words import purpose_name
from clienteling.customers.values import Fact, IdentifierKind, PreferenceKind, Provenance
from clienteling.hub.privacy.file.contents import Contents, Row
from clienteling.hub.privacy.file.paper import Paper
from clienteling.marking import msgid
from clienteling.privacy.values import Keep, Why
from clienteling.timeline.values import Entry
from clienteling.timeline.words import channel_name
from clienteling.vocabulary import known
from clienteling.wording import Wording

_KINDS = {
    IdentifierKind.EMAIL: msgid("E-mail"),
    IdentifierKind.PHONE: msgid("Telephone"),
    IdentifierKind.CARD: msgid("Card number"),
    IdentifierKind.PAGE_SCOPED: msgid("Chat account"),
    IdentifierKind.USER: msgid("Account"),
    IdentifierKind.ANONYMOUS: msgid("Browser or device"),
}
_PREFERENCES = {
    PreferenceKind.SHOE_SIZE: msgid("Shoe size"),
    PreferenceKind.CLOTHES_SIZE: msgid("Clothes size"),
    PreferenceKind.COLOUR: msgid("Colour"),
    PreferenceKind.MATERIAL: msgid("Material"),
    PreferenceKind.STYLE: msgid("Style"),
    PreferenceKind.FIT: msgid("Fit"),
    PreferenceKind.OTHER: msgid("Other"),
}
_HOW = {
    How.TOLD: msgid("said in the shop"),
    How.SIGNED: msgid("signed"),
    How.TAPPED: msgid("tapped on the shop's tablet"),
    How.ONLINE: msgid("given online"),
    How.FILE: msgid("taken over from another system"),
}
_WHYS = {
    Why.SCAN: msgid("your code was scanned"),
    Why.SEARCH: msgid("you were searched for"),
    Why.RECENT: msgid("from the cards opened lately"),
    Why.LIST: msgid("from the list of the day"),
    Why.CODE: msgid("your code was made"),
    Why.FILE: msgid("this file was made"),
    Why.CALL: msgid("you telephoned"),
    Why.OTHER: msgid("opened"),
}
_KEPT = {
    Keep.PROFILING: msgid("What you looked at and searched for, and what was deduced from it"),
    Keep.MARKETING: msgid("What was sent to you, opened and clicked, and the adverts you tapped"),
    Keep.ACCESS: msgid("Who opened your card"),
    Keep.UNSEEN: msgid("Everything, counted from when we last heard of you"),
}


def as_pdf(contents: Contents) -> bytes:
    say, wording = contents.wording.say, contents.wording
    name = contents.customer.full_name or contents.customer.id
    day = wording.full_date(wording.day_of(contents.made_at))
    title = say("What we know about you")
    foot = say("{name} · made on {day}", name=name, day=day).replace("{", "(").replace("}", ")")
    paper = Paper(
        title,
        language=wording.language,
        made_at=contents.made_at,
        foot=f"{foot} · {{page}} / {{pages}}",
    )
    paper.heading(title, say("{name} · made on {day} by {hub}", name=name, day=day, hub=contents.hub_name))
    paper.paragraphs(
        [say("This file is yours by articles 15 and 20 of Regulation (EU) 2016/679. Beside it lies the same "
             "for another system to read, with every record whole.")]
    )  # fmt: skip
    for part in (_who, _names, _consents, _preferences, _notes, _timeline, _sources, _kept, _opened, _rights):
        part(paper, contents)
    return bytes(paper.output())


def _who(paper: Paper, contents: Contents) -> None:
    her, wording = contents.customer, contents.wording
    say = wording.say
    paper.section(say("Who you are"))
    lines = (
        (say("Name"), her.full_name),
        (say("E-mail"), her.email),
        (say("Telephone"), wording.phone(her.phone) if her.phone else ""),
        (say("Card number"), her.card_number),
        (say("Address"), _address(contents)),
        (say("Birthday"), _birthday(her.birthday_on, wording)),
        (say("Customer since"), _day(her.since_on, wording)),
    )
    for label, words in lines:
        if words:
            paper.entry(label, words)


def _address(contents: Contents) -> str:
    rows = contents.records.get("customer", ())
    parts = ([row.get(part) or "" for part in ("address", "postcode", "city")] for row in rows)
    return next((" ".join(filter(None, each)) for each in parts if any(each)), "")


def _birthday(on: str | None, wording: Wording) -> str:
    """Of many only the day is known: year 0001."""
    if not on:
        return ""
    return wording.long_date(date(2000, int(on[5:7]), int(on[8:10]))) if on < "1000" else _day(on, wording)


def _day(on: str | None, wording: Wording) -> str:
    return wording.full_date(date.fromisoformat(on)) if on else ""


def _names(paper: Paper, contents: Contents) -> None:
    say = contents.wording.say
    rows = contents.records.get("identifier", ())
    if rows:
        paper.section(say("Names by which systems know you"))
    for row in rows:
        kind = known(IdentifierKind, row["kind"], IdentifierKind.USER)
        paper.entry(say(_KINDS[kind]), row["value"], row["source"])


def _consents(paper: Paper, contents: Contents) -> None:
    wording = contents.wording
    paper.section(wording.say("What you agreed to"))
    for state, record, text in contents.consents:
        paper.entry(
            purpose_name(state.purpose, wording), _standing(state, wording), _proof(record, text, wording)
        )


def _standing(state: ConsentState, wording: Wording) -> str:
    if not state.asked:
        return wording.say("You were never asked.")
    day = wording.full_date(wording.day_of(state.at))
    until = wording.full_date(wording.day_of(state.expires_at)) if state.expires_at else ""
    if state.expired:
        return wording.say("Given on {day}; it ended on {until}.", day=day, until=until)
    if state.granted and until:
        return wording.say("Given on {day}; it ends on {until}.", day=day, until=until)
    if state.granted:
        return wording.say("Given on {day}.", day=day)
    return wording.say("Refused or withdrawn on {day}.", day=day)


def _proof(record: Row | None, text: str, wording: Wording) -> str:
    if record is None:
        return ""
    how = wording.say(_HOW[known(How, record["how"], How.TOLD)])
    shown = wording.say("the text was: “{text}”", text=text) if text else ""
    return ", ".join(filter(None, (how, record.get("proof") or "", shown)))


def _preferences(paper: Paper, contents: Contents) -> None:
    say = contents.wording.say
    if contents.facts:
        paper.section(say("Your sizes and preferences"))
    for fact in contents.facts:
        value = contents.wording.colour(fact.value) if fact.kind is PreferenceKind.COLOUR else fact.value
        paper.entry(say(_PREFERENCES[fact.kind]), value, _origin(fact, contents.wording))


def _origin(fact: Fact, wording: Wording) -> str:
    day = wording.full_date(wording.day_of(fact.said_at)) if fact.said_at else ""
    match fact.source:
        case Provenance.TOLD:
            said = wording.say("told by you")
        case Provenance.ONLINE:
            said = wording.say("from your online account")
        case Provenance.DEDUCED:
            said = wording.say("deduced by the program")
    return ", ".join(filter(None, (said, fact.store_name, day)))


def _notes(paper: Paper, contents: Contents) -> None:
    wording = contents.wording
    if contents.notes:
        paper.section(wording.say("Notes of our associates"))
    for row in reversed(contents.notes):
        paper.entry(wording.full_date(wording.day_of(row["at"] or 0)), row["body"])


def _timeline(paper: Paper, contents: Contents) -> None:
    wording = contents.wording
    say = wording.say
    paper.section(say("Everything that happened"), say("Every channel, the newest first."))
    if not contents.timeline:
        paper.paragraphs([say("Nothing is recorded.")])
    shown: date | None = None
    for entry in contents.timeline:
        day = wording.day_of(entry.at)
        if day != shown:
            paper.day(wording.full_date(day))
            shown = day
        paper.entry(_where(entry, wording), entry.title, entry.subtitle)


def _where(entry: Entry, wording: Wording) -> str:
    return f"{wording.time(entry.at)}  {channel_name(entry.channel, wording)}"


def _sources(paper: Paper, contents: Contents) -> None:
    wording = contents.wording
    counted = Counter(payload.source for payload in contents.payloads)
    if not counted and not contents.imported:
        return
    paper.section(
        wording.say("What other systems told us"),
        wording.say("Their messages are kept as they came for some weeks, to be read again if need be."),
    )
    for source, number in sorted(counted.items()):
        last = max(p.received_at for p in contents.payloads if p.source == source)
        words = wording.count("{n} message that names you", "{n} messages that name you", number)
        paper.entry(source, words, wording.full_date(wording.day_of(last)))
    for row in contents.imported:
        taken = wording.full_date(wording.day_of(row["taken_at"] or 0))
        paper.entry(row["source"], wording.say("A row of a file"), taken)


def _kept(paper: Paper, contents: Contents) -> None:
    wording = contents.wording
    paper.section(
        wording.say("How long we keep it"),
        wording.say("What serves you (purchases, promises, messages) is kept while you are our customer."),
    )
    for keep, number in contents.months.items():
        if number:
            words = wording.count("{n} month", "{n} months", number)
            paper.entry(words, wording.say(_KEPT[keep]))


def _opened(paper: Paper, contents: Contents) -> None:
    wording = contents.wording
    paper.section(wording.say("Who opened your card"))
    if not contents.accesses:
        paper.paragraphs([wording.say("Nobody, as far as it is kept.")])
    for one in contents.accesses:
        who = ", ".join(filter(None, (one.associate_name, one.store_name))) or wording.say("at the hub")
        moment = f"{wording.full_date(wording.day_of(one.at))}, {wording.time(one.at)}"
        paper.entry(moment, who, wording.say(_WHYS[one.why]))


def _rights(paper: Paper, contents: Contents) -> None:
    say = contents.wording.say
    paper.section(say("What you may do"))
    paper.paragraphs(
        [
            say("Anything that is wrong is corrected, and any consent withdrawn, on the spot in every shop."),
            say("You may ask to be forgotten: then everything in this file is erased, on every device."),
            say("You may complain to the data protection authority of your country."),
        ]
    )
