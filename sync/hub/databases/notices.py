"""What wakes a process when the feed has grown: here its own word only."""

import selectors
import socket
from contextlib import suppress
from typing import Protocol


class Notices(Protocol):
    def tell(self) -> None:
        """This process has committed something. From any thread."""
        ...

    def wait(self, seconds: float) -> None:
        """Until somebody committed something, or the time is over. Raises sqlalchemy.exc.SQLAlchemyError."""
        ...

    def close(self) -> None: ...


class OwnWord:
    """Only what this process tells itself."""

    def __init__(self) -> None:
        self._here, self._there = socket.socketpair()
        for end in (self._here, self._there):
            end.setblocking(False)

    def tell(self) -> None:
        with suppress(BlockingIOError):  # it has been told so often already
            self._there.send(b"!")

    def wait(self, seconds: float) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._here, selectors.EVENT_READ)
            selector.select(seconds)
        self.told()

    def fileno(self) -> int:
        return self._here.fileno()

    def told(self) -> bool:
        """Whether there was a word; it counts once."""
        with suppress(BlockingIOError):
            return bool(self._here.recv(1 << 12))
        return False

    def close(self) -> None:
        self._here.close()
        self._there.close()
