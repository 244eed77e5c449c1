"""Asterisk and FreePBX: the hub stays on the line with the exchange and hears every call from its start."""

import logging
import ssl
import threading
from collections import deque
from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from clienteling.hub.connectors import asterisk
from clienteling.hub.connectors.asterisk import Account
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.sources.exchange_calls import OpenCalls
from clienteling.hub.sources.manager import LineDown, LoginRefused, Manager
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.said import Said, Secret, asked
from clienteling.hub.sources.source import Keep, Kind, Listener, Payload, Stands
from clienteling.hub.sources.web import Trouble, Web
from clienteling.marking import msgid
from sync.instants import Now, wall_clock

FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0
REFUSED_WAIT_S = 900.0
"""A wrong password that is tried every minute gets this machine shut out."""
PORTS = range(1, 1 << 16)
_log = logging.getLogger(__name__)


class AsteriskSaid(Said, frozen=True, kw_only=True):
    host: Annotated[str, asked(msgid("The telephone exchange's name or address on the shop's network."))]
    username: Annotated[
        str, asked(msgid("A manager user of its own, as in manager.conf, with read = call,cdr."))
    ]
    password: Annotated[Secret, asked(msgid("Its secret in manager.conf."))]
    port: int = 5038
    tls: bool = False
    """With the exchange's TLS port (5039)."""
    ca: str = ""
    """A file (PEM) with the authority of the exchange's certificate."""
    longest_extension: int = 5
    """Numbers of so many digits at most are telephones of the house."""
    outside_line: str = ""
    """What is dialled before an outside number, such as "0"."""

    def __post_init__(self) -> None:
        if self.port not in PORTS:
            raise ValueError("port is no port. Write 5038, or the one in manager.conf.")


class Exchange:
    """The thread that listens: connects again for ever, waiting longer each time in vain."""

    def __init__(
        self,
        said: AsteriskSaid,
        keep: Keep,
        stands: Stands,
        now: Now = wall_clock,
        wait_s: float = FIRST_WAIT_S,
    ) -> None:
        self._said = said
        self._keep = keep
        self._stands = stands
        self._now = now
        self._first_wait_s = wait_s
        self._closing = threading.Event()
        self._line: Manager | None = None
        self._calls = OpenCalls()
        self._over: deque[bytes] = deque()
        self._trouble = ""
        self._thread = threading.Thread(target=self._run, name="exchange", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """What is still being said is not waited for."""
        self._closing.set()
        if (line := self._line) is not None:
            line.close()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        wait_s = self._first_wait_s
        while not self._closing.is_set():
            try:
                with _connected(self._said) as line:
                    self._line = line
                    wait_s = self._first_wait_s
                    self._listen(line)
            except LineDown as trouble:
                if isinstance(trouble, LoginRefused):
                    wait_s = REFUSED_WAIT_S
                self._say(trouble, wait_s)
            self._closing.wait(wait_s)
            wait_s = min(wait_s * 2, LONGEST_WAIT_S)

    def _say(self, trouble: LineDown, wait_s: float) -> None:
        """In the log once, however often it is tried in vain."""
        if self._closing.is_set():
            return
        if str(trouble) != self._trouble:
            _log.warning("no line to the telephone exchange: %s; trying again", trouble)
        self._trouble = str(trouble)
        self._note(_sentence(trouble), self._now() + int(wait_s * 1000))

    def _note(self, problem: str, again_at: int) -> None:
        try:
            self._stands(problem, again_at)
        except Exception as error:  # noqa: BLE001 - whatever the database has, the line is kept
            _log.error("how the line stands could not be kept: %s", type(error).__name__)

    def _listen(self, line: Manager) -> None:
        """First which channels there are: calls may have ended while nobody listened."""
        self._trouble = ""
        self._note("", 0)
        line.ask("CoreShowChannels")
        there: set[str] = set()
        for fields in line.events():
            if self._closing.is_set():
                return
            event = fields.get("Event")
            if event == "CoreShowChannel":
                there.add(fields.get("Uniqueid", ""))
            elif event == "CoreShowChannelsComplete":
                self._tell(self._calls.only(there))
                self._calls.forget(self._now())
            else:
                self._tell(self._calls.take(fields, self._now()))

    def _tell(self, over: Iterable[bytes]) -> None:
        """What cannot be kept now, for the disk is full or the database locked, is kept before the next."""
        self._over.extend(over)
        try:
            while self._over:
                self._keep("call", self._over[0])
                self._over.popleft()
        except Exception as error:  # noqa: BLE001 - whatever the database has, the line is kept
            _log.error("a call of the exchange could not be kept: %s; trying again", type(error).__name__)


class Asterisk(Kind):
    name: ClassVar[str] = "asterisk"
    settings: ClassVar[type[Said]] = AsteriskSaid
    listens: ClassVar[str] = "calls"

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        account = Account(longest_extension=said.longest_extension, outside_line=said.outside_line)
        yield asterisk.translate(payload.body, account, source, payload.received_at)

    def check(self, said: Any, web: Web) -> Met:
        del web
        try:
            with _connected(said):
                return Met(f"Asterisk, {said.host}")
        except LineDown as trouble:
            raise Trouble(_sentence(trouble)) from trouble

    def listener(self, said: Any, keep: Keep, stands: Stands) -> Listener | None:
        return Exchange(said, keep, stands)


def _sentence(trouble: LineDown) -> str:
    said = str(trouble)
    return f"{said[0].upper()}{said[1:]}."


def _connected(said: AsteriskSaid) -> Manager:
    """Logged in. Raises LineDown."""
    try:
        tls = ssl.create_default_context(cafile=said.ca or None) if said.tls else None
    except OSError as error:
        raise LineDown("the file named in `ca` cannot be read") from error
    line = Manager(said.host, said.port, tls)
    try:
        line.log_in(said.username, said.password)
    except LineDown:
        line.close()
        raise
    return line
