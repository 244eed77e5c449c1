"""`hub connect` for help desks, telephones and mailings, as a person types it."""

import pytest
from typer.testing import CliRunner

from clienteling.hub.cli import app
from clienteling.hub.settings import load
from tests.hub.sources.fake_desks import FakeFreshdesk, FakeZendesk
from tests.hub.sources.fake_exchange import PASSWORD, FakeExchange


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def connect(tmp_path):
    def command(kind: str, *typed: str, check: bool = True):
        words = ["connect", kind, "--data", str(tmp_path), *([] if check else ["--no-check"])]
        return CliRunner().invoke(app, words, input="".join(f"{line}\n" for line in typed))

    return command


def test_zendesk_without_a_webhook(connect, shop, tmp_path):
    shop.answer = FakeZendesk()
    done = connect("zendesk", shop.url, "agent@example.org", "t0ken", "", "", "")
    assert done.exit_code == 0, done.output
    assert "Zendesk, 0 tickets" in done.output
    said = load(tmp_path).source("zendesk").said
    assert (said.address, said.signing_secret, said.trust_email) == (shop.url, "", True)
    assert "t0ken" not in done.output
    assert "/webhooks/" not in done.output


def test_zendesk_with_a_webhook_is_told_what_to_subscribe(connect, shop):
    shop.answer = FakeZendesk()
    done = connect("zendesk", shop.url, "agent@example.org", "t0ken", "s1gned", "", "")
    assert done.exit_code == 0, done.output
    assert "/webhooks/zendesk" in done.output
    assert "ticket.comment_added" in done.output
    assert "s1gned" not in done.output


def test_freshdesk_prints_the_address_with_its_secret(connect, shop, tmp_path):
    shop.answer = FakeFreshdesk()
    done = connect("freshdesk", shop.url, "k3y", "n", "woocommerce:shop")
    assert done.exit_code == 0, done.output
    said = load(tmp_path).source("freshdesk").said
    assert f"/webhooks/freshdesk/{said.secret}" in done.output
    assert (said.trust_email, said.external_ids_of) == (False, "woocommerce:shop")


def test_an_exchange_is_tried_before_it_is_written(connect, tmp_path):
    exchange = FakeExchange()
    try:
        refused = connect("asterisk", "127.0.0.1", "clienteling", PASSWORD)  # at the usual port nobody is
        assert refused.exit_code == 1
        assert "The exchange gives no answer" in refused.output
    finally:
        exchange.close()
    untried = connect("asterisk", "127.0.0.1", "clienteling", PASSWORD, check=False)
    assert untried.exit_code == 0, untried.output
    assert load(tmp_path).source("asterisk").said.port == 5038


@pytest.mark.parametrize(
    ("kind", "typed", "shown"),
    [
        ("calls", (), "/webhooks/calls/{secret}"),
        ("threecx", ("it",), "/webhooks/threecx/{secret}/template.xml"),
        ("mailchimp", ("k3y-us21", "a6b5", "y"), "/webhooks/mailchimp/{secret}"),
        ("brevo", ("k3y",), "/webhooks/brevo/{secret}"),
    ],
)
def test_the_others_are_told_where_to_send(connect, tmp_path, kind, typed, shown):
    done = connect(kind, *typed, check=False)
    assert done.exit_code == 0, done.output
    said = load(tmp_path).source(kind).said
    assert len(said.secret) >= 24
    assert shown.format(secret=said.secret) in done.output
