"""`hub connect` tries what a person typed: whatever answers instead of the source, it says what is wrong."""

import pytest

from clienteling.hub.sources import section, trying
from clienteling.hub.sources.source import Kind
from clienteling.hub.sources.web import Trouble
from tests.hub.sources.certified import certified_here
from tests.hub.sources.fake_shop import Answered, FakeShop

KEY = "k3y-us21"
KINDS = {
    "woocommerce": {"url": "", "consumer_key": KEY, "consumer_secret": KEY},
    "shopify": {"url": "", "access_token": KEY},
    "prestashop": {"url": "", "key": KEY},
    "magento": {"url": "", "token": KEY},
    "zendesk": {"address": "", "email": "agent@example.org", "token": KEY},
    "freshdesk": {"address": "", "api_key": KEY},
    "mailchimp": {"address": "", "api_key": KEY, "audience": "a1"},
    "brevo": {"address": "", "api_key": KEY},
}
ELSEWHERE = "https://hub:pw@www.example.org/a?key=s3cret"
PAGE = b"<html><body><p>Torniamo presto</p></body></html>"


@pytest.fixture(params=KINDS)
def said(request, monkeypatch):
    """What `hub connect` tries for one kind: why it does not work."""
    monkeypatch.setattr(Kind, "pace_s", 0.0)

    def at(url: str, **more: str) -> str:
        values = {name: value or url for name, value in KINDS[request.param].items()}
        with pytest.raises(Trouble) as trouble:
            trying.found(section.read("shop", {"kind": request.param, **values, **more}))
        assert KEY not in str(trouble.value)
        return str(trouble.value)

    return at


@pytest.mark.parametrize(
    "body", [PAGE, b"<!DOCTYPE html><p>Torniamo<br>presto", b"", b"null", b"7", b'"ok"', b'{"ok":true}']
)
def test_another_program_that_answers_there_is_no_source(said, shop, body):
    shop.answer = lambda _asked: Answered(body)
    assert "another program" in said(shop.url)


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        (Answered(status=401), "does not accept these credentials"),
        (Answered(status=403), "does not accept these credentials"),
        (Answered(status=404), "refused what was asked (status 404)"),
        (Answered(status=429), "asks to wait"),
        (Answered(status=500), "asks to wait"),
        (
            Answered(status=301, headers={"location": ELSEWHERE}),
            "address, https://www.example.org (status 301)",
        ),
        (Answered(status=302, headers={"location": "/login"}), "another address (status 302)"),
    ],
)
def test_a_refusal_is_said_plainly(said, shop, answered, words):
    shop.answer = lambda _asked: answered
    assert words in said(shop.url)


def test_nobody_there_is_said_plainly(said):
    with FakeShop() as gone:
        url = gone.url
    assert "gives no answer" in said(url)


def test_a_certificate_that_nobody_trusts_is_refused_until_its_authority_is_named(said, tmp_path):
    file, context = certified_here(tmp_path)
    with FakeShop(context) as shop:
        shop.answer = lambda _asked: Answered(status=401)
        assert "certificate is not one that this machine trusts" in said(shop.url)
        assert "credentials" in said(shop.url, ca=str(file))
