import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from clienteling.hub import settings
from tests.conformance.node_packages import NEEDED, Missing, NoNode, installed
from tests.hub.serving.hub_process import HubProcess

SENDERS = Path(__file__).parent / "senders"
PUBLIC, SERVER = "wk-conformance", "sk-conformance"
WITHIN_S = 90.0


class Sender:
    """A process in which one of the packages runs as it was published, told only where the hub is."""

    def __init__(self, line: list[str], hub: HubProcess, key: str, log: Path) -> None:
        certificate = log.with_suffix(".pem")
        identity = x509.load_pem_x509_certificate(hub.house.settings.identity.read_bytes())
        certificate.write_bytes(identity.public_bytes(Encoding.PEM))
        trusted = dict.fromkeys(
            ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"), str(certificate)
        )
        self._log = log
        with log.open("ab") as errors:
            self._process = subprocess.Popen(
                line,
                env=os.environ | trusted | {"HUB": f"https://{hub.address}", "KEY": key, "NO_PROXY": "*"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def tell(self, what: str) -> None:
        """ "story": who she is, a page, a search. "many": 250 searches."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()

    def done(self) -> None:
        """When the package says that it has sent everything."""
        assert self._process.stdout is not None
        spoke, _, _ = select.select([self._process.stdout], [], [], WITHIN_S)
        assert spoke, f"it says nothing any more: {self.said}"
        assert self._process.stdout.readline() == "done\n", self.said

    def finish(self) -> int:
        """Nothing more is told; how the process ends by itself."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(WITHIN_S)

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(WITHIN_S)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    @property
    def said(self) -> str:
        return self._log.read_text()


def line_of(package: str) -> list[str]:
    if not package.endswith("_node"):
        return [sys.executable, str(SENDERS / f"{package}.py"), package]
    try:
        return ["node", str(installed() / f"{package}.mjs"), package]
    except Missing as missing:
        if NEEDED in os.environ and isinstance(missing, NoNode):
            pytest.fail(f"{missing}; that may not be left out here")
        pytest.skip(str(missing))


@pytest.fixture
def hub(tmp_path) -> Iterator[HubProcess]:
    data = tmp_path / "hub"
    data.mkdir()
    (data / settings.FILE).write_text(
        f'[sources.web]\nkind = "segment"\nwrite_key = "{PUBLIC}"\nserver_key = "{SERVER}"\n'
    )
    process = HubProcess(data)
    process.start()
    yield process
    process.close()


@pytest.fixture
def sender(hub, tmp_path) -> Iterator[Callable[..., Sender]]:
    started: list[Sender] = []

    def start(package: str, key: str = SERVER) -> Sender:
        started.append(Sender(line_of(package), hub, key, tmp_path / f"{package}.log"))
        return started[-1]

    yield start
    for one in started:
        one.close()
