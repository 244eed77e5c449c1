"""`clienteling hub templates`, and what a hub prepares for its tablets at its start."""

import pytest
from typer.testing import CliRunner

from clienteling.hub import settings
from clienteling.hub.app import create_hub
from clienteling.hub.cli import app
from clienteling.hub.outreach.preparing import prepare
from clienteling.hub.standing import standing_hub
from clienteling.outreach.queries import limit, pages, templates
from clienteling.outreach.sheet import seeded
from clienteling.outreach.tables import outreach_template
from clienteling.outreach.values import Limit
from clienteling.privacy.values import MONTH_MS
from tests.hub.little_house import NOW, rows, settled

ONE = """
[[template]]
id = "held"
topic = "service"
ways = ["sms"]
[template.words.it]
name = "Da parte"
body = "{item} {day}"
"""


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "hub"
    settled(folder)
    return folder


def invoked(data, *words):
    line = ["templates", words[0], "--data", str(data), *map(str, words[1:])]
    return CliRunner().invoke(app, line, env={"LC_ALL": "en_GB.UTF-8", "COLUMNS": "200"})


def offered(data):
    with standing_hub(data) as hub, hub.store.read() as conn:
        return templates(conn)


def test_a_hub_begins_with_templates_in_both_languages_and_writes_them_once(data):
    with standing_hub(data) as hub:
        prepare(hub)
        head = hub.store.head
        prepare(hub)
        assert hub.store.head == head
    assert offered(data) == seeded()


def test_what_hub_toml_says_reaches_the_tablets_rule(data):
    path = data / settings.FILE
    text = path.read_text().replace("marketing_most = 2", "marketing_most = 1")
    path.write_text(text.replace('pages = ""', 'pages = "https://shop.example.org/"'))
    with standing_hub(data) as hub:
        prepare(hub)
        with hub.store.read() as conn:
            assert (limit(conn), pages(conn)) == (Limit(1, 30), "https://shop.example.org")
    path.write_text(text.replace("marketing_days = 30", "marketing_days = 7"))
    with standing_hub(data) as hub:
        prepare(hub)
        with hub.store.read() as conn:
            assert (limit(conn), pages(conn)) == (Limit(1, 7), "")


@pytest.mark.parametrize("value", ["shop.example.org", "http://shop.example.org", "https://", "https://a b"])
def test_pages_have_an_address_that_a_telephone_opens_safely(data, value):
    path = data / settings.FILE
    path.write_text(path.read_text().replace('pages = ""', f'pages = "{value}"'))
    with pytest.raises(settings.SettingsError, match="pages in"):
        settings.load(data)


def test_they_are_listed_exported_changed_and_imported(data, tmp_path):
    file = tmp_path / "templates.toml"
    listed = invoked(data, "list")
    assert "thought-of-you" in listed.stdout
    assert "I thought of you" in listed.stdout
    assert invoked(data, "export", file).exit_code == 0
    file.write_text(file.read_text() + ONE.replace('"held"', '"mine"'))
    assert f"{len(seeded()) + 1} templates are offered now." in invoked(data, "import", file).stdout
    assert [template.id for template in offered(data)] == [*(t.id for t in seeded()), "mine"]


def test_a_template_that_a_file_leaves_out_keeps_its_name_for_what_was_sent(data, tmp_path):
    file = tmp_path / "templates.toml"
    file.write_text(ONE)
    invoked(data, "list")
    assert "1 template is offered now." in invoked(data, "import", file).stdout
    (held,) = offered(data)
    assert (held.ways, held.words["it"].name) == (("sms",), "Da parte")
    with standing_hub(data) as hub:
        kept = {row.id: row for row in rows(hub.store, outreach_template)}
    assert len(kept) == len(seeded())
    assert kept["birthday"].gone
    assert kept["birthday"].words["it"]["name"] == "Auguri di compleanno"


@pytest.mark.parametrize("text", ["[[template]", ONE.replace("{item}", "{articolo}")])
def test_a_file_that_cannot_be_changes_nothing(data, tmp_path, text):
    file = tmp_path / "templates.toml"
    file.write_text(text)
    invoked(data, "list")
    refused = invoked(data, "import", file)
    assert refused.exit_code == 1
    assert "Nothing was changed" in refused.stderr
    assert offered(data) == seeded()


def test_a_file_that_is_not_there_is_named(data, tmp_path):
    assert "cannot be read" in invoked(data, "import", tmp_path / "nowhere.toml").stderr
    assert "cannot be written" in invoked(data, "export", tmp_path / "no" / "where.toml").stderr


def test_news_that_was_sent_goes_when_its_time_is_over_and_service_stays(data):
    from clienteling.hub.privacy import retention

    hub = create_hub(settings.load(data), now=lambda: NOW)
    with hub.store.write() as writer:
        writer.insert("customer", {"id": "anna"})
        for name, topic, months in (
            ("old", "marketing", 25),
            ("new", "marketing", 23),
            ("hers", "service", 25),
        ):
            sent = {"id": name, "customer_id": "anna", "topic": topic, "at": NOW - months * MONTH_MS}
            writer.insert("outreach", sent)
    with hub.store.read() as conn:
        found = retention.due(conn, hub.settings.retention, NOW)
    assert [list(one.ids) for one in found.past] == [["old"]]
    hub.close()
