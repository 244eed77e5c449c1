"""Product pictures: read and decoded as jobs, drawn from memory."""

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.jobs import SerialJobs
from clienteling.tablet.pictures import KEPT_BYTES, Pictures, ProductPictureProvider, decoded
from tests.tablet import tablets


def clear_png(width: int, height: int) -> bytes:
    return png(width, height, "#809a3b26", QImage.Format.Format_ARGB32)


def png(
    width: int, height: int, colour: str = "#9a3b26", kind: QImage.Format = QImage.Format.Format_RGB32
) -> bytes:
    image = QImage(QSize(width, height), kind)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def test_a_picture_is_never_larger_than_its_place_nor_than_itself() -> None:
    assert decoded(png(800, 400), 256).size() == QSize(256, 128)
    assert decoded(png(80, 40), 256).size() == QSize(80, 40)


def test_a_picture_is_kept_as_it_is_drawn() -> None:
    """Of any other kind Qt makes a copy for each place that shows it."""
    assert decoded(png(800, 400), 256).format() == QImage.Format.Format_RGB32
    assert decoded(clear_png(800, 400), 256).format() == QImage.Format.Format_ARGB32_Premultiplied


def test_what_is_no_picture_is_nothing_to_see() -> None:
    assert decoded(b"not a picture", 256).isNull()
    assert decoded(None, 256).isNull()


def test_a_picture_is_fetched_once_and_then_drawn_from_memory(qtbot: QtBot) -> None:
    asked: list[str] = []

    def blob(digest: str) -> bytes:
        asked.append(digest)
        return png(64, 64)

    jobs = SerialJobs("pictures", asked.append)
    pictures = Pictures()
    pictures.serve(jobs, blob)
    with qtbot.waitSignal(pictures.arrived) as arrival:
        assert not pictures.want("ab", 128)
        assert not pictures.want("ab", 128)
    assert arrival.args == ["ab", 128, True]
    assert pictures.want("ab", 128)
    assert asked == ["ab"]
    drawn = ProductPictureProvider(pictures).requestImage("ab/128", QSize(), QSize())
    assert drawn.pixelColor(3, 3) == QColor("#9a3b26")
    jobs.close()


def test_a_picture_that_has_not_arrived_yet_is_asked_for_again(qtbot: QtBot) -> None:
    content: list[bytes | None] = [None, png(8, 8)]
    jobs = SerialJobs("pictures", content.append)
    pictures = Pictures()
    pictures.serve(jobs, lambda _: content.pop(0))
    for found in (False, True):
        with qtbot.waitSignal(pictures.arrived) as arrival:
            pictures.want("ab", 128)
        assert arrival.args == ["ab", 128, found]
    jobs.close()


def test_what_was_on_its_way_when_the_window_closed_is_asked_for_by_the_next(qtbot: QtBot) -> None:
    closing, jobs = SerialJobs("pictures", print), SerialJobs("pictures", print)
    pictures = Pictures()
    pictures.serve(closing, lambda _: png(8, 8))
    closing.close()
    assert not pictures.want("ab", 128)
    pictures.forget()
    pictures.serve(jobs, lambda _: png(8, 8))
    with qtbot.waitSignal(pictures.arrived):
        pictures.want("ab", 128)
    jobs.close()


def test_memory_holds_the_newest_only(qtbot: QtBot) -> None:
    picture = png(256, 256)
    enough = KEPT_BYTES // (256 * 256 * 4)
    jobs = SerialJobs("pictures", print)
    pictures = Pictures()
    pictures.serve(jobs, lambda _: picture)
    for number in range(enough + 1):
        pictures.want(str(number), 256)
    qtbot.waitUntil(lambda: pictures.want(str(enough), 256))
    assert pictures.of("0", 256).isNull()
    assert not pictures.of("1", 256).isNull()
    jobs.close()


def test_a_product_on_the_replica_is_drawn_on_the_page(signed_in: App, hub, qtbot: QtBot) -> None:
    digest = hub.add_blob(png(200, 200))
    with hub.write() as writer:
        writer.insert("product", {"id": "nora", "name": "Stringata Nora", "picture": digest})
    tablets.meet(tablets.replica_of(signed_in), hub)
    pictures = signed_in.window.pictures
    with qtbot.waitSignal(pictures.arrived) as arrival:
        pictures.want(digest, 128)
    assert arrival.args == [digest, 128, True]
