"""Lints every QML file with no warning allowed, knowing the Python types that QML sees.

Usage: python packaging/qmllint.py [FILE.qml …]

The types are described once, for all Python files together: one description per file would be named after
the file, and two files of one name would overwrite each other.
"""

import json
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
TABLET = ROOT / "clienteling" / "tablet"
MODULES = TABLET / "qml"
BUILD = ROOT / "build" / "qml"
MODULE = "Clienteling.Models"
PYSIDE = Path(PySide6.__file__).parent
FOREIGN = ("core", "gui", "multimedia")


def run(*command: str | Path) -> None:
    status = subprocess.run(command, check=False).returncode
    if status:
        sys.exit(status)


def python_types() -> list[Path]:
    return sorted(path for path in TABLET.rglob("*.py") if "@QmlElement" in path.read_text("utf-8"))


def name_constants(dump: Path) -> None:
    """The dump forgets `constant=True`; a property that tells of no change is one (a test sees to it)."""
    files = json.loads(dump.read_text("utf-8"))
    for declared in (c for file in files for c in file["classes"]):
        for prop in declared.get("properties", ()):
            prop["constant"] = "notify" not in prop
    dump.write_text(json.dumps(files), "utf-8")


def describe_python_types() -> None:
    """Write what qmllint has to know of our Python types."""
    folder = BUILD.joinpath(*MODULE.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    dump, types = folder / "models.json", folder / "models.qmltypes"
    (folder / "qmldir").write_text(f"module {MODULE}\ntypeinfo {types.name}\ndepends QtQuick\n", "utf-8")
    run(sys.executable, PYSIDE / "scripts" / "metaobjectdump.py", "-o", dump, *python_types())
    name_constants(dump)
    foreign = ",".join(str(PYSIDE / "Qt" / "metatypes" / f"qt6{part}_metatypes.json") for part in FOREIGN)
    run(
        PYSIDE / "Qt" / "libexec" / "qmltyperegistrar",
        *("--import-name", MODULE, "--major-version", "1", "--foreign-types", foreign),
        *("--generate-qmltypes", types, "-o", folder / "models.cpp", dump),
    )


def lint(*files: Path) -> None:
    run(PYSIDE / "qmllint", "--max-warnings", "0", "-I", BUILD, "-I", MODULES, *files)


if __name__ == "__main__":
    describe_python_types()
    lint(*map(Path, sys.argv[1:] or sorted(MODULES.rglob("*.qml"))))
