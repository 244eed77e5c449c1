"""The page on her phone, run by a JavaScript engine and read by the tablet's own reader."""

import json
import re
from datetime import UTC, datetime

import pytest
from PIL import Image
from PySide6.QtQml import QJSEngine
from typer.testing import CliRunner

from clienteling.codes.queries import judge
from clienteling.codes.values import Fine, Revoked, Stale
from clienteling.hub.cli import app
from clienteling.tablet.scan.decode import read_codes
from clienteling.tablet.scan.luminance import Luminance
from sync.instants import wall_clock
from tests.hub.little_house import ANNA, open_house

SCALE = 8
DAY_MS = 86_400_000


class Phone:
    """The page's script, without a screen."""

    def __init__(self, page: str) -> None:
        self._engine = QJSEngine()
        script = page[page.index("<script>") + len("<script>") : page.index("function draw()")]
        found = self._engine.evaluate(script.replace("const PAGE", "var PAGE"))
        assert not found.isError(), found.toString()

    def code(self, now: int) -> str:
        return self._engine.evaluate(f"codeAt(PAGE, {now})").toString()

    def picture(self, now: int) -> Image.Image:
        rows = json.loads(self._engine.evaluate(f"JSON.stringify(modules(codeAt(PAGE, {now})))").toString())
        image = Image.new("L", (len(rows) + 8, len(rows) + 8), 255)
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    image.putpixel((x + 4, y + 4), 0)
        return image.resize((image.width * SCALE, image.height * SCALE), Image.Resampling.NEAREST)


@pytest.fixture
def store(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


@pytest.fixture
def page(tmp_path, store, qapp) -> str:
    file = tmp_path / "anna.html"
    done = CliRunner().invoke(
        app, ["code", "--data", str(tmp_path), ANNA, "--turning", str(file), "--days", "3"]
    )
    assert done.exit_code == 0, done.output
    return file.read_text("utf-8")


def judged(store, text: str, now: int):
    with store.read() as conn:
        return judge(conn, text, now)


def test_what_her_phone_shows_is_believed_now_and_is_old_later(store, page):
    now = wall_clock()
    code = Phone(page).code(now)
    assert judged(store, code, now) == Fine(ANNA)
    assert isinstance(judged(store, code, now + 150_000), Stale)


def test_it_is_another_one_every_half_minute_of_each_of_its_days_and_none_after(store, page):
    phone, now = Phone(page), wall_clock()
    shown = {phone.code(now + half * 30_000) for half in range(4)}
    assert len(shown) == 4
    tomorrow = now + DAY_MS
    assert judged(store, phone.code(tomorrow), tomorrow) == Fine(ANNA)
    assert phone.code(now + 3 * DAY_MS) == ""


def test_the_code_that_it_draws_is_read_by_the_tablet(page):
    phone, now = Phone(page), wall_clock()
    picture = phone.picture(now)
    found = read_codes(Luminance(memoryview(picture.tobytes()), *picture.size, picture.width))
    assert [code.text for code in found] == [phone.code(now)]


def test_the_page_needs_nothing_from_elsewhere_and_keeps_its_secret_to_itself(tmp_path, page):
    assert not re.search(r"https?://|src=|@import|fetch\(|XMLHttp", page)
    assert 'lang="it"' in page
    secret = json.loads(page[page.index("const PAGE = ") + 13 : page.index(";\n", page.index("const PAGE"))])
    assert all(
        bytes.fromhex(secret["secret"]) not in file.read_bytes()
        and secret["secret"].encode() not in file.read_bytes()
        for file in tmp_path.glob("hub.sqlite*")
    )
    assert datetime.fromtimestamp(secret["firstDay"] * 86_400, UTC).date() == datetime.now(UTC).date()


def test_withdrawn_it_is_good_no_more_and_the_next_page_is(tmp_path, store, page):
    now = wall_clock()
    file = tmp_path / "next.html"
    arguments = ["code", "--data", str(tmp_path), ANNA, "--withdraw", "--turning", str(file)]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert judged(store, Phone(page).code(now), now) == Revoked(ANNA)
    assert judged(store, Phone(file.read_text("utf-8")).code(now), now) == Fine(ANNA)
