"""Who may import whom, and what a signal may reach.

Arrows point down only: tablet and hub → feature packages → sync.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

import clienteling

ABOVE_THE_TRUNK = {
    "clienteling.tablet",
    "clienteling.hub",
    "clienteling.demo",
    "clienteling.cli",
    "clienteling.__main__",
}
QT = {"PySide6", "shiboken6", "zxingcpp"}
HTTP = {"requests", "litestar", "uvicorn", "starlette", "http", "urllib3", "httpx"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("clienteling", "sync", include_external_packages=True, cache_dir=None)


def imports_of(graph: grimp.ImportGraph, package: str) -> dict[str, set[str]]:
    modules = {package} | graph.find_descendants(package)
    return {m: graph.find_modules_directly_imported_by(m) for m in modules}


def offenders(graph: grimp.ImportGraph, package: str, forbidden: set[str]) -> list[str]:
    return sorted(
        f"{module} imports {target}"
        for module, targets in imports_of(graph, package).items()
        for target in targets
        if any(target == f or target.startswith(f"{f}.") for f in forbidden)
    )


def trunk(graph: grimp.ImportGraph) -> set[str]:
    return {m for m in graph.find_children("clienteling") if m not in ABOVE_THE_TRUNK}


def test_sync_has_never_heard_of_a_shop_or_of_qt(graph: grimp.ImportGraph) -> None:
    assert offenders(graph, "sync", {"clienteling", *QT}) == []


def test_feature_packages_import_neither_qt_nor_http_nor_a_face(graph: grimp.ImportGraph) -> None:
    forbidden = QT | HTTP | ABOVE_THE_TRUNK
    assert len(trunk(graph)) > 10
    assert [o for package in trunk(graph) for o in offenders(graph, package, forbidden)] == []


def test_the_tablet_does_not_know_the_hub(graph: grimp.ImportGraph) -> None:
    assert offenders(graph, "clienteling.tablet", {"clienteling.hub", "sync.hub", "clienteling.demo"}) == []


def test_the_hub_does_not_know_the_tablet_nor_qt(graph: grimp.ImportGraph) -> None:
    assert offenders(graph, "clienteling.hub", {"clienteling.tablet", "clienteling.demo", *QT}) == []


def test_the_device_side_of_sync_does_not_know_the_hub_side(graph: grimp.ImportGraph) -> None:
    assert offenders(graph, "sync.device", {"sync.hub"}) == []
    assert offenders(graph, "sync.hub", {"sync.device"}) == []


def test_practice_has_no_way_to_the_shop_s_own_records_nor_to_any_hub(graph: grimp.ImportGraph) -> None:
    """What it is made from is handed to it, and the tablet's own replica is not among it."""
    hub_and_keys = {
        "sync.api",
        "sync.device.engine",
        "sync.device.link",
        "sync.device.passes",
        "sync.device.push",
        "sync.device.trusted",
        "sync.device.snapshot",
    }
    own_device = {
        "clienteling.tablet.app",
        "clienteling.tablet.root",
        "clienteling.tablet.opening",
        "clienteling.tablet.pairing",
        "clienteling.tablet.sign_in",
        "clienteling.demo",
    }
    for package in ("clienteling.practice", "clienteling.tablet.practice"):
        assert len(imports_of(graph, package)) > 1
        assert offenders(graph, package, hub_and_keys | own_device | HTTP) == []


def test_only_sync_and_the_job_runner_start_threads(graph: grimp.ImportGraph) -> None:
    threads = {"threading", "concurrent"}
    allowed = {"clienteling.tablet.jobs"}
    found = [
        o
        for package in ("clienteling.tablet", *trunk(graph))
        for o in offenders(graph, package, threads)
        if o.split(" ")[0] not in allowed
    ]
    assert found == []


def test_who_shows_what_was_deduced_asks_whether_she_lets_us(graph: grimp.ImportGraph) -> None:
    """Rows of `insight` are read by itself, made by the hub, and shown by whoever asks for her consent."""
    makes = {"clienteling.replicated", "clienteling.hub", "clienteling.insight"}
    asks = {"clienteling.consents.rules", "clienteling.consents.queries"}
    readers = {
        module
        for package in ("clienteling.tablet", *trunk(graph))
        for module, targets in imports_of(graph, package).items()
        if {"clienteling.insight.queries", "clienteling.insight.tables"} & targets
        and not any(module == each or module.startswith(f"{each}.") for each in makes)
    }
    assert readers >= {"clienteling.card.compose"}
    assert [m for m in sorted(readers) if not asks & graph.find_modules_directly_imported_by(m)] == []


def classes_of_the_tablet() -> Iterator[tuple[str, ast.ClassDef]]:
    for file in sorted((Path(clienteling.__file__).parent / "tablet").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield file.name, node


def connected(tree: ast.AST) -> Iterator[ast.expr]:
    """What signals are connected to in there."""
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and isinstance(called, ast.Attribute) and called.attr == "connect":
            yield from node.args[:1]


def of_itself(cls: ast.ClassDef) -> set[str]:
    """The methods of itself that it connects to signals."""
    own = (t for t in connected(cls) if isinstance(t, ast.Attribute) and isinstance(t.value, ast.Name))
    return {target.attr for target in own if target.value.id == "self"}


def no_slots(cls: ast.ClassDef) -> set[str]:
    methods = [node for node in cls.body if isinstance(node, ast.FunctionDef)]
    return {m.name for m in methods if not any(ast.unparse(d).startswith("Slot(") for d in m.decorator_list)}


def test_a_method_that_a_signal_reaches_is_marked_as_a_slot() -> None:
    """Otherwise a page may open with nothing on it: why, says tests/tablet/test_slots.py."""
    found = {f"{n}: {c.name}.{m}" for n, c in classes_of_the_tablet() for m in of_itself(c) & no_slots(c)}
    assert found == set()


def test_no_signal_holds_what_it_calls() -> None:
    """A lambda stays for as long as the signal, with all that it knows, and no collector sees it there."""
    held = {
        f"{name}: {ast.unparse(target)}"
        for name, cls in classes_of_the_tablet()
        for target in connected(cls)
        if isinstance(target, ast.Lambda | ast.Call)
    }
    assert held == set()
