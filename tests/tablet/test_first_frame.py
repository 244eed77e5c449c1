"""What the first frame does not wait for."""

import subprocess
import sys
from pathlib import Path

SLOW = (
    "sqlalchemy",
    "requests",
    "babel",
    "sqlcipher3",
    "argon2",
    "zeroconf",
    "PySide6.QtMultimedia",
    "cryptography",
)

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from clienteling.tablet.app import App
from clienteling.tablet.window import load_fonts

qt = QGuiApplication([])
load_fonts()
app = App(Path(sys.argv[1]))

def painted():
    print(*(name for name in sys.argv[2:] if name in sys.modules))
    qt.quit()

app.window.quick.frameSwapped.connect(painted, Qt.ConnectionType.SingleShotConnection)
qt.exec()
app.close()
"""


def test_slow_libraries_are_not_there_yet_when_the_first_frame_is_painted(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, tmp_path, *SLOW],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "\n", done.stderr
