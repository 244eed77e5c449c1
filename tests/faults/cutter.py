"""Somebody between a tablet and the hub who cuts connections after so many bytes."""

import contextlib
import socket
import struct
import threading
from itertools import count

_PIECE = 1 << 14
_RESET = struct.pack("ii", 1, 0)


class Cutter:
    """Passes on to the hub of this machine. Each connection carries `step` bytes more than the last."""

    def __init__(self, host: str, port: int, step: int) -> None:
        self._listening = socket.create_server((host, port))
        self._port = port
        self._step = step
        self.cuts = 0
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        for number in count(1):
            try:
                tablet, _ = self._listening.accept()
            except OSError:
                return
            self._threads.append(threading.Thread(target=self._pass, args=(tablet, number * self._step)))
            self._threads[-1].start()

    def _pass(self, tablet: socket.socket, allowed: int) -> None:
        with tablet, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._port)) as hub:
            back = threading.Thread(target=_forward, args=(tablet, hub))
            back.start()
            try:
                self._carry(hub, tablet, allowed)
            finally:
                for end in (tablet, hub):
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                    with contextlib.suppress(OSError):
                        end.shutdown(socket.SHUT_RDWR)
                back.join()

    def _carry(self, hub: socket.socket, tablet: socket.socket, allowed: int) -> None:
        while piece := hub.recv(min(_PIECE, allowed)):
            tablet.sendall(piece)
            allowed -= len(piece)
            if allowed == 0:
                self.cuts += 1
                return


def _forward(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(_PIECE):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
