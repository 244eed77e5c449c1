"""Whatever a signal reaches is a slot of its class.

PySide makes an object that is connected otherwise a description of its own, which goes when it goes. QML
remembers such descriptions by where they lay: the next object whose description came to lie there had the
properties of another, and a page opened with nothing on it.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import clienteling
from clienteling.practice.names import ScenarioName
from clienteling.tablet.app import App
from clienteling.tablet.practice.exercise import Exercise
from tests.tablet.practice.conftest import begins

__all__ = ["begins"]

SOURCES = Path(clienteling.__file__).parent
HEARD = {"Slot", "Signal"}


def classes() -> Iterator[tuple[Path, ast.ClassDef]]:
    for file in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield file, node


def name_called(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.id if isinstance(called, ast.Name) else ""


def connected(tree: ast.AST) -> Iterator[ast.expr]:
    """What signals are connected to in there."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "connect"
        ):
            yield from node.args[:1]


def reached(cls: ast.ClassDef) -> set[str]:
    """The methods of itself that it connects to signals."""
    own = (t for t in connected(cls) if isinstance(t, ast.Attribute) and isinstance(t.value, ast.Name))
    return {target.attr for target in own if target.value.id == "self"}


def unmarked(cls: ast.ClassDef) -> set[str]:
    """Its methods that are no slots."""
    methods = (node for node in cls.body if isinstance(node, ast.FunctionDef))
    return {m.name for m in methods if not HEARD & {name_called(d) for d in m.decorator_list}}


def test_what_a_signal_is_connected_to_is_marked_as_a_slot() -> None:
    found = {f"{file.name}: {c.name}.{name}" for file, c in classes() for name in reached(c) & unmarked(c)}
    assert found == set()


def test_no_signal_holds_what_it_calls() -> None:
    """A lambda stays for as long as the signal, with all that it knows, and no collector sees it there."""
    files = sorted((SOURCES / "tablet").rglob("*.py"))
    trees = {file.name: ast.parse(file.read_text("utf-8")) for file in files}
    held = [f"{name}: {ast.unparse(t)}" for name, tree in trees.items() for t in connected(tree) if holds(t)]
    assert held == []


def holds(target: ast.expr) -> bool:
    return isinstance(target, ast.Lambda | ast.Call)


@pytest.mark.slow
def test_no_object_of_the_app_has_a_description_of_its_own(
    qtbot: QtBot, signed_in: App, begins: Callable[[ScenarioName], Exercise]
) -> None:
    exercise = begins(ScenarioName.FOUR_CHANNELS)
    made = [o for o in shiboken6.getAllValidWrappers() if type(o).__module__.startswith("clienteling")]
    assert exercise in made
    assert {type(o).__name__: added(o) for o in made if isinstance(o, QObject) and added(o)} == {}


def added(made: QObject) -> list[str]:
    """Which methods its description has beyond that of its class."""
    own, first = made.metaObject(), type(made).staticMetaObject.methodCount()
    return [own.method(i).methodSignature().toStdString() for i in range(first, own.methodCount())]
