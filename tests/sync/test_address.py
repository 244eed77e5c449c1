import pytest

from sync.address import DEFAULT_PORT, Address, read_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.168.1.20", Address("192.168.1.20", DEFAULT_PORT)),
        (" 192.168.1.20:99 ", Address("192.168.1.20", 99)),
        ("Hub.Example.ORG:99", Address("hub.example.org", 99)),
        ("localhost:5", Address("localhost", 5)),
        ("fe80::1", Address("fe80::1", DEFAULT_PORT)),
        ("[fe80::1]:99", Address("fe80::1", 99)),
    ],
)
def test_an_address_is_read_as_people_write_it(text, address):
    assert read_address(text) == address


@pytest.mark.parametrize(
    "text",
    ["", "1.2.3", "1.2.3.400", "a b:5", "hub:0", "hub:65536", "hub:", "hub:x", "a:b:c", "-:5", "x" * 200],
)
def test_what_is_no_address_is_refused(text):
    assert read_address(text) is None


def test_a_port_may_be_given_for_those_without():
    assert read_address("hub", 1234) == Address("hub", 1234)
    assert str(read_address("::1", 1234)) == "[::1]:1234"
    assert str(read_address("hub", 1234)) == "hub:1234"
