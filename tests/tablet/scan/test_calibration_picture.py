from base64 import b64decode

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from clienteling.scan.layouts import CALIBRATION_TEXT
from clienteling.tablet.scan.frames import read_frame
from tests.tablet.scan.drawn import frame, scene


def test_the_code_on_the_screen_is_the_calibration_code(scan):
    kind, _, picture = scan.calibration_picture.partition(",")
    assert kind == "data:image/svg+xml;base64"
    image = scene(None)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(b64decode(picture))).render(painter, image.rect().adjusted(340, 60, -340, -60))
    painter.end()
    code = read_frame(frame(image)).code
    assert code is not None
    assert code.text == CALIBRATION_TEXT
