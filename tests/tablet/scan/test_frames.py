"""The newest frame wins; a manual executor stands for the thread."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from clienteling.codes.tables import code_key
from clienteling.customers.tables import customer
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import CustomerFound, FoundBy
from clienteling.schema import metadata
from clienteling.tablet.jobs import Failed, SerialJobs, nothing, outcome
from clienteling.tablet.scan.attention import STILL_AFTER
from clienteling.tablet.scan.decode import Found, Look
from clienteling.tablet.scan.frames import FrameReader, FrameReading, read_frame, scan_frame
from clienteling.tablet.scan.luminance import luminance_of
from tests.tablet.scan.drawn import CODE, GIULIA, KEY, RETAILER, frame, qr, scene


class ManualJobs:
    """Work waits until the test does it."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable, done: Callable = nothing, failed: Failed | None = None) -> None:
        assert failed is not None

        def job() -> None:
            outcome(work, done, failed)()

        self.waiting.append(job)

    def do_one(self) -> None:
        self.waiting.pop(0)()


def width_of(video_frame, _look: Look) -> FrameReading:
    if video_frame.width() == 3:
        raise ValueError("the camera took it back")
    return FrameReading((Found(str(video_frame.width()), Symbology.QR, ()),), 1.0)


@pytest.fixture
def jobs():
    return ManualJobs()


@pytest.fixture
def reader(jobs):
    reader = FrameReader(jobs, width_of)
    reader.texts = []
    reader.read.connect(lambda reading: reader.texts.append(reading.code.text))
    return reader


def narrow(width: int):
    return frame(scene(None, width=width, height=4))


def test_while_one_is_read_only_the_newest_is_kept(jobs, reader):
    for width in (10, 11, 12, 13):
        reader.offer(narrow(width))
    assert len(jobs.waiting) == 1
    jobs.do_one()
    jobs.do_one()
    assert reader.texts == ["10", "13"]
    assert not jobs.waiting


def test_a_frame_that_cannot_be_read_does_not_end_the_looking(jobs, reader):
    reader.offer(narrow(3))
    reader.offer(narrow(12))
    jobs.do_one()
    jobs.do_one()
    assert reader.texts == ["12"]


def looks_at(jobs: ManualJobs, frames: int, points: Callable[[int], bytes]) -> list[Look]:
    looked: list[Look] = []

    def note(_: object, look: Look) -> FrameReading:
        looked.append(look)
        return FrameReading((), 1.0, points(len(looked)))

    reader = FrameReader(jobs, note)
    for _ in range(frames):
        reader.offer(narrow(10))
        jobs.do_one()
    return looked


def test_while_something_moves_every_way_of_looking_has_its_turn(jobs):
    moving = looks_at(jobs, 8, lambda count: bytes([20 * count]) * 500)
    assert moving == [Look.WHOLE, Look.QUICK, Look.CLOSER, Look.QUICK] * 2


def test_an_empty_counter_all_day_does_not_warm_the_tablet(jobs):
    still = looks_at(jobs, STILL_AFTER + 30, lambda count: bytes([100 + count % 2]) * 500)
    assert Look.CLOSER not in still[-20:]
    assert still[-9:].count(Look.QUICK) == 6
    hand = looks_at(
        jobs, STILL_AFTER + 30, lambda count: bytes([200 if count > STILL_AFTER + 5 else 90]) * 500
    )
    assert Look.CLOSER in hand[-20:]


def test_nothing_waits_once_the_page_is_gone(jobs, reader):
    reader.offer(narrow(10))
    reader.offer(narrow(11))
    reader.forget()
    jobs.do_one()
    assert not jobs.waiting


def test_on_a_real_thread_the_reading_comes_back_to_qt_s(qtbot):
    problems = []
    jobs = SerialJobs("read", problems.append)
    reader = FrameReader(jobs)
    try:
        with qtbot.waitSignal(reader.read, timeout=5000) as told:
            reader.offer(frame(scene(qr(), angle=12)))
    finally:
        jobs.close()
    assert told.args[0].code.text == CODE
    assert not problems


def test_from_frame_to_customer_without_a_screen(tmp_path):
    engine = sa.create_engine(f"sqlite:///{tmp_path}/replica.db")
    metadata.create_all(engine)
    now = int(datetime(2026, 3, 12, tzinfo=UTC).timestamp() * 1000)
    public = KEY.public_key().public_bytes_raw().hex()
    with engine.begin() as conn:
        conn.execute(code_key.insert().values(id="1", retailer=RETAILER, public_key=public))
        conn.execute(customer.insert().values(id=GIULIA))
        assert scan_frame(frame(scene(qr())), conn, now) == CustomerFound(GIULIA, FoundBy.CODE)
        assert scan_frame(frame(scene(None)), conn, now) is None
    engine.dispose()


def test_reading_says_what_it_cost():
    assert read_frame(frame(scene(None))).milliseconds > 0


def test_the_pixels_of_a_frame_that_had_to_be_converted_stay_as_long_as_they_are_looked_at() -> None:
    seen = scene(qr())
    with luminance_of(frame(seen, "Format_XRGB8888")) as picture:
        assert picture is not None
        others = [bytes([number]) * len(picture.pixels) for number in range(8)]
        assert bytes(picture.pixels) == bytes(seen.constBits())
        assert len(others) == 8
