import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling.codes.drawing import QUIET_ZONE, Medium, as_svg, draw
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
CLAIM = Claim(1, "c1e27e11", "0190a5b2-7c11-7d3e-8f00-000000000001", 1)


@pytest.mark.parametrize(("medium", "version"), [(Medium.PHONE, 6), (Medium.CARD, 8)])
def test_a_bare_code_takes_the_version_that_only_alphanumeric_mode_allows(medium, version):
    drawn = draw(sign(KEY, CLAIM), medium)
    assert drawn.version == version
    assert len(drawn.modules) == 17 + 4 * version
    assert drawn.side == len(drawn.modules) + 2 * QUIET_ZONE
    assert draw(sign(KEY, CLAIM).lower(), medium).version > version


def test_an_address_in_capitals_costs_one_version():
    assert draw(sign(KEY, CLAIM, "HTTPS://SHOP.EXAMPLE/C/"), Medium.PHONE).version == 7


def test_the_drawing_in_svg_has_a_square_for_each_dark_module():
    drawn = draw(sign(KEY, CLAIM), Medium.PHONE)
    svg = as_svg(drawn)
    assert f'viewBox="0 0 {drawn.side} {drawn.side}"' in svg
    assert svg.count("h1v1h-1z") == sum(map(sum, drawn.modules))
