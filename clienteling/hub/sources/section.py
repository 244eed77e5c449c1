"""The section of one source in hub.toml: read strictly, written with what each key is for above it."""

import re
import secrets
import textwrap
import tomllib
from collections.abc import Mapping
from typing import Any

import msgspec

from clienteling.hub.sources.kinds import KINDS
from clienteling.hub.sources.said import MADE, Secret, meta_of, type_of
from clienteling.hub.sources.source import Kind, Source

WIDTH = 108
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_WANTED = {bool: "true or false", int: "a whole number", str: 'text in quotes, such as "…"'}


class Wrong(Exception):
    """What to put right in a section; the message continues "hub.toml: "."""


def read(name: str, section: Mapping[str, Any]) -> Source:
    """Raises Wrong. No secret is repeated in what it says."""
    where = f"[sources.{name}]"
    if not is_name(name):
        raise Wrong(f"{where} is no name for a source. Write small letters, digits, - and _ only.")
    kind = KINDS.get(str(section.get("kind", "")))
    if kind is None:
        raise Wrong(f"kind in {where} is not one that this hub knows. Write one of: {', '.join(KINDS)}.")
    fields = {field.name: field for field in msgspec.structs.fields(kind.settings)}
    values: dict[str, Any] = {}
    for key, value in section.items():
        if key == "kind":
            continue
        if key not in fields:
            raise Wrong(f"there is no setting {key} in {where}. Write one of: {', '.join(fields)}.")
        values[key] = _value(fields[key], value, where)
    for key, field in fields.items():
        if field.required and key not in values:
            raise Wrong(f"{key} is missing in {where}. Write it, or run `clienteling hub connect`.")
    try:
        return Source(name, kind, kind.settings(**values))
    except ValueError as error:
        raise Wrong(f"{where}: {error}") from error


def parsed(name: str, written: str) -> Source:
    """What `write` wrote. Raises Wrong."""
    return read(name, tomllib.loads(written)["sources"][name])


def is_name(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


def write(name: str, kind: Kind, values: Mapping[str, Any]) -> str:
    """The section as text for hub.toml: what `values` lack has its default, what the hub makes is made."""
    lines = [f"[sources.{name}]", "# What is connected here.", f"kind = {_toml(kind.name)}"]
    for field in msgspec.structs.fields(kind.settings):
        meta = meta_of(field)
        if meta is None and field.name not in values:
            continue
        value = values[field.name] if field.name in values else (_made(meta) or field.default)
        lines += textwrap.wrap(
            meta.description if meta and meta.description else _plain(field.name),
            WIDTH,
            initial_indent="# ",
            subsequent_indent="# ",
        )
        lines.append(f"{field.name} = {_toml(value)}")
    return "\n".join(lines) + "\n"


def without(text: str, name: str) -> str:
    """hub.toml's text but for that section."""
    kept: list[str] = []
    hers = False
    for line in text.splitlines():
        if line.lstrip().startswith("["):
            hers = line.strip() == f"[sources.{name}]"
        if not hers:
            kept.append(line)
    return "\n".join(kept)


def kept(source: Source) -> dict[str, Any]:
    """What the hub has made for it, so that what was entered elsewhere stays good."""
    fields = msgspec.structs.fields(source.kind.settings)
    return {field.name: getattr(source.said, field.name) for field in fields if _is_made(meta_of(field))}


def _value(field: msgspec.structs.FieldInfo, value: Any, where: str) -> Any:
    try:
        return msgspec.convert(value, field.type, dec_hook=_secret)
    except msgspec.ValidationError as error:
        of = type_of(field)
        shown = "not text" if of is Secret else repr(value)
        wanted = _WANTED.get(str if of is Secret else of, "a value of the right kind")
        raise Wrong(f"{field.name} in {where} is {shown}. Write {wanted}.") from error


def _secret(wanted: type, value: Any) -> Any:
    if not issubclass(wanted, Secret) or not isinstance(value, str):
        raise TypeError("not text")
    return Secret(value)


def _made(meta: msgspec.Meta | None) -> str:
    return secrets.token_urlsafe(24) if _is_made(meta) else ""


def _is_made(meta: msgspec.Meta | None) -> bool:
    return meta is not None and bool((meta.extra or {}).get(MADE))


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize() + "."


def _toml(value: Any) -> str:
    """JSON's strings, numbers and lists of strings are TOML's; DEL alone TOML wants escaped too."""
    plain = str(value) if isinstance(value, str) else value
    return msgspec.json.encode(plain).decode().replace("\x7f", "\\u007f")
