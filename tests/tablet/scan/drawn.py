"""Pictures and video frames with a code in them, drawn the way a camera would see it."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from clienteling.codes.drawing import QUIET_ZONE, Medium, draw
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim

GIULIA = "0190a5b2-7c11-7d3e-8f00-000000000001"
RETAILER = "c1e27e11"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
CODE = sign(KEY, Claim(1, RETAILER, GIULIA, 1))
ANOTHER = sign(KEY, Claim(1, RETAILER, "0190a5b2-7c11-7d3e-8f00-000000000002", 1))
GREY = QImage.Format.Format_Grayscale8
STEP = {"Format_Y8": 1, "Format_NV12": 1, "Format_YUV420P": 1, "Format_YUYV": 2}


def qr(text: str = CODE, *, dark: int = 0, light: int = 255, medium: Medium = Medium.PHONE) -> QImage:
    """One pixel a module, quiet zone included."""
    drawn = draw(text, medium)
    image = QImage(drawn.side, drawn.side, GREY)
    image.fill(QColor(light, light, light))
    for y, row in enumerate(drawn.modules):
        for x, is_dark in enumerate(row):
            if is_dark:
                image.setPixelColor(x + QUIET_ZONE, y + QUIET_ZONE, QColor(dark, dark, dark))
    return image


def scene(code: QImage | None, *, width: int = 1280, height: int = 720, side: int = 380, angle: float = 0,
          blur: int = 1, at: tuple[float, float] = (0.5, 0.5)) -> QImage:  # fmt: skip
    """A shop's grey air with the code held into it. `blur` in pixels."""
    image = QImage(width, height, GREY)
    image.fill(QColor(96, 96, 96))
    if code is not None:
        painter = QPainter(image)
        painter.translate(width * at[0], height * at[1])
        painter.rotate(angle)
        painter.drawImage(-side // 2, -side // 2, code.scaled(side, side))
        painter.end()
    if blur > 1:
        smooth = Qt.TransformationMode.SmoothTransformation
        ignore = Qt.AspectRatioMode.IgnoreAspectRatio
        small = image.scaled(width // blur, height // blur, ignore, smooth)
        image = small.scaled(width, height, ignore, smooth)
    return image.convertToFormat(GREY)


def frame(image: QImage, pixel_format: str = "Format_Y8") -> QVideoFrame:
    """The picture as a camera delivers it; formats without a plane of luminance come by way of RGB."""
    if pixel_format not in STEP:
        return QVideoFrame(image.convertToFormat(QImage.Format.Format_RGB32))
    step = STEP[pixel_format]
    kind = QVideoFrameFormat.PixelFormat[pixel_format]
    made = QVideoFrame(QVideoFrameFormat(QSize(image.width(), image.height()), kind))
    assert made.map(QVideoFrame.MapMode.WriteOnly)
    pixels, source = made.bits(0), image.constBits()
    for y in range(image.height()):
        row = source[y * image.bytesPerLine() : y * image.bytesPerLine() + image.width()]
        start = y * made.bytesPerLine(0)
        pixels[start : start + step * image.width() : step] = row
    made.unmap()
    return made
