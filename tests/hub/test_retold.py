"""What is said in English where nobody reads is told in the reader's language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import clienteling
import sync
from clienteling.hub.retold import is_known, retold
from clienteling.wording import Wording

HOUSE, SYNC = Path(clienteling.__file__).parent, Path(sync.__file__).parent
ITALIAN, ENGLISH = Wording("it"), Wording("en")
SAID = {
    HOUSE / "hub" / "sources": {"Trouble", "Busy", "Unreachable", "Refused", "Wrong", "ValueError"},
    HOUSE / "hub" / "goods": {"Missing", "Forbidden", "NoPicture"},
    HOUSE / "hub" / "settings.py": {"SettingsError"},
    HOUSE / "hub" / "code_keys.py": {"CodeKeyDamaged"},
    HOUSE / "outreach" / "sheet.py": {"Unreadable"},
    SYNC / "queue_file.py": {"QueueFileUnreadable"},
    SYNC / "hub" / "intake": {"QueueFileUnreadable"},
    SYNC / "hub" / "trust": {"IdentityDamaged"},
    SYNC / "hub" / "databases": {"DatabaseUnsuitable"},
    SYNC / "hub" / "transactions.py": {"HubUnreachable"},
}
"""Whose exceptions a command or a list shows."""


def said() -> Iterator[str]:
    for place, names in SAID.items():
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            for call in _calls(path, names):
                text = _text(call.args[0])
                if set(text) - set("x: "):
                    yield text


def _calls(path: Path, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in names
            and node.args
        ):
            yield node


def _text(node: ast.expr) -> str:
    """With a word in the place of what is filled in."""
    match node:
        case ast.Constant(value=str(words)):
            return words
        case ast.JoinedStr(values=parts):
            return "".join(part.value if isinstance(part, ast.Constant) else "x" for part in parts)
    return ""


def test_there_is_something_to_tell():
    assert len(list(said())) > 40


@pytest.mark.parametrize("words", sorted(set(said())))
def test_whatever_a_part_says_is_told_in_italian(words):
    assert retold(words, ENGLISH) == words
    assert retold(words, ITALIAN) != words


@pytest.mark.parametrize(
    ("english", "italian"),
    [
        (
            "The source refused what was asked (status 404). The key must be allowed to read orders.",
            "La fonte ha rifiutato la richiesta (stato 404). La chiave deve poter leggere orders.",
        ),
        (
            "/srv/hub/hub.toml: port in [hub] is 'x'. Write a number from 0 to 65535.",
            "/srv/hub/hub.toml: port in [hub] è 'x'. Scrivere un numero da 0 a 65535.",
        ),
        (
            '/srv/hub.toml: token in [sources.magento] is not text. Write text in quotes, such as "…".',
            '/srv/hub.toml: token in [sources.magento] è non testo. Scrivere testo tra virgolette, come "…".',
        ),
        ("event 3: of no known kind; not readable", "evento 3: di tipo sconosciuto; illeggibile"),
        ("messenger reaction", "messenger reaction"),
        ("", ""),
    ],
)
def test_sentences_within_sentences_are_told_too(english, italian):
    assert retold(english, ITALIAN) == italian
    assert retold(english, ENGLISH) == english


def test_what_nobody_knows_is_told_as_it_was_said():
    assert not is_known("Something new.")
    assert retold("Something new.", ITALIAN) == "Something new."
