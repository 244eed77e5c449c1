"""Fifty senders post signed webhooks to a hub process: from the request to its answer, kept on the disk."""

import asyncio
import sqlite3
import ssl
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from clienteling.hub import settings
from clienteling.hub.connectors.woocommerce.signature import sign
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.sources import section
from clienteling.hub.sources.kinds import KINDS
from tests.bench.figure import Figure, percentile
from tests.hub.serving.hub_process import HubProcess

SENDERS, EACH, WARM_UP = 50, 20, 2
PAUSE_S = 1.0
"""Between two webhooks of one sender: fifty a second, far more than a shop's busiest day."""
SECRET = "bench-secret"


def measure() -> Figure:
    with TemporaryDirectory(prefix="webhook-bench-") as name:
        folder = Path(name)
        hub = _hub(folder / "hub")
        try:
            hub.start()
            took = asyncio.run(_all_senders(hub.port))
            assert hub.house.engine.connect().execute(raw_payload.select()).all()
        finally:
            hub.close()
        limits = _bare_commits(folder)
    return Figure(
        name="webhook_p95",
        value=percentile(took, 95),
        unit="ms",
        limit=percentile(limits, 95),
        n=len(took),
        note=f"{SENDERS} senders over TLS; limit: one bare SQLite transaction with full sync",
    )


def _hub(data: Path) -> HubProcess:
    chosen = settings.load_or_create(data)
    values = {
        "url": "http://127.0.0.1:9",
        "consumer_key": "k",
        "consumer_secret": "s",
        "webhook_secret": SECRET,
    }
    written = section.write("shop", KINDS["woocommerce"], values)
    file = chosen.data / settings.FILE
    file.write_text(f"{file.read_text()}\n{written}")
    return HubProcess(data)


async def _all_senders(port: int) -> list[float]:
    took = await asyncio.gather(*(_sender(port, number) for number in range(SENDERS)))
    return [one for ones in took for one in ones]


async def _sender(port: int, number: int) -> list[float]:
    """Milliseconds of each of its webhooks, over one connection."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=trusting)
    took: list[float] = []
    for turn in range(EACH + WARM_UP):
        await asyncio.sleep(PAUSE_S * (number / SENDERS if turn == 0 else 1))
        request = _request(number * 1_000 + turn)
        begun = time.perf_counter()
        writer.write(request)
        await _answer(reader)
        took.append((time.perf_counter() - begun) * 1000)
    writer.close()
    return took[WARM_UP:]


async def _answer(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
    length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    await reader.readexactly(int(length.partition(b":")[2]))


def _request(number: int) -> bytes:
    body = msgspec.json.encode(_order(number))
    head = (
        "POST /webhooks/shop HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\n"
        f"x-wc-webhook-topic: order.updated\r\nx-wc-webhook-signature: {sign(body, SECRET)}\r\n"
        f"content-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _order(number: int) -> dict[str, object]:
    return {
        "id": number,
        "number": str(number),
        "status": "processing",
        "customer_id": number % 500 + 1,
        "total": "49.90",
        "date_created_gmt": "2026-11-20T10:00:00",
        "date_modified_gmt": "2026-11-20T10:00:00",
        "line_items": [{"name": "Scarpa", "quantity": 1, "total": "49.90"}],
        "meta_data": [{"key": "_padding", "value": "x" * 2_000}],
    }


def _bare_commits(folder: Path) -> list[float]:
    """A row of the size of such a webhook, on the same disk."""
    took = []
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB)")
        for number in range(200):
            body = msgspec.json.encode(_order(number))
            begun = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO bare VALUES (?, ?)", (number, body))
            connection.execute("COMMIT")
            took.append((time.perf_counter() - begun) * 1000)
    return took
