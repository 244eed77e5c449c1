import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoFrameFormat

from clienteling.codes.drawing import Medium
from clienteling.scan.symbology import Symbology
from clienteling.tablet.scan.decode import Found, Look, as_shown, meant
from clienteling.tablet.scan.frames import read_frame
from clienteling.tablet.scan.luminance import Turn
from tests.tablet.scan.drawn import ANOTHER, CODE, GREY, STEP, frame, qr, scene


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
        (Symbology.EAN_13, zxingcpp.BarcodeFormat.EAN13, "8032089000017"),
        (Symbology.EAN_8, zxingcpp.BarcodeFormat.EAN8, "96385074"),
        (Symbology.UPC, zxingcpp.BarcodeFormat.UPCA, "0036000291452"),
        (Symbology.UPC, zxingcpp.BarcodeFormat.UPCE, "0012345000065"),
        (Symbology.CODE_128, zxingcpp.BarcodeFormat.Code128, "1234567890"),
        (Symbology.CODE_39, zxingcpp.BarcodeFormat.Code39, "FID-77"),
        (Symbology.ITF, zxingcpp.BarcodeFormat.ITF, "0042"),
        (Symbology.DATA_MATRIX, zxingcpp.BarcodeFormat.DataMatrix, "FID-77"),
        (Symbology.AZTEC, zxingcpp.BarcodeFormat.Aztec, "FID-77"),
        (Symbology.PDF_417, zxingcpp.BarcodeFormat.PDF417, "FID-77"),
    ],
)
def test_loyalty_cards_and_products_are_read(symbology, made_as, text):
    drawn = zxingcpp.create_barcode(text, made_as).to_image(scale=4, add_quiet_zones=True)
    height, width = drawn.shape
    pixels = bytes(drawn)
    code = QImage(pixels, width, height, width, GREY).copy()
    canvas = QImage(1280, 720, GREY)
    canvas.fill(0xFFFFFF)
    for y in range(height):
        for x in range(width):
            canvas.setPixel(x + 300, y + 200, code.pixel(x, y))
    assert read_frame(frame(canvas), Look.QUICK).code is None
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
    middle = Found("8032089000017", Symbology.EAN_13, square(0.45, 0.45))
    edge = Found("4006381333931", Symbology.EAN_13, square(0.9, 0.9))
    assert meant([edge, middle, hers]) == (hers,)
    assert meant([edge, middle]) == (middle,)
    assert meant([]) == ()


def test_two_that_are_equally_meant_are_both_told():
    left = Found("8032089000017", Symbology.EAN_13, square(0.3, 0.45))
    right = Found("4006381333931", Symbology.EAN_13, square(0.6, 0.45))
    assert meant([left, right, left]) == (left, right)
    hers, another = Found(CODE, Symbology.QR, square(0, 0)), Found(ANOTHER, Symbology.QR, square(0.45, 0.45))
    assert meant([hers, left, another]) == (hers, another)


def test_two_codes_in_one_picture_are_both_read():
    both = scene(qr(), side=260, at=(0.3, 0.5))
    painter = QPainter(both)
    painter.drawImage(760, 220, qr(ANOTHER).scaled(260, 260))
    painter.end()
    assert {code.text for code in read_frame(frame(both)).codes} == {CODE, ANOTHER}


@pytest.mark.parametrize("pixel_format", ["Format_Y8", "Format_YUYV", "Format_BGRX8888"])
def test_a_closer_look_reads_what_is_small_and_blurred_and_says_where_it_lies(pixel_format):
    tiny = frame(scene(qr(), side=150, blur=2, at=(0.4, 0.6)), pixel_format)
    assert read_frame(tiny).codes == ()
    [code] = read_frame(tiny, Look.CLOSER).codes
    assert code.text == CODE
    assert sum(x for x, _ in code.corners) / 4 == pytest.approx(0.4, abs=0.01)
    assert sum(y for _, y in code.corners) / 4 == pytest.approx(0.6, abs=0.01)
