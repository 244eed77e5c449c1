from pathlib import Path

import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import segment, tracking
from clienteling.hub.connectors.foreign import cents
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel

NOW = 1_795_340_800_000  # 2026-11-22 09:46:40 UTC
WEB = segment.Account(name="web")
SHARED = Path(__file__).parents[3] / "../shared/payloads/segment"


def hear(message: dict, account: segment.Account = WEB, **batch) -> Heard:
    body = msgspec.json.encode({"batch": [message], **batch})
    (heard,) = segment.translate(body, "batch", account, NOW).heard
    return heard


def track(event: str, **properties) -> Heard:
    return hear(
        {"type": "track", "event": event, "userId": "u-7", "messageId": "m-1", "properties": properties}
    )


@pytest.mark.parametrize(
    ("name", "kind", "channel"),
    [
        ("Product Viewed", EventKind.PRODUCT_VIEWED, Channel.WEB),
        ("viewed  product", EventKind.PRODUCT_VIEWED, Channel.WEB),
        ("Product Added", EventKind.BASKET_ADDED, Channel.BASKET),
        ("Product Removed", EventKind.BASKET_REMOVED, Channel.BASKET),
        ("Cart Viewed", EventKind.BASKET_VIEWED, Channel.BASKET),
        ("Checkout Started", EventKind.CHECKOUT_STARTED, Channel.BASKET),
        ("Coupon Applied", EventKind.COUPON_USED, Channel.BASKET),
        ("Coupon Denied", EventKind.COUPON_REFUSED, Channel.BASKET),
        ("Product List Viewed", EventKind.LIST_VIEWED, Channel.WEB),
        ("Product List Filtered", EventKind.LIST_VIEWED, Channel.WEB),
        ("Viewed Product Category", EventKind.LIST_VIEWED, Channel.WEB),
        ("Promotion Clicked", EventKind.PROMOTION_TAPPED, Channel.WEB),
        ("Product Shared", EventKind.PRODUCT_SHARED, Channel.WEB),
        ("Product Reviewed", EventKind.REVIEWED, Channel.WEB),
        ("Wishlist Product Added to Cart", EventKind.BASKET_ADDED, Channel.BASKET),
        ("Product Added to Wishlist", EventKind.WISH_ADDED, Channel.WEB),
        ("Product Removed from Wishlist", EventKind.WISH_REMOVED, Channel.WEB),
        ("Order Completed", EventKind.ORDERED, Channel.ORDER),
        ("Order Updated", EventKind.ORDERED, Channel.ORDER),
        ("Order Cancelled", EventKind.ORDER_CANCELLED, Channel.ORDER),
        ("Order Refunded", EventKind.REFUNDED, Channel.ORDER),
        ("Products Searched", EventKind.PRODUCT_SEARCHED, Channel.WEB),
        ("Signed Up", EventKind.SIGNED_UP, Channel.WEB),
    ],
)
def test_the_names_of_the_commerce_specification_become_our_events(name, kind, channel):
    event = track(name).event
    assert event is not None
    assert (event.kind, event.channel) == (kind, channel)


def aside(*messages: dict) -> tuple[str, ...]:
    return segment.translate(msgspec.json.encode({"batch": messages}), "batch", WEB, NOW).set_aside


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ({"type": "track", "event": "Promotion Viewed"}, "track promotion viewed"),
        ({"type": "track", "event": "Viewed Checkout Step"}, "track viewed checkout step"),
        ({"type": "track", "event": "Coupon Entered"}, "track coupon entered"),
        ({"type": "track", "event": "Video Playback Started"}, "track Video Playback Started"),
        ({"type": "track", "event": "Call me on 3331234567"}, "track of an unknown name"),
        ({"type": "track", "event": "mail to anna@example.org"}, "track of an unknown name"),
        ({"type": "group", "groupId": "g"}, "group"),
        ({"type": "delete"}, "type delete"),
    ],
)
def test_what_says_nothing_of_her_wishes_is_set_aside_by_its_topic_without_a_persons_words(message, topic):
    assert aside({"userId": "u", **message}) == (topic,)


def test_who_somebody_is_is_not_set_aside():
    assert aside({"type": "identify", "userId": "u"}, {"type": "alias", "userId": "u"}) == ()


def test_a_list_says_what_she_narrowed_it_to_and_nothing_of_what_the_site_showed():
    event = track(
        "Product List Filtered",
        category="Scarpe",
        filters=[{"type": "colour", "value": "nero"}, {"type": "size", "value": "39"}, "nonsense"],
        products=[{"product_id": "p-1"}],
    ).event
    assert event is not None
    assert (event.text, event.items) == ("Scarpe: nero, 39", ())


def test_an_order_told_by_the_page_and_by_the_server_is_one():
    first = track("Order Completed", order_id="9001", total=80)
    again = hear(
        {
            "type": "track",
            "event": "Order Updated",
            "userId": "u-7",
            "messageId": "m-2",
            "properties": {"order_id": "9001"},
        }
    )
    assert first.key == again.key


def test_somebody_elses_word_about_an_order_takes_nothing_from_the_one_who_ordered():
    message = {"type": "track", "event": "Order Completed", "properties": {"order_id": "9001"}}
    assert hear({**message, "userId": "u-7"}).key != hear({**message, "anonymousId": "x"}).key


def test_two_refunds_of_one_order_are_two():
    refund = {"type": "track", "event": "Order Refunded", "userId": "u", "properties": {"order_id": "9001"}}
    assert hear({**refund, "messageId": "m-1"}).key != hear({**refund, "messageId": "m-2"}).key


def test_a_viewed_product_keeps_every_name_that_the_site_has_for_it():
    event = track("Product Viewed", product_id=42, sku="S-1", ean="8001", name="Aurora", price="189.90").event
    assert event is not None
    (item,) = event.items
    assert (item.product_id, item.sku, item.ean, item.name) == ("42", "S-1", "8001", "Aurora")
    assert (item.price_cents, item.quantity) == (18990, 1)


def test_an_order_keeps_its_number_and_its_products():
    event = track(
        "Order Completed",
        order_id="9001",
        total=80,
        products=[{"sku": "A", "quantity": 2}, {"sku": "B"}, "nonsense"],
    ).event
    assert event is not None
    assert (event.detail.order_number, event.detail.price_cents) == ("9001", 8000)
    assert [(item.sku, item.quantity) for item in event.items] == [("A", 2), ("B", 1)]


def test_a_search_keeps_her_words():
    event = track("Products Searched", query="stivaletti neri").event
    assert event is not None
    assert event.text == "stivaletti neri"


def test_a_page_takes_title_and_address_from_wherever_the_sdk_put_them():
    heard = hear(
        {"type": "page", "anonymousId": "a", "context": {"page": {"title": "Scarpe", "url": "https://s/"}}}
    )
    assert heard.event is not None
    assert (heard.event.text, heard.event.detail.url) == ("Scarpe", "https://s/")


@pytest.mark.parametrize(
    ("happened", "sent", "expected"),
    [
        ("2026-11-22T09:46:00Z", "2026-11-22T09:46:40Z", NOW - 40_000),
        ("2026-11-22T11:46:00+02:00", "2026-11-22T09:46:40Z", NOW - 40_000),
        ("2031-01-01T00:00:00Z", "2031-01-01T00:00:05Z", NOW - 5_000),
        ("2026-11-22T09:46:00Z", None, NOW - 40_000),
        ("2026-11-23T09:46:00Z", None, NOW),
        (None, "2026-11-22T09:46:40Z", NOW),
        ("yesterday", None, NOW),
    ],
)
def test_the_moment_is_corrected_by_the_senders_own_clock_error(happened, sent, expected):
    assert tracking.corrected(happened, sent, NOW) == expected


def test_the_shops_server_vouches_for_login_and_email_and_for_no_phone():
    heard = hear(
        {
            "type": "identify",
            "userId": "u-7",
            "anonymousId": "a-1",
            "traits": {"email": " Giulia@Example.IT ", "phone": "333 123 4567", "birthday": "1990-12-04"},
        },
        segment.Account(name="web", server=True),
    )
    assert heard.hints == (
        Hint(IdentifierKind.USER, "web", "u-7"),
        Hint(IdentifierKind.EMAIL, "", "giulia@example.it"),
        Hint(IdentifierKind.ANONYMOUS, "web", "a-1"),
    )
    assert heard.profile is not None
    assert heard.profile.birthday_on == "1990-12-04"
    assert heard.profile.phone == "+393331234567"


def test_an_email_that_a_page_sends_vouches_for_nothing_with_a_login_or_without():
    said = {"type": "identify", "anonymousId": "a-1", "traits": {"email": "giulia@example.it"}}
    device = Hint(IdentifierKind.ANONYMOUS, "web", "a-1")
    login = Hint(IdentifierKind.USER, "web", "u-7")
    for message, hints in ((said, (device,)), ({**said, "userId": "u-7"}, (login, device))):
        assert hear(message).hints == hints
        assert hear(message).profile is None


def test_an_email_without_login_counts_where_the_shop_says_that_its_site_checked_it():
    message = {"type": "identify", "anonymousId": "a-1", "traits": {"email": "giulia@example.it"}}
    heard = hear(message, segment.Account(name="web", trust_email=True))
    assert Hint(IdentifierKind.EMAIL, "", "giulia@example.it") in heard.hints


def test_a_user_id_that_the_shop_does_not_trust_is_no_hint():
    account = segment.Account(name="web", trust_user_id=False)
    heard = hear({"type": "track", "event": "x", "userId": "u-7", "anonymousId": "a"}, account)
    assert heard.hints == (Hint(IdentifierKind.ANONYMOUS, "web", "a"),)


def test_who_she_is_may_stand_in_the_context_alone():
    said = {"type": "identify", "userId": "u", "context": {"traits": {"email": "giulia@example.it"}}}
    assert (
        Hint(IdentifierKind.EMAIL, "", "giulia@example.it")
        in hear(said, segment.Account(name="web", server=True)).hints
    )


def test_an_email_on_a_track_call_is_not_a_login():
    heard = hear({"type": "track", "event": "Product Viewed", "userId": "u", "traits": {"email": "x@y.it"}})
    assert [hint.kind for hint in heard.hints] == [IdentifierKind.USER]


@pytest.mark.parametrize("nobody", [None, "", " ", "0", 0, "null", "undefined", "None"])
def test_placeholders_that_scripts_leave_behind_name_nobody(nobody):
    assert hear({"type": "page", "userId": nobody}).hints == ()


def test_alias_names_the_earlier_id_and_the_user_as_one():
    heard = hear({"type": "alias", "previousId": "a-1", "userId": 77})
    assert heard.hints == (
        Hint(IdentifierKind.USER, "web", "77"),
        Hint(IdentifierKind.ANONYMOUS, "web", "a-1"),
    )


def test_the_sites_logins_may_be_those_of_a_connected_shop_where_its_server_says_so():
    message = {"type": "page", "userId": "77"}
    shop = Hint(IdentifierKind.USER, "woocommerce:shop", "77")
    server = segment.Account(name="web", server=True, logins_of="woocommerce:shop")
    assert hear(message, server).hints == (shop, Hint(IdentifierKind.USER, "web", "77"))
    assert shop not in hear(message, segment.Account(name="web", logins_of="woocommerce:shop")).hints


@pytest.mark.parametrize(
    ("currency", "cents", "elsewhere"),
    [("eur", 8000, ""), (None, 8000, ""), ("nonsense", 8000, ""), ("USD", 0, "80.00 USD")],
)
def test_what_was_paid_in_another_currency_is_in_no_sum(currency, cents, elsewhere):
    products = [{"sku": "A", "price": 80}]
    event = track("Order Completed", order_id="1", total=80, currency=currency, products=products).event
    assert event is not None
    assert (event.detail.price_cents, event.detail.elsewhere) == (cents, elsewhere)
    assert event.items[0].price_cents == cents


def test_only_the_shops_own_server_is_believed_that_two_accounts_are_one():
    message = {"type": "alias", "previousId": "u-6", "userId": "u-7"}
    assert hear(message).same == ()
    server = segment.Account(name="web", server=True)
    assert hear(message, server).same == (Hint(IdentifierKind.USER, "web", "u-6"),)


def test_a_message_without_id_has_the_same_key_each_time_it_is_sent():
    message = {"type": "page", "anonymousId": "a", "name": "Home"}
    assert hear(message).key == hear(message).key != hear({**message, "name": "Scarpe"}).key


def test_one_unreadable_message_leaves_the_others_of_its_batch_alone():
    body = b'{"batch":[7,{"type":"track","properties":[]},{"type":"page","messageId":"m","name":"Home"}]}'
    translation = segment.translate(body, "batch", WEB, NOW)
    assert [heard.key for heard in translation.heard] == ["m"]
    assert translation.set_aside == ("an event that is not a message",) * 2


@pytest.mark.parametrize("where", ["properties", "context"])
def test_what_is_nested_without_end_leaves_the_others_of_its_batch_alone(where):
    deep = f'{{"type":"page","messageId":"d","name":"Home","{where}":{"[" * 5_000}{"]" * 5_000}}}'
    items = [msgspec.Raw(deep.encode()), msgspec.Raw(b'{"type":"page","messageId":"m","name":"Home"}')]
    read = msgspec.json.Decoder(tracking.Message).decode
    translation = tracking.translated(tracking.Batch(items), read, WEB, NOW)
    assert [heard.key for heard in translation.heard] == ["m"]


def test_an_event_over_its_limit_is_set_aside_and_the_others_pass():
    large = {"type": "track", "event": "Product Viewed", "properties": {"name": "x" * tracking.LARGEST_EVENT}}
    body = msgspec.json.encode({"batch": [large, {"type": "page", "messageId": "m"}]})
    translation = segment.translate(body, "batch", WEB, NOW)
    assert [heard.key for heard in translation.heard] == ["m"]
    assert translation.set_aside == ("an event that is too large",)


def test_a_single_call_is_a_batch_of_one_whose_type_is_in_the_address():
    body = b'{"event":"Product Viewed","userId":"u","messageId":"m","writeKey":"k","sentAt":"yesterday"}'
    (heard,) = segment.translate(body, "track", WEB, NOW).heard
    assert heard.event is not None
    assert heard.event.kind is EventKind.PRODUCT_VIEWED
    assert segment.read(body, "track").write_key == "k"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"batch":{}}', b'{"batch":null}', b"\xff\xfe", b'"x"'])
def test_what_is_no_batch_is_refused(body):
    with pytest.raises((msgspec.MsgspecError, UnicodeDecodeError)):
        segment.read(body, "batch")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(18.99, 1899), ("18,99", 0), ("18.99", 1899), (19, 1900), (None, 0), (True, 0), (-3, 0), ("NaN", 0)],
)
def test_money_is_whole_cents_or_nothing(amount, expected):
    assert cents(amount) == expected


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("client-py-segment-0.json", {EventKind.PRODUCT_VIEWED, EventKind.WISH_ADDED, EventKind.PAGE_VIEWED}),
        ("client-py-rudder-0.json", {EventKind.PRODUCT_VIEWED, EventKind.WISH_ADDED, EventKind.PAGE_VIEWED}),
        ("client-node-seg-0.json", {EventKind.ORDERED, EventKind.PAGE_VIEWED}),
        ("client-node-rud-1.json", {EventKind.ORDERED, EventKind.PAGE_VIEWED}),
    ],
)
def test_what_the_official_packages_really_send_is_understood(file, expected):
    if not SHARED.is_dir():
        pytest.skip("the captured requests do not lie beside this checkout")
    capture = msgspec.json.decode((SHARED / file).read_bytes())
    received_at = tracking._millis("2026-11-22T02:00:00Z")
    translation = segment.translate(msgspec.json.encode(capture["body"]), "batch", WEB, received_at)
    assert "an event that is not a message" not in translation.set_aside
    assert len(translation.heard) == len(capture["body"]["batch"])
    assert expected <= {heard.event.kind for heard in translation.heard if heard.event}
    assert all(heard.hints for heard in translation.heard)


@pytest.mark.shared
def test_every_example_of_the_specification_is_readable():
    if not SHARED.is_dir():
        pytest.skip("the captured requests do not lie beside this checkout")
    for file in sorted(SHARED.glob("spec-*.json")):
        message = msgspec.json.decode(file.read_bytes())
        translation = segment.translate(msgspec.json.encode({"batch": [message]}), "batch", WEB, NOW)
        assert "an event that is not a message" not in translation.set_aside, file.name
