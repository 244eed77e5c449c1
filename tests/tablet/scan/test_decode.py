import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoFrameFormat

from clienteling.codes.drawing import Medium
from clienteling.scan.symbology import Symbology
from clienteling.tablet.scan.decode import Found, as_shown, best
from clienteling.tablet.scan.frames import read_frame
from clienteling.tablet.scan.luminance import Turn
from tests.tablet.scan.drawn import CODE, GREY, STEP, frame, qr, scene


def text_in(image: QImage) -> str:
    code = read_frame(frame(image)).code
    return code.text if code else ""


@pytest.mark.parametrize("pixel_format", [*STEP, "Format_BGRX8888"])
def test_a_code_is_read_from_every_pixel_format_that_cameras_have(pixel_format):
    reading = read_frame(frame(scene(qr()), pixel_format))
    assert reading.code is not None
    assert (reading.code.text, reading.code.symbology) == (CODE, Symbology.QR)
    assert reading.milliseconds > 0


@pytest.mark.parametrize("angle", [0, 17, 45, 90, 133, 180, 271])
def test_it_is_read_at_any_angle(angle):
    assert text_in(scene(qr(), angle=angle)) == CODE


@pytest.mark.parametrize(
    "image",
    [
        scene(qr(), blur=3),
        scene(qr(dark=90, light=130)),
        scene(qr(dark=255, light=0)),
        scene(qr(), side=150),
        scene(qr(medium=Medium.CARD), side=300, at=(0.2, 0.3)),
    ],
    ids=["blurred", "low contrast", "light on dark", "far away", "printed, off the middle"],
)
def test_it_is_read_where_light_and_hand_are_not_perfect(image):
    assert text_in(image) == CODE


@pytest.mark.parametrize(
    ("symbology", "made_as", "text"),
    [
        (Symbology.EAN, zxingcpp.BarcodeFormat.EAN13, "8032089000017"),
        (Symbology.EAN, zxingcpp.BarcodeFormat.EAN8, "96385074"),
        (Symbology.CODE_128, zxingcpp.BarcodeFormat.Code128, "1234567890"),
        (Symbology.DATA_MATRIX, zxingcpp.BarcodeFormat.DataMatrix, "FID-77"),
        (Symbology.AZTEC, zxingcpp.BarcodeFormat.Aztec, "FID-77"),
        (Symbology.PDF_417, zxingcpp.BarcodeFormat.PDF417, "FID-77"),
    ],
)
def test_loyalty_cards_and_products_are_read(symbology, made_as, text):
    drawn = zxingcpp.create_barcode(text, made_as).to_image(scale=4, add_quiet_zones=True)
    height, width = drawn.shape
    code = QImage(bytes(drawn), width, height, width, GREY).copy()
    canvas = QImage(1280, 720, GREY)
    canvas.fill(0xFFFFFF)
    for y in range(height):
        for x in range(width):
            canvas.setPixel(x + 300, y + 200, code.pixel(x, y))
    assert read_frame(frame(canvas), thorough=False).code is None
    reading = read_frame(frame(canvas))
    assert reading.code is not None
    assert (reading.code.text, reading.code.symbology) == (text, symbology)


def test_an_empty_shop_holds_no_code():
    assert read_frame(frame(scene(None))).code is None


def test_a_frame_without_a_picture_is_no_error():
    empty = QVideoFrame(QVideoFrameFormat(QSize(64, 48), QVideoFrameFormat.PixelFormat.Format_SamplerRect))
    assert read_frame(empty).code is None


def test_the_corners_lie_where_the_code_is():
    reading = read_frame(frame(scene(qr(), side=360, at=(0.25, 0.5))))
    assert reading.code is not None
    middle_x = sum(x for x, _ in reading.code.corners) / 4
    middle_y = sum(y for _, y in reading.code.corners) / 4
    assert (middle_x, middle_y) == pytest.approx((0.25, 0.5), abs=0.01)


def test_the_corners_turn_with_the_preview():
    turned = frame(scene(qr(), at=(0.25, 0.5)))
    turned.setRotation(QtVideo.Rotation.Clockwise90)
    turned.setMirrored(True)
    reading = read_frame(turned)
    assert reading.code is not None
    middle_x = sum(x for x, _ in reading.code.corners) / 4
    middle_y = sum(y for _, y in reading.code.corners) / 4
    assert (middle_x, middle_y) == pytest.approx((0.5, 0.25), abs=0.01)


@pytest.mark.parametrize(
    ("turn", "shown"),
    [
        (Turn(), (0.1, 0.3)),
        (Turn(1), (0.7, 0.1)),
        (Turn(2), (0.9, 0.7)),
        (Turn(3), (0.3, 0.9)),
        (Turn(0, mirrored=True), (0.9, 0.3)),
    ],
)
def test_a_point_turns_clockwise_and_is_then_mirrored(turn, shown):
    assert as_shown((0.1, 0.3), turn) == pytest.approx(shown)


def square(x: float, y: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + 0.1, y), (x + 0.1, y + 0.1), (x, y + 0.1))


def test_of_several_codes_the_customer_s_is_meant_and_then_the_one_in_the_middle():
    hers = Found(CODE, Symbology.QR, square(0, 0))
    middle = Found("8032089000017", Symbology.EAN, square(0.45, 0.45))
    edge = Found("4006381333931", Symbology.EAN, square(0.9, 0.9))
    assert best([edge, middle, hers]) is hers
    assert best([edge, middle]) is middle
    assert best([]) is None
