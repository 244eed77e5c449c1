"""What nobody would send, made from the hub's own description of its calls: refused, never its own fault."""

from pathlib import Path

import msgspec
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.device.trusted.pairing import Pairing, pair
from sync.device.trusted.pinning import Pin, PinnedPools
from sync.hub.http.openapi import CALLS, PATH, document
from sync.wire import Refusal
from tests.hub.serving.hub_process import HubProcess

WAITING = {"/live", "/wait"}
"""They answer when there is news; what they take is read like that of the others."""
ASKED = [call for call in CALLS if call.path not in WAITING]
SCHEMA = schemathesis.openapi.from_dict(document())
GROWTH_KB = 96 * 1024
SERVER_ERROR = 500
UNHURRIED = settings(
    max_examples=20, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


class PinnedAdapter(requests.adapters.HTTPAdapter):
    """The device's own connections, for a client that schemathesis knows how to use."""

    def __init__(self, pin: Pin) -> None:
        self._pin = pin
        super().__init__()

    def init_poolmanager(self, *_: object, **__: object) -> None:
        self.poolmanager = PinnedPools(self._pin)


def resident_kb(hub: HubProcess) -> int:
    assert hub.process is not None
    status = Path(f"/proc/{hub.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory):
    process = HubProcess(tmp_path_factory.mktemp("fuzzed"))
    process.start()
    yield process
    process.close()


@pytest.fixture(scope="module")
def known(fuzzed: HubProcess) -> Pairing:
    return pair(fuzzed.code(), "Till 1")


@pytest.fixture(scope="module")
def session(known: Pairing):
    with requests.Session() as one:
        one.trust_env = one.verify = False
        one.mount("https://", PinnedAdapter(Pin(known.hub_id)))
        one.headers["Authorization"] = f"Bearer {known.credential}"
        yield one


@pytest.mark.parametrize("call", ASKED, ids=lambda call: f"{call.method} {call.path}")
def test_whatever_a_device_sends_it_is_answered_or_refused_with_a_code(fuzzed, known, session, call):
    operation = SCHEMA[PATH + call.path][call.method.upper()]
    valid = operation.as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE)
    broken = operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)
    epoch = st.sampled_from([fuzzed.house.store.epoch, ""])

    @UNHURRIED
    @given(case=valid | broken if call.body or call.query else valid, epoch=epoch)
    def tried(case, epoch) -> None:
        if isinstance(case.body, dict) and "epoch" in case.body:
            case.body["epoch"] = epoch
        if "epoch" in case.query:
            case.query["epoch"] = epoch
        answer = case.call(base_url=f"https://{fuzzed.address}", session=session, verify=False)
        assert answer.status_code < SERVER_ERROR
        if answer.status_code >= 400:
            assert msgspec.json.decode(answer.content, type=Refusal).message

    before = resident_kb(fuzzed)
    tried()
    assert resident_kb(fuzzed) - before < GROWTH_KB
    assert session.get(f"https://{fuzzed.address}{PATH}/hello").status_code == 200
