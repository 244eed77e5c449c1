"""The QML is linted with the Python types it sees; what it cannot see of them is tested here."""

import importlib
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMetaObject, QObject

ROOT = Path(__file__).resolve().parents[2]
TABLET = ROOT / "clienteling" / "tablet"


def python_types() -> list[QMetaObject]:
    files = [file for file in TABLET.rglob("*.py") if "@QmlElement" in file.read_text("utf-8")]
    modules = [importlib.import_module(".".join(f.relative_to(ROOT).with_suffix("").parts)) for f in files]
    return [
        kind.staticMetaObject
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, QObject) and kind.__module__ == module.__name__
    ]


def test_the_qml_has_no_warning() -> None:
    lint = [sys.executable, ROOT / "packaging" / "qmllint.py"]
    done = subprocess.run(lint, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_property_tells_of_its_changes_or_never_changes() -> None:
    silent = [
        f"{kind.className()}.{kind.property(i).name()}"
        for kind in python_types()
        for i in range(kind.propertyOffset(), kind.propertyCount())
        if not kind.property(i).hasNotifySignal() and not kind.property(i).isConstant()
    ]
    assert silent == []


def test_no_two_python_types_bear_one_name_in_qml() -> None:
    names = [kind.className() for kind in python_types()]
    assert len(names) > 15
    assert sorted(names) == sorted(set(names))
