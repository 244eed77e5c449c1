"""The templates of a shop as one TOML file, for a person to write and read."""

import tomllib
from collections.abc import Mapping, Sequence

import msgspec

from clienteling import resources
from clienteling.outreach.filling import slots_of
from clienteling.outreach.values import OF_HERS, About, Slot, Template, Topic, Way, Words

_SLOTS = frozenset(slot.value for slot in Slot)


class Unreadable(Exception):
    """The file says something that no template can be; the message says which and what."""


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    topic: Topic
    about: About = About.NOTHING
    ways: tuple[Way, ...] = tuple(Way)
    words: Mapping[str, Words]


class _Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    template: tuple[_Entry, ...] = ()


def read(text: str) -> list[Template]:
    """Raises Unreadable."""
    try:
        sheet = msgspec.convert(tomllib.loads(text), _Sheet)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Unreadable(str(error)) from error
    templates = [
        Template(id=e.id, topic=e.topic, about=e.about, ways=e.ways, words=e.words) for e in sheet.template
    ]
    _check(templates)
    return templates


def write(templates: Sequence[Template]) -> str:
    return "\n".join(_table(template) for template in templates)


def seeded() -> list[Template]:
    """What a shop begins with, in Italian and English."""
    return read(resources.path("outreach", "templates.toml").read_text("utf-8"))


def _check(templates: Sequence[Template]) -> None:
    ids = [template.id for template in templates]
    for each in ids:
        if not each.strip() or ids.count(each) > 1:
            raise Unreadable(f"id “{each}”: every template needs one of its own")
    for template in templates:
        if not template.words or not template.ways:
            raise Unreadable(f"“{template.id}” needs words in a language, and a way to be sent")
        if template.topic is Topic.SERVICE and template.about not in {*OF_HERS, About.NOTHING}:
            raise Unreadable(f"“{template.id}”: a service message is about a promise or a purchase of hers")
        for language, words in template.words.items():
            _check_words(template.id, language, words)


def _check_words(template_id: str, language: str, words: Words) -> None:
    where = f"“{template_id}” ({language})"
    if not words.name.strip() or not words.body.strip():
        raise Unreadable(f"{where} needs a name and a body")
    try:
        unknown = (slots_of(words.subject) | slots_of(words.body)) - _SLOTS
    except ValueError as error:
        raise Unreadable(f"{where}: {error}") from error
    if unknown:
        known = ", ".join(f"{{{slot}}}" for slot in sorted(_SLOTS))
        raise Unreadable(f"{where}: nothing fills {{{min(unknown)}}}. There are {known}")


def _table(template: Template) -> str:
    ways = ", ".join(_text(way.value) for way in template.ways)
    lines = [
        "[[template]]",
        f"id = {_text(template.id)}",
        f"topic = {_text(template.topic.value)}",
        f"about = {_text(template.about.value)}",
        f"ways = [{ways}]",
    ]
    for language, words in template.words.items():
        lines += ["", f"[template.words.{_text(language)}]"]
        lines += [f"{key} = {_text(said)}" for key, said in msgspec.structs.asdict(words).items() if said]
    return "\n".join([*lines, ""])


def _text(value: str) -> str:
    """A string of TOML; several lines stand as several lines."""
    text = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"""\n{text}"""' if "\n" in text else f'"{text}"'
