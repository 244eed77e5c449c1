"""No command of the hub says anything that is not looked up in the reader's language first."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import clienteling.hub

HUB = Path(clienteling.hub.__file__).parent
SPEAKING = {
    "echo",
    "stop",
    "_stop",
    "confirm",
    "agree",
    "yes_or_no",
    "prompt",
    "Table",
    "Column",
    "show",
    "print",
    "add_row",
}
"""What writes on a terminal."""
HOW = {"style", "overflow"}
"""How it looks, not what it says."""
LOOKED_UP = {"say", "count", "named", "msgid", "retold", "in_words"}
NO_WORDS = re.compile(r"[^A-Za-z]*(--[a-z]+|https?|clienteling hub|shops = |PIN|[a-z])?[^A-Za-z]*")
"""Options, addresses, commands, what is typed into hub.toml: alike in every language."""
FILES = sorted(
    path
    for path in HUB.rglob("*.py")
    if re.search(
        r"^(import typer|from rich)|import stop|trouble import", path.read_text("utf-8"), re.MULTILINE
    )
    and "migrations" not in path.parts
)


def _untranslated(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in SPEAKING:
            named = (keyword.value for keyword in node.keywords if keyword.arg not in HOW)
            for argument in (*node.args, *named):
                yield from _bare(argument)


def _bare(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and _name(node) in LOOKED_UP | SPEAKING:
        return
    if isinstance(node, ast.FormattedValue):
        yield from _bare(node.value)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, str) and not NO_WORDS.fullmatch(node.value):
            yield node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from _bare(child)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def test_the_commands_are_looked_at():
    names = {path.name for path in FILES}
    assert {"sources.py", "devices.py", "erasing.py", "requests.py", "trouble.py", "receipt.py"} <= names


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HUB).as_posix())
def test_a_command_says_nothing_that_is_not_translated(path):
    assert list(_untranslated(ast.parse(path.read_text("utf-8")))) == []


def test_a_sentence_that_was_forgotten_is_seen():
    forgotten = ast.parse(
        'typer.echo(f"{n} payloads are read"); typer.echo(wording.say("{n} are read", n=n))'
    )
    assert list(_untranslated(forgotten)) == [" payloads are read"]


def test_one_console_prints_every_list_with_its_words_as_they_are():
    own = [path.name for path in FILES if "Console(" in path.read_text("utf-8")]
    assert own == ["listing.py"]
