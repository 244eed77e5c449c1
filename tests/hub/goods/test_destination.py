import socket
from ipaddress import ip_address

import pytest

from clienteling.hub.goods.destination import Forbidden, Origin, destination, is_public, origin


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.20", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:c0a8:101::1"),
    ],
)
def test_an_address_of_a_private_network_is_not_public_however_it_is_written(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e"])
def test_an_address_of_the_internet_is(address):
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/a.jpg", "http:///a.jpg", "http://u:p@example.org/", "//x"],
)
def test_only_addresses_of_the_web_are_gone_to(url):
    with pytest.raises(Forbidden):
        origin(url)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_the_hubs_own_machine_is_not_gone_to_by_any_of_its_names(host):
    with pytest.raises((Forbidden, OSError)):
        destination(f"http://{host}:8080/a.jpg", None)


def test_the_source_itself_may_be_in_the_hubs_network_but_no_other_port_of_it():
    home = Origin("http", "127.0.0.1", 8080)
    assert destination("http://127.0.0.1:8080/a.jpg?v=2", home).target == "/a.jpg?v=2"
    with pytest.raises(Forbidden):
        destination("http://127.0.0.1:5432/a.jpg", home)


def test_a_public_name_that_leads_into_the_network_is_not_followed(monkeypatch):
    """A name server may answer what it likes."""

    def answer(_host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        of = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*of, ("192.168.1.20", port)), (*of, ("93.184.215.14", port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    assert destination("https://pictures.example.org/a.jpg", None).addresses == ("93.184.215.14",)
