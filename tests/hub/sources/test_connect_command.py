"""`hub connect`, `hub sources` and `hub replay`, as a person runs them."""

import stat

import pytest
from typer.testing import CliRunner

from clienteling.hub.app import create_hub
from clienteling.hub.cli import app
from clienteling.hub.commands.devices import when
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.worker import Intake
from clienteling.hub.settings import FILE, load, load_or_create
from clienteling.hub.sources import positions, section
from clienteling.hub.sources.kinds import KINDS
from clienteling.hub.sources.lines import Line
from clienteling.hub.sources.positions import Position
from tests.hub.intake.conftest import keyed
from tests.hub.little_house import NOW, rows, settled
from tests.hub.sources.fake_woocommerce import KEY, SECRET, Fake


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def run(tmp_path):
    def command(*words: str, typed: str = ""):
        runner = CliRunner(env={"COLUMNS": "200"})
        return runner.invoke(app, [*words, "--data", str(tmp_path)], input=typed)

    return command


@pytest.fixture
def fake(shop):
    shop.answer = Fake(shop)
    return shop.answer


def answers(shop, secret: str = SECRET) -> str:
    return f"{shop.url}\n{KEY}\n{secret}\n\nn\n"


def test_a_shop_is_asked_for_tried_and_written_with_the_secret_made_for_it(run, fake, shop, tmp_path):
    fake.orders = [{"id": 1, "date_modified_gmt": ""}]
    done = run("connect", "woocommerce", "--name", "negozio", typed=answers(shop))
    assert done.exit_code == 0, done.output
    assert "WooCommerce 11.0.1, 1 order\n" in done.output
    assert "/webhooks/negozio" in done.output
    said = load(tmp_path).source("negozio").said
    assert (said.url, said.trust_email, said.trust_guest_email) == (shop.url, False, False)
    assert len(said.webhook_secret) >= 32
    assert f"Secret: {said.webhook_secret}" in done.output
    assert SECRET not in done.output
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert "# A key of WooCommerce's REST API" in (tmp_path / FILE).read_text()
    assert run("sources").exit_code == 0


def test_what_does_not_work_is_said_and_not_written(run, fake, shop, tmp_path):
    assert fake.orders == []
    load_or_create(tmp_path)
    before = (tmp_path / FILE).read_text()
    refused = run("connect", "woocommerce", typed=answers(shop, "wrong"))
    assert refused.exit_code == 1
    assert "does not accept these credentials" in refused.output
    assert (tmp_path / FILE).read_text() == before
    untried = run("connect", "woocommerce", "--no-check", typed=answers(shop, "wrong"))
    assert untried.exit_code == 0
    assert load(tmp_path).source("woocommerce").said.consumer_secret == "wrong"


def test_a_wrong_address_is_explained(run, tmp_path):
    load_or_create(tmp_path)
    refused = run("connect", "woocommerce", typed="shop.example.org\nk\ns\n\n\n")
    assert refused.exit_code == 1
    assert "https://shop.example.org" in refused.output


def test_metas_section_of_the_first_start_is_filled_in_and_keeps_its_token(run, tmp_path):
    token = load_or_create(tmp_path).source("meta").said.verify_token
    done = run("connect", "meta", typed="app-secret\nSara\n")
    assert done.exit_code == 0, done.output
    said = load(tmp_path).source("meta").said
    assert (said.app_secret, said.page_name, said.verify_token) == ("app-secret", "Sara", token)
    assert f"Verify token: {token}" in done.output
    assert "messaging_referrals" in done.output
    assert "app-secret" not in done.output
    assert [source.name for source in load(tmp_path).sources] == ["web", "meta"]
    again = run("connect", "meta", typed="another\n\n")
    assert (again.exit_code, load(tmp_path).source("meta").said) == (1, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["connect", "woocomerce"], "woocommerce"),
        (["connect", "segment", "--name", "web"], "connected already"),
        (["connect", "segment", "--name", "Il Sito"], "small letters"),
        (["replay", "nobody"], "sources"),
    ],
)
def test_a_slip_gets_an_answer(run, tmp_path, words, said):
    load_or_create(tmp_path)
    refused = run(*words)
    assert refused.exit_code == 1
    assert said in refused.output


@pytest.fixture
def hub(tmp_path):
    hub = create_hub(settled(tmp_path), now=lambda: NOW)
    yield hub
    hub.close()


def test_what_is_connected_is_listed_with_what_was_not_understood(run, hub):
    intake = Intake(hub.store, hub.settings.sources, keyed)
    intake.keep("segment:web", "batch", b'{"batch":[{"type":7}]}')
    intake.keep("segment:gone", "batch", b'{"batch":[]}')
    intake.work()
    intake.keep("segment:web", "page", b'{"userId":"u1"}')
    shown = run("sources").output
    for words in ("web", "meta", "segment:gone", "NoSuchSource", "not a message"):
        assert words in shown


def test_what_does_not_answer_is_listed_with_when_it_is_asked_again(run, hub, tmp_path):
    file = tmp_path / FILE
    values = {"url": "https://shop.example.org", "consumer_key": KEY, "consumer_secret": SECRET}
    exchange = {"host": "pbx.example.org", "username": "hub", "password": "secret"}
    file.write_text(
        file.read_text()
        + section.write("negozio", KINDS["woocommerce"], values)
        + section.write("centralino", KINDS["asterisk"], exchange)
    )
    waits = Position(problem="The source gives no answer (ConnectTimeout).", next_at=NOW + 90_000)
    with hub.store.write() as writer:
        positions.write(writer.connection, "woocommerce:negozio", "customers", waits)
    line = Line(hub.store, "asterisk:centralino", "calls")
    line.stands("The exchange gives no answer (TimeoutError).", NOW + 60_000)
    said = run("sources").output
    assert when(waits.next_at) in said
    assert when(NOW + 60_000) in said
    assert "ConnectTimeout" in said
    line.stands("", 0)
    assert "on the line" in run("sources").output


def test_what_was_kept_is_read_once_more(run, hub):
    intake = Intake(hub.store, hub.settings.sources, keyed)
    intake.keep("segment:web", "page", b'{"userId":"u1"}')
    intake.work()
    assert "1 payload is read" in run("replay", "web").output
    assert [row.state for row in rows(hub.store, raw_payload)] == ["waiting"]
    intake.work()
    assert [row.state for row in rows(hub.store, raw_payload)] == ["done"]
    assert "0 payloads" in run("replay", "web", "--since", "2999-01-01").output


def test_what_is_older_than_it_is_kept_goes_but_for_its_digest(hub):
    intake = Intake(hub.store, hub.settings.sources, keyed)
    intake.keep("segment:web", "page", b'{"userId":"u1"}')
    with hub.store.write() as writer:
        assert raws.forget_bodies(writer, NOW + 1) == 0  # it waits
    intake.work()
    with hub.store.write() as writer:
        assert raws.forget_bodies(writer, NOW) == 0
        assert raws.forget_bodies(writer, NOW + 1) == 1
    (row,) = rows(hub.store, raw_payload)
    assert (row.body, row.state) == (b"", "done")
    intake.keep("segment:web", "page", b'{"userId":"u1"}')
    assert [row.state for row in rows(hub.store, raw_payload)] == ["done"]
