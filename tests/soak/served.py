"""The same histories around a hub whose database is PostgreSQL's."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import sqlalchemy as sa
from hypothesis.stateful import RuleBasedStateMachine

from tests.postgresql import Cluster, programs
from tests.sync.chain import Chain
from tests.sync.shop import Shop

_names = count(1)


class ServedShop(Shop):
    """A backup of its hub is a copy of the database, and what is put back is another database."""

    def __init__(self, directory: Path, cluster: Cluster) -> None:
        self._cluster = cluster
        self._databases: set[str] = set()
        super().__init__(directory, database=self._made(cluster.database(f"soak{next(_names)}")))

    def keep(self, name: str) -> Path | str:
        if name != "hub":
            return super().keep(name)
        self.engines["hub"].dispose()  # nobody may be connected to what is copied
        return self._copied(self.database)

    def restore(self, name: str, copy: Path | str) -> None:
        if name != "hub":
            super().restore(name, copy)
            return
        self.engines.pop("hub").dispose()
        self.database = self._copied(str(copy))

    def close(self) -> None:
        super().close()
        for name in self._databases:
            self._cluster.drop(name)

    def _copied(self, address: str) -> str:
        return self._made(self._cluster.database(f"soak{next(_names)}", like=_named(address)))

    def _made(self, address: str) -> str:
        self._databases.add(_named(address))
        return address


def on_server(machine: type[Chain], cluster: Cluster) -> type[RuleBasedStateMachine]:
    def open_shop(self: Chain) -> Shop:
        return ServedShop(self.directory, cluster)

    return type(f"{machine.__name__}OnPostgresql", (machine,), {"open_shop": open_shop})


@contextmanager
def server() -> Iterator[Cluster]:
    found = programs()
    if found is None:
        raise SystemExit("PostgreSQL is not installed; on Debian: apt-get install postgresql")
    cluster = Cluster(found)
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.close()


def _named(address: str) -> str:
    return sa.make_url(address).database or ""
