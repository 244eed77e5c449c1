"""Every promise in the README names tests that exist."""

import ast
import re
from pathlib import Path

HERE = Path(__file__).parent
HEADING = "## What sync promises"
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")


def promised() -> str:
    text = (HERE.parent / "README.md").read_text()
    return text.partition(HEADING)[2].partition("\n## ")[0]


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    machines = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return {name for name in functions | machines if name.lower().startswith("test")}


def test_each_test_that_a_promise_names_is_there():
    named = NAMED.findall(promised())
    missing = [f"{file}::{name}" for file, name in named if name not in names_in(HERE / file)]
    assert missing == []
    assert len(named) > 30


def test_each_promise_names_a_test():
    rows = [line for line in promised().splitlines() if line.startswith("| ") and "---" not in line][1:]
    assert [row for row in rows if not NAMED.search(row)] == []
    assert len(rows) > 20
