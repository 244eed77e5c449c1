import ipaddress
from dataclasses import replace

import pytest

from clienteling.hub.addresses import MOST, is_loopback, own_hosts, reachable
from clienteling.hub.settings import load_or_create
from sync.address import Address


def test_what_the_settings_name_is_what_the_code_carries(tmp_path):
    named = (Address("hub.example.org", 443),)
    settings = replace(load_or_create(tmp_path), addresses=named)
    assert reachable(settings, "0.0.0.0", 7443) == named


def test_a_hub_on_one_address_is_reached_there(tmp_path):
    assert reachable(load_or_create(tmp_path), "127.0.0.1", 99) == (Address("127.0.0.1", 99),)


def test_a_hub_on_every_network_is_reached_at_this_machines_addresses(tmp_path):
    found = reachable(load_or_create(tmp_path), "0.0.0.0", 99)
    assert 1 <= len(found) <= MOST
    assert [address.host for address in found] == own_hosts()[:MOST]
    assert all(ipaddress.ip_address(address.host).version == 4 for address in found)


@pytest.mark.parametrize(
    ("host", "answer"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.168.1.20", False)]
)
def test_loopback_is_known_by_name_and_number(host, answer):
    assert is_loopback(host) is answer
