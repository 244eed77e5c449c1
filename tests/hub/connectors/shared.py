"""Example payloads that lie beside the checkout, where they do."""

from pathlib import Path

import pytest

PAYLOADS = Path(__file__).parents[3] / "../shared/payloads"


def payload(path: str) -> bytes:
    if not PAYLOADS.is_dir():
        pytest.skip("the example payloads do not lie beside this checkout")
    return (PAYLOADS / path).read_bytes()
