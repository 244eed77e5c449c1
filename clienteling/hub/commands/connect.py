"""`clienteling hub connect`: asks for what a source needs, tries it, and writes its section into hub.toml."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import typer

from clienteling.hub.addresses import reachable
from clienteling.hub.agreeing import yes_or_no
from clienteling.hub.machine_language import machine_language
from clienteling.hub.retold import retold
from clienteling.hub.settings import FILE, SOURCES, HubSettings, load_or_create
from clienteling.hub.sources import section
from clienteling.hub.sources.kinds import KINDS
from clienteling.hub.sources.met import in_words
from clienteling.hub.sources.said import MADE, Secret, meta_of, type_of
from clienteling.hub.sources.source import Kind, Source
from clienteling.hub.sources.trying import found
from clienteling.hub.sources.web import Trouble
from clienteling.hub.trouble import explained, stop
from clienteling.marking import msgid
from clienteling.wording import Wording
from sync.private_file import write_private

_CONNECTED = msgid(
    "“{name}” is connected already. Choose another --name, or take [sources.{name}] out of hub.toml."
)
_FROM_OUTSIDE = msgid(
    "From the internet this hub is reached only by a public https name; that goes in the place of {address}."
)


def run(data: Path, kind_name: str, name: str, *, check: bool) -> None:
    wording = Wording(machine_language())
    kind = KINDS.get(kind_name)
    if kind is None:
        kinds = ", ".join(sorted(KINDS))
        sentence = msgid("There is no kind of source “{kind}”. There are: {kinds}.")
        stop(wording.say(sentence, kind=kind_name, kinds=kinds))
    name = name or kind.name
    with explained(data):
        settings = load_or_create(data)
        others, made = _place(settings, name, kind, wording)
        written = section.write(name, kind, {**made, **_answers(kind, wording)})
        source = _read(name, written)
        if check:
            _try(source, wording)
        write_private(settings.data / FILE, f"{others.rstrip()}\n\n{written}".encode())
    _tell(settings, source, wording)


def _place(settings: HubSettings, name: str, kind: Kind, wording: Wording) -> tuple[str, dict[str, Any]]:
    """hub.toml but for a section of that name which still waits to be filled in; what was made for that."""
    if not section.is_name(name):
        stop(wording.say("A source's name is of small letters, digits, - and _ only, such as “shop-2”."))
    there = next((source for source in settings.sources if source.name == name), None)
    if there is not None and (there.kind is not kind or not kind.is_blank(there.said)):
        stop(wording.say(_CONNECTED, name=name))
    others = section.without((settings.data / FILE).read_text("utf-8"), name)
    if name in tomllib.loads(others).get(SOURCES, {}):  # written by hand, in another way
        stop(wording.say(_CONNECTED, name=name))
    return others, section.kept(there) if there is not None else {}


def _answers(kind: Kind, wording: Wording) -> dict[str, Any]:
    """What has a default and no words is left to it; what the hub makes it makes."""
    answers: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind.settings):
        meta = meta_of(field)
        if meta is None or (meta.extra or {}).get(MADE):
            continue
        answers[field.name] = _ask(field, wording.say(meta.description or field.name), wording)
    return answers


def _ask(field: msgspec.structs.FieldInfo, question: str, wording: Wording) -> Any:
    of = type_of(field)
    if of is bool:
        return yes_or_no(question, wording, default=bool(field.default))
    default = None if field.required else str(field.default)
    while True:
        answer = typer.prompt(
            question,
            default=default,
            hide_input=of is Secret,
            show_default=bool(default) and of is not Secret,
        )
        if of is not int:
            return answer.strip()
        if answer.strip().lstrip("-").isdigit():
            return int(answer)


def _read(name: str, written: str) -> Source:
    try:
        return section.parsed(name, written)
    except section.Wrong as wrong:
        stop(retold(str(wrong), Wording(machine_language())))


def _try(source: Source, wording: Wording) -> None:
    try:
        there = found(source)
    except Trouble as trouble:
        stop(
            wording.say(
                "{problem} Nothing was written. --no-check writes it untried.",
                problem=retold(str(trouble), wording),
            )
        )
    if there:
        typer.echo(in_words(there, wording))


def _tell(settings: HubSettings, source: Source, wording: Wording) -> None:
    sentence = msgid("Written to hub.toml as [sources.{name}]. It begins at the hub's next start.")
    typer.echo(wording.say(sentence, name=source.name))
    address = reachable(settings, settings.host, settings.port)[0]
    entries = source.kind.advice(source.said, f"https://{address}/webhooks/{source.name}")
    if entries:
        typer.echo(wording.say("To be entered at the source:"))
    for entry in entries:
        typer.echo(f"  {wording.say(entry.words)}: {entry.value}")
    if entries:
        typer.echo(wording.say(_FROM_OUTSIDE, address=address))
