"""The messages that PROTOCOL.md lists are those that travel: whoever reads it needs no code of ours."""

from pathlib import Path
from typing import Any

from sync.errors import Code
from sync.hub.http.openapi import document
from sync.wire import Status

PAGE = Path(__file__).parents[2] / "sync/PROTOCOL.md"
WORDS = {"string": "text", "integer": "int", "boolean": "bool", "object": "{any}"}
ENUMS = {"Code": Code, "Status": Status}


def schemas() -> dict[str, Any]:
    found: dict[str, Any] = document("hub")["components"]["schemas"]
    return {name: each for name, each in found.items() if name not in ENUMS}


def kind(schema: dict[str, Any]) -> str:
    match schema:
        case {"$ref": ref}:
            name = ref.rpartition("/")[2]
            return "text" if name in ENUMS else name
        case {"anyOf": [one, {"type": "null"}]}:
            return kind(one)
        case {"type": "array", "items": items}:
            return f"[{kind(items)}]"
        case {"type": "object", "additionalProperties": values}:
            return f"{{{kind(values)}}}"
        case {"type": name}:
            return WORDS[name]
    return "any"


def field(name: str, schema: dict[str, Any], *, required: bool) -> str:
    default = "" if required or not schema.get("default") else f"={schema['default']}"
    return f"{name}{'' if required else '?'} {kind(schema)}{default}"


def line(name: str, schema: dict[str, Any]) -> str:
    fields = schema["properties"]
    told = [field(n, each, required=n in schema["required"]) for n, each in fields.items()]
    return f"{name}: {', '.join(told) or 'nothing'}"


def listed() -> list[str]:
    """The lines of the section, each message on one again."""
    section = PAGE.read_text().partition("\n## Messages\n")[2].partition("\n## ")[0]
    block = section.partition("```\n")[2].partition("```")[0]
    return block.replace("\n    ", " ").splitlines()


def test_each_message_is_listed_with_each_of_its_fields():
    assert listed() == [line(name, each) for name, each in sorted(schemas().items())]


def test_each_code_and_each_verdict_is_explained():
    page = PAGE.read_text()
    words = [*Code, *Status]
    assert [word.value for word in words if f"`{word.value}`" not in page] == []
