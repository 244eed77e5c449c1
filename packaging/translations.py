"""The words of the screens (Qt Linguist) and of the data on them (gettext).

Usage: python packaging/translations.py          compile what is newer than its result
       python packaging/translations.py update   first read new sentences from the sources into the .ts files
       python packaging/translations.py list F   write every sentence of the sources into the .ts file F
"""

import os
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
TABLET = ROOT / "clienteling" / "tablet"
I18N = ROOT / "resources" / "i18n"
PYSIDE = Path(PySide6.__file__).parent
NAME = "clienteling.ts"


def run(*command: str | Path) -> None:
    status = subprocess.run(command, check=False).returncode
    if status:
        sys.exit(status)


def sources() -> list[Path]:
    python = (path for path in TABLET.rglob("*.py") if "translate(" in path.read_text("utf-8"))
    return sorted([*TABLET.rglob("*.qml"), *python])


def lupdate(language: str, file: Path, *options: str) -> None:
    common = ("-locations", "none", "-no-obsolete", "-silent", "-source-language", "en")
    run(PYSIDE / "lupdate", *common, *options, *sources(), "-target-language", language, "-ts", file)


def update() -> None:
    """English needs a file of its own for plurals only."""
    lupdate("it", I18N / "it" / NAME)
    lupdate("en", I18N / "en" / NAME, "-pluralonly")


def compile_screens() -> None:
    for words in sorted(I18N.glob(f"*/{NAME}")):
        compiled = words.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime_ns < words.stat().st_mtime_ns:
            fresh = compiled.with_suffix(f".{os.getpid()}")
            run(PYSIDE / "lrelease", "-silent", words, "-qm", fresh)
            fresh.replace(compiled)  # an app that is running has the old file mapped into memory


def compile_data() -> None:
    sys.path.insert(0, str(ROOT))
    from clienteling.catalogues import compile_catalogues

    compile_catalogues()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["list", file]:
            lupdate("it", Path(file))
        case ["update"]:
            update()
            compile_screens()
            compile_data()
        case _:
            compile_screens()
            compile_data()
