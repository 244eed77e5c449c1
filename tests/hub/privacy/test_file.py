"""The file of everything that the hub holds of somebody: to read, and for another system."""

import msgspec
import pytest
from typer.testing import CliRunner

from clienteling.hub.app import create_hub
from clienteling.hub.cli import app
from clienteling.hub.identity.merging import merge
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.privacy.clerk import Clerk
from clienteling.hub.privacy.file.making import TO_CARRY, TO_READ, make_file
from clienteling.hub.privacy.file.places import KEPT_MS, place_of, remove_old
from clienteling.privacy.queries import requests
from clienteling.privacy.use_cases import ask
from clienteling.privacy.values import Answer, PrivacyWish
from clienteling.replicated import REGISTRY
from clienteling.staff.values import Author
from sync.instants import wall_clock
from tests.hub.little_house import ANNA, BEA, NOW, settled
from tests.hub.privacy.pdf import words

MAIL = "anna@quintiliana.example"
LONG = "Massimiliana Elisabetta Montecuccoli degli Scrovegni " * 4
ODD = ["Anna", "😀 Zoë", "שרה", "مريم", "{braces} {0}", "\x00\x1b[31m\u202e", LONG, "=HYPERLINK(1)"]


def a_hub(directory, given_name="Anna", language="it"):
    hub = create_hub(settled(directory), now=lambda: NOW)
    with hub.store.write() as writer:
        writer.insert("store", {"id": "milano", "name": "Milano Brera"})
        writer.insert("associate", {"id": "sara", "given_name": "Sara", "family_name": "Conti"})
        her = {
            "id": ANNA,
            "given_name": given_name,
            "family_name": "Verdi",
            "language": language,
            "email": MAIL,
        }
        writer.insert("customer", her)
        writer.insert("customer", {"id": BEA, "given_name": "Bea", "family_name": "Altrui"})
        mine = {"store_id": "milano", "associate_id": "sara", "at": NOW}
        writer.insert("note", {"customer_id": ANNA, "body": "likes green tea", "visibility": "mine", **mine})
        writer.insert("note", {"customer_id": BEA, "body": "a secret of hers", **mine})
        writer.insert("interaction", {"customer_id": ANNA, "kind": "visit", **mine})
        said = {"granted": True, "how": "file", "at": NOW - 1, "proof": "clienti.csv, 12"}
        writer.insert("consent", {"customer_id": ANNA, "purpose": "service", **said})
    return hub


@pytest.fixture
def hub(tmp_path):
    hub = a_hub(tmp_path / "hub")
    yield hub
    hub.close()


def test_it_holds_everything_of_hers_and_nothing_of_others(hub, tmp_path):
    made = make_file(hub, ANNA, tmp_path / "out")
    carried = msgspec.json.decode(made.to_carry.read_bytes())
    assert carried["records"].keys() == {collection.name for collection in REGISTRY.erasable}
    assert [row["body"] for row in carried["records"]["note"]] == ["likes green tea"]
    assert carried["records"]["interaction"][0]["at"] == "2026-11-22T09:46:40.000+00:00"
    assert [(row["why"], row["who"]) for row in carried["opened_by"]] == [("file", "")]
    said = words(made.to_read)
    for piece in ("Anna Verdi", MAIL, "likes green tea", "clienti.csv, 12", "12 mesi", "22 novembre 2026"):
        assert piece in said, piece
    assert "secret" not in said + made.to_carry.read_text()
    assert made.to_read.stat().st_mode & 0o077 == 0


def test_what_sources_sent_is_listed_by_source_without_what_it_says_of_others(hub, tmp_path):
    rows = {"segment:web": f'{{"email": "{MAIL.upper()}"}}', "shopify:s": '{"email": "bea@example.org"}'}
    with hub.engine.begin() as connection:
        for source, body in rows.items():
            row = {"id": source, "source": source, "call": "track", "received_at": NOW, "digest": source}
            connection.execute(raw_payload.insert().values(**row, body=body.encode(), state="done"))
    made = make_file(hub, ANNA, tmp_path / "out")
    assert [p["source"] for p in msgspec.json.decode(made.to_carry.read_bytes())["received_from"]] == [
        "segment:web"
    ]
    assert "1 messaggio che La nomina" in words(made.to_read)


def test_whoever_has_two_records_gets_one_file(hub, tmp_path):
    with hub.store.write() as writer:
        merge(writer, ANNA, BEA, by="sara", evidence="the same card")
    made = make_file(hub, BEA, tmp_path / "out")
    bodies = [row["body"] for row in msgspec.json.decode(made.to_carry.read_bytes())["records"]["note"]]
    assert sorted(bodies) == ["a secret of hers", "likes green tea"]


@pytest.mark.parametrize("language", ["it", "en", "de"])
@pytest.mark.parametrize("name", ODD)
def test_no_name_and_no_language_keeps_it_from_being_made(tmp_path, name, language):
    hub = a_hub(tmp_path / "hub", name.replace("\x00", ""), language)
    made = make_file(hub, ANNA, tmp_path / "out")
    hub.close()
    told = "Che cosa sappiamo di Lei" if language == "it" else "What we know about you"
    assert told in words(made.to_read)
    row = msgspec.json.decode(made.to_carry.read_bytes())["records"]["customer"][0]
    assert row["given_name"] == name.replace("\x00", "")


def test_the_command_says_where_it_is(hub, tmp_path):
    hub.close()
    out = tmp_path / "out"
    line = ["file", MAIL, "--data", str(tmp_path / "hub"), "--out", str(out)]
    assert CliRunner().invoke(app, line).exit_code == 0
    assert {path.name for path in out.iterdir()} == {TO_READ, TO_CARRY}
    assert CliRunner().invoke(app, ["file", "nobody", *line[2:]]).exit_code == 1


def wished(hub) -> str:
    with hub.store.write() as writer:
        return ask(writer, customer_id=ANNA, wish=PrivacyWish.FILE, author=Author("sara", "milano"))


def test_asked_for_on_a_tablet_it_lies_ready_at_the_hub(hub):
    request = wished(hub)
    Clerk(hub).work()
    with hub.store.read() as conn:
        (one,) = requests(conn, ANNA)
    assert one.answer is Answer.READY
    assert (place_of(hub.settings, request) / TO_READ).exists()


def test_it_goes_with_her_and_is_not_kept_for_ever(hub):
    request = wished(hub)
    Clerk(hub).work()
    assert remove_old(hub.settings, wall_clock()) == 0
    assert remove_old(hub.settings, wall_clock() + 2 * KEPT_MS) == 1
    again = wished(hub)
    assert again != request
    Clerk(hub).work()
    hub.store.erasing.erase(ANNA)
    assert not place_of(hub.settings, again).exists()
