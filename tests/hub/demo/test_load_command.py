from typer.testing import CliRunner

from clienteling.hub.cli import app
from clienteling.hub.code_keys import FILE
from clienteling.hub.demo import house as houses


def run(data):
    return CliRunner().invoke(app, ["load-demo", "--data", str(data)])


def test_a_damaged_signing_key_is_explained_and_left_alone(tmp_path):
    key = tmp_path / FILE
    key.write_text("not a key")
    done = run(tmp_path)
    assert done.exit_code == 1
    assert "Restore it from a backup" in done.stderr
    assert key.read_text() == "not a key"


def test_the_house_file_names_only_shops_that_are_there():
    house = houses.read()
    assert {one.store for one in house.staff} == {shop.id for shop in house.stores}
    assert sum(shop.share for shop in house.stores) == 100


def test_a_damaged_database_is_explained_and_left_alone(tmp_path):
    (tmp_path / "hub.sqlite").write_bytes(b"not a database" * 500)
    done = run(tmp_path)
    assert done.exit_code == 1
    assert "damaged" in done.stderr
