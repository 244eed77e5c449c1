from datetime import date

import pytest
from PIL import Image
from typer.testing import CliRunner

from clienteling.codes.queries import judge
from clienteling.codes.values import Expired, Fine
from clienteling.hub import code_picture
from clienteling.hub.cli import app
from sync.instants import wall_clock
from tests.by_camera import codes_in
from tests.hub.little_house import ANNA, BEA, open_house


class Shop:
    def __init__(self, directory) -> None:
        self.directory = directory
        self.store = open_house(directory)
        with self.store.write() as writer:
            writer.update("customer", ANNA, {"family_name": "Riva", "email": "anna@riva.example"})
            writer.update("customer", ANNA, {"phone": "+393331234567", "card_number": "2900000012349"})
            writer.update("customer", BEA, {"phone": "+393330000000"})
            for person, i in ((ANNA, 1), (BEA, 2)):
                writer.insert(
                    "identifier", {"id": f"i{i}", "customer_id": person, "kind": "card", "value": "S1"}
                )

    def code(self, *arguments: str):
        return CliRunner().invoke(app, ["code", "--data", str(self.directory), *arguments])

    def judged(self, text: str):
        with self.store.read() as conn:
            return judge(conn, text.strip(), wall_clock())


@pytest.fixture
def shop(tmp_path):
    shop = Shop(tmp_path)
    yield shop
    shop.store.engine.dispose()


@pytest.mark.parametrize(
    "wanted", [ANNA, "Anna@Riva.example", "333 123 4567", "+39 3331234567", "2900000012349"]
)
def test_she_is_found_by_whatever_is_known_of_her(shop, wanted):
    assert shop.judged(shop.code(wanted, "--text").stdout) == Fine(ANNA)


def test_the_same_code_comes_again_until_it_is_revoked(shop):
    first = shop.code(ANNA, "--text").stdout
    assert shop.code(ANNA, "--text").stdout == first
    with shop.store.write() as writer:
        writer.insert(
            "code_revocation", {"id": f"{ANNA}/1", "customer_id": ANNA, "serial": 1, "revoked_at": 1}
        )
    second = shop.code(ANNA, "--text").stdout
    assert second != first
    assert shop.judged(second) == Fine(ANNA)


def test_the_picture_for_a_phone_is_read_back(shop, tmp_path):
    result = shop.code(ANNA, "--png", str(tmp_path / "anna.png"))
    assert "version 6" in result.stdout
    with Image.open(tmp_path / "anna.png") as picture:
        read = codes_in(picture.convert("L"))
    assert [shop.judged(code) for code in read] == [Fine(ANNA)]


def test_the_card_is_a_pdf_of_a_credit_card_s_size(shop, tmp_path):
    result = shop.code(ANNA, "--print", str(tmp_path / "anna.pdf"))
    assert result.exit_code == 0
    assert "version 8" in result.stdout
    pdf = (tmp_path / "anna.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    points = [float(n) for n in pdf.split(b"/MediaBox")[1].split(b"]")[0].strip(b" [").split()[2:]]
    assert [n / 72 * 25.4 for n in points] == pytest.approx(code_picture.CARD_MM, abs=0.1)


@pytest.mark.parametrize("name", ["Anna Riva", "Maria Antonietta Castelbarco Albani Visconti Simonetta"])
def test_the_printed_card_holds_code_and_name_without_either_touching_the_other(shop, name):
    text = shop.code(ANNA, "--text").stdout.strip()
    card = code_picture.card(text, name)
    assert codes_in(card.convert("L")) == [text]
    ink = card.convert("L").point(lambda v: 255 - v)
    below_code = code_picture.dots(code_picture.CODE_MM) + code_picture.dots(4)
    left, _, right, bottom = ink.crop((0, below_code, card.width, card.height)).getbbox()
    assert 0 < left < right < card.width
    assert bottom + below_code < card.height


def test_it_may_expire_and_stand_in_an_address(shop):
    result = shop.code(ANNA, "--text", "--until", "2020-01-31", "--address", "https://shop.example/c/")
    assert result.stdout.startswith("HTTPS://SHOP.EXAMPLE/C/CC1")
    assert shop.judged(result.stdout) == Expired(ANNA, date(2020, 1, 31))


def test_without_a_file_it_is_drawn_in_the_terminal(shop):
    lines = shop.code(ANNA).stdout.splitlines()
    assert any("█" in line for line in lines)
    assert shop.judged(lines[-1]) == Fine(ANNA)


def test_nobody_and_several_are_said_plainly(shop):
    nobody, several = shop.code("nobody@nowhere.example"), shop.code("S1")
    assert nobody.exit_code == several.exit_code == 1
    assert "no customer has" in nobody.stderr
    assert ANNA in several.stderr
    assert BEA in several.stderr


def test_a_damaged_key_is_explained(shop, tmp_path):
    (tmp_path / "code-signing.key").write_text("rotten")
    result = shop.code(ANNA, "--text")
    assert result.exit_code == 1
    assert "Restore it from a backup" in result.stderr
