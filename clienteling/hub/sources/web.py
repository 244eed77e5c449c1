"""Requests to a source: bounded in time and size, TLS checked, nothing of them logged."""

import math
import time
from email.utils import parsedate_to_datetime
from typing import ClassVar
from urllib.parse import urlsplit

import msgspec
import requests

from clienteling.hub.sources.asking import Answer, Ask

CONNECT_S = 10.0
READ_S = 60.0
LARGEST_ANSWER = 64 * 1024 * 1024
LONGEST_WAIT_S = 3_600
_PIECE = 64 * 1024
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 522, 524})
_UNKNOWN = frozenset({401, 403})
_MULTIPLE, _CLIENT = 300, 400

UNREADABLE = (
    *(msgspec.MsgspecError, RecursionError, ValueError, LookupError),
    *(TypeError, AttributeError),
)
"""What reading an answer may raise that is none: of another shape, a list where an object was."""


class Trouble(Exception):
    """The source gave no usable answer; the message says so in a plain sentence without secrets."""


class Busy(Trouble):
    """It asks for patience, or is not well: again later."""

    def __init__(self, message: str, wait_s: int = 0) -> None:
        super().__init__(message)
        self.wait_s = wait_s
        """As long as it said; 0 where it did not."""


class Unreachable(Trouble):
    """No answer: the network, the name, the certificate."""


class Refused(Trouble):
    """It answered, and asking the same again will not help until somebody changes something."""

    def __init__(self, message: str, status: int, body: bytes = b"") -> None:
        super().__init__(message)
        self.status = status
        self.body = body


class Web:
    """The way to one source. One thread at a time."""

    agent: ClassVar[str] = "clienteling"

    def __init__(self, ca: str = "", pace_s: float = 0.0) -> None:
        self._session = requests.Session()
        self._session.headers.update({"user-agent": self.agent, "accept": "*/*"})
        self._session.trust_env = False
        self._session.verify = ca or True
        self._pace_s = pace_s
        self._asked_at = float("-inf")

    def ask(self, ask: Ask) -> Answer:
        """`ask` as `Kind.signed` gives it. Raises Trouble."""
        self._wait_for_turn()
        try:
            with self._session.request(
                ask.method,
                ask.path,
                params=list(ask.params),
                headers=dict(ask.headers),
                data=ask.body.encode() or None,
                timeout=(CONNECT_S, READ_S),
                allow_redirects=False,
                stream=True,
            ) as answer:
                return _read(answer)
        except requests.exceptions.SSLError as error:
            raise Unreachable(
                "The source's certificate is not one that this machine trusts. Name its authority in `ca`."
            ) from error
        except (requests.RequestException, OSError) as error:
            raise Unreachable(f"The source gives no answer ({type(error).__name__}).") from error

    def close(self) -> None:
        self._session.close()

    def _wait_for_turn(self) -> None:
        wait = self._asked_at + self._pace_s - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        self._asked_at = time.monotonic()


def _read(answer: requests.Response) -> Answer:
    status = answer.status_code
    if status in _BUSY:
        raise Busy(f"The source asks to wait (status {status}).", _wait_s(answer.headers.get("retry-after")))
    body = _body(answer)
    if status in _UNKNOWN:
        raise Refused(f"The source does not accept these credentials (status {status}).", status, body)
    if _MULTIPLE <= status < _CLIENT:
        where = _origin(answer.headers.get("location", ""))
        raise Refused(f"The source is at another address{where} (status {status}): connect it anew.", status)
    if status >= _CLIENT:
        raise Refused(f"The source refused what was asked (status {status}).", status, body)
    return Answer(status=status, headers={k.lower(): v for k, v in answer.headers.items()}, body=body)


def _origin(location: str) -> str:
    """Without its path and query, which may hold a secret."""
    parts = urlsplit(location)
    return f", {parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.netloc else ""


def _body(answer: requests.Response) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in answer.iter_content(_PIECE):
        size += len(part)
        if size > LARGEST_ANSWER:
            raise Refused("The source's answer is larger than 64 MB.", answer.status_code)
        parts.append(part)
    return b"".join(parts)


def _wait_s(said: str | None) -> int:
    """`Retry-After`: seconds, or a date (RFC 9110, 10.2.3)."""
    if not said:
        return 0
    try:
        wait = float(said)
    except ValueError:
        try:
            wait = parsedate_to_datetime(said).timestamp() - time.time()
        except (ValueError, TypeError, OverflowError):
            return 0
    return math.ceil(max(0.0, min(LONGEST_WAIT_S, wait)))
