"""The hub's settings: DIR/hub.toml, written with comments at the first start, read ever after."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from clienteling.basis.values import LEAST_PEOPLE
from clienteling.hub.sources import section
from clienteling.hub.sources.kinds import KINDS
from clienteling.hub.sources.source import Source
from clienteling.hub.tasks.settings import TaskSettings
from clienteling.outreach.values import Limit
from clienteling.privacy.values import MONTHS as KEPT
from clienteling.privacy.values import Keep
from sync.address import DEFAULT_PORT, Address, read_address
from sync.hub.databases.database import is_postgresql
from sync.private_file import write_private

FILE = "hub.toml"
DATABASE = "hub.sqlite"
UNNAMED = "Hub"
"""What a hub is called until somebody names it."""
PORTS = range(1 << 16)
LEASES = range(3_651)
MESSAGES = range(101)
DAYS = range(1, 366)
MONTHS = range(1, 121)
PICTURES_MB = range(100_001)
KEPT_MONTHS = range(601)
DAY_MS = 24 * 3_600_000
SOURCES = "sources"
FIRST_SOURCES = {"web": "segment", "meta": "meta"}
"""What a new hub is ready for: name → kind."""
KEEP_RAW_DAYS = 90
RAW_DAYS = range(1, 3_651)
TASK_NUMBERS = range(100_001)
TEAMS = range(LEAST_PEOPLE, 101)
"""Of two, each would know what the other did."""

_WEB_ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9._~-]+)*")

_TEMPLATE = """\
# Settings of this clienteling hub. Changes take effect at the next start.
# This file holds secrets: keep it readable by the hub's user only.

[hub]
# The name that tablets show.
name = "{name}"

# Where the hub listens: "0.0.0.0" is every network, "127.0.0.1" only this machine.
host = "0.0.0.0"
port = {port}

# The addresses written into pairing codes, such as ["192.168.1.20", "hub.example.org:{port}"].
# Empty: those that this machine has.
addresses = []

# Tell tablets on the same network where the hub is (mDNS).
announce = true

# Where the hub keeps everything. Empty: in the file hub.sqlite beside this one, right for most shops.
# Or a database of PostgreSQL 13 or newer, in UTF-8 and for this hub alone, such as
# "postgresql://hub:PASSWORD@127.0.0.1/clienteling". Several hubs may then serve it, each with its --port.
database = ""

[tablets]
# A tablet that has not met the hub for so many days shows no data until it meets it again. 0: never.
lease_days = {lease_days}
# Which customers a tablet holds: "everything", or "shop": those whose home shop is the tablet's, and those
# who were lately in it, were written about or promised something there.
hold = "{hold}"
# With "shop": how many months count as lately.
months = {months}
# How many megabytes of product pictures a tablet holds; those of what is in stock and new come first.
pictures_mb = {pictures_mb}

[intake]
# How many days what sources sent is kept as it came, so that a better translation can read it again.
keep_raw_days = {keep_raw_days}

[tasks]
# How many days after a purchase an associate asks how it is. Tasks are put down by the hub only for customers
# who agreed to it. 0: never, here and below.
after_purchase_days = {after_purchase_days}
# From how many euros on one receipt.
after_purchase_from = {after_purchase_from}
# For how many days whoever left because something was not there is told when it comes in.
back_in_stock_days = {back_in_stock_days}
# How many days before the birthday of a regular, or of somebody in a client book, it is put down.
birthday_days = {birthday_days}
# How many customers who stay away longer than usual a shop has to win back at one time.
lapsing_at_once = {lapsing_at_once}

[retention]
# How many months what is kept, counted from when it happened. 0: for ever. Consents end by the same clocks.
# What she looked at and searched for, and what was deduced from it.
profiling_months = {profiling}
# What was sent to her, opened and clicked, and the adverts that she tapped.
marketing_months = {marketing}
# Who opened whose card, and which associate's figures; what was asked and answered about the staff.
access_months = {access}
# Customers of whom nothing was heard for so long are anonymised: their figures stay, they do not. 0: never.
unseen_months = {unseen}

[figures]
# How many people make a team: a sum over fewer would be a figure about one of them, and is not shown.
smallest_team = {smallest_team}

[outreach]
# How many messages with news a customer gets from associates, at most. One more can be sent all the same, and
# that is written down. What is about her own order or promise is not counted.
marketing_most = {marketing_most}
# In how many days.
marketing_days = {marketing_days}
# Where customers' telephones reach this hub, such as "https://shop.example.org": a selection's code then
# opens its page for them too. Empty: the code opens it on the shop's tablets alone.
pages = ""

# The sources of online history, each in a section of its own: `clienteling hub connect` adds one.

{sources}"""


class SettingsError(Exception):
    """Something in hub.toml has to be put right; the message says what, where and how."""


class Hold(StrEnum):
    """Which customers a tablet holds."""

    EVERYTHING = "everything"
    SHOP = "shop"


@dataclass(frozen=True, slots=True)
class TabletSettings:
    lease_days: int = 30
    hold: Hold = Hold.EVERYTHING
    months: int = 12
    pictures_mb: int = 500

    @property
    def pictures(self) -> int:
        """Bytes."""
        return self.pictures_mb * 1_000_000

    @property
    def lease_ms(self) -> int:
        return self.lease_days * DAY_MS


@dataclass(frozen=True, slots=True)
class OutreachSettings:
    limit: Limit
    pages: str
    """The address under which customers reach the hub, without a slash at its end; empty: they do not."""


@dataclass(frozen=True, slots=True)
class HubSettings:
    data: Path
    name: str
    host: str
    port: int
    addresses: tuple[Address, ...]
    announce: bool
    postgresql: str
    """The address of its database; empty where the hub keeps a file."""
    tablets: TabletSettings
    tasks: TaskSettings
    keep_raw_days: int
    """How long the payloads of sources are kept as they came."""
    sources: tuple[Source, ...]
    retention: Mapping[Keep, int]
    """Months, 0 for ever."""

    smallest_team: int
    """People over whom a sum may be shown."""

    outreach: OutreachSettings

    def source(self, name: str) -> Source:
        """Raises LookupError where nothing of that name is connected."""
        for source in self.sources:
            if source.name == name:
                return source
        raise LookupError(name)

    @property
    def database(self) -> Path | str:
        """As `sync.hub.databases.database.open_hub` takes it."""
        return self.postgresql or self.file

    @property
    def file(self) -> Path:
        return self.data / DATABASE

    @property
    def snapshots(self) -> Path:
        return self.data / "snapshots"

    @property
    def sealing(self) -> Path:
        """The key that opens queues which came in a file, and from which that of each shop is derived."""
        return self.data / "sealing.key"

    @property
    def identity(self) -> Path:
        return self.data / "identity.pem"

    def listening_on(self, host: str | None, port: int | None) -> "HubSettings":
        """The same, with what the command line says instead of the file."""
        return replace(
            self,
            host=self.host if host is None else host,
            port=self.port if port is None else port,
        )


def load_or_create(data: Path) -> HubSettings:
    """Raises SettingsError for a bad value, OSError where the directory or file is out of reach."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = data / FILE
    if not path.exists():
        _write_first(path)
    return load(data)


def load(data: Path) -> HubSettings:
    """Raises SettingsError for a bad value, OSError where the file cannot be read."""
    path = data / FILE
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}. Correct that line.") from error
    reader = _Reader(path, document)
    settings = _settings(data, reader)
    reader.check_nothing_is_left()
    return settings


def _settings(data: Path, read: "_Reader") -> HubSettings:
    port = read.number("hub", "port", DEFAULT_PORT, PORTS)
    return HubSettings(
        data=data,
        name=read.text("hub", "name", UNNAMED),
        host=read.text("hub", "host", "0.0.0.0"),  # noqa: S104 (a hub serves its network)
        port=port,
        addresses=read.addresses("hub", "addresses", port),
        announce=read.yes_or_no("hub", "announce", default=True),
        postgresql=read.postgresql("hub", "database"),
        tablets=TabletSettings(
            lease_days=read.number("tablets", "lease_days", 30, LEASES),
            hold=read.hold("tablets", "hold"),
            months=read.number("tablets", "months", 12, MONTHS),
            pictures_mb=read.number("tablets", "pictures_mb", 500, PICTURES_MB),
        ),
        tasks=TaskSettings(
            **{
                field.name: read.number("tasks", field.name, field.default, TASK_NUMBERS)
                for field in fields(TaskSettings)
            }
        ),
        keep_raw_days=read.number("intake", "keep_raw_days", KEEP_RAW_DAYS, RAW_DAYS),
        sources=read.sources(),
        retention={
            keep: read.number("retention", f"{keep}_months", number, KEPT_MONTHS)
            for keep, number in KEPT.items()
        },
        smallest_team=read.number("figures", "smallest_team", LEAST_PEOPLE, TEAMS),
        outreach=OutreachSettings(
            limit=Limit(
                most=read.number("outreach", "marketing_most", Limit().most, MESSAGES),
                days=read.number("outreach", "marketing_days", Limit().days, DAYS),
            ),
            pages=read.web_address("outreach", "pages"),
        ),
    )


class _Reader:
    """Values of the expected kind, or an error that names file, key and remedy."""

    def __init__(self, path: Path, document: Mapping[str, Any]) -> None:
        self._path = path
        self._document = document
        self._known: dict[str, list[str]] = {}

    def text(self, table: str, key: str, default: str) -> str:
        value = self._value(table, key, default)
        if not isinstance(value, str):
            raise self._wrong(table, key, value, 'text in quotes, such as "…"')
        return value

    def web_address(self, table: str, key: str) -> str:
        """Without a slash at its end."""
        value = self.text(table, key, "").rstrip("/")
        if value and not _WEB_ADDRESS.fullmatch(value):
            raise self._wrong(table, key, value, 'an address such as "https://shop.example.org"')
        return value

    def yes_or_no(self, table: str, key: str, *, default: bool) -> bool:
        value = self._value(table, key, default)
        if not isinstance(value, bool):
            raise self._wrong(table, key, value, "true or false")
        return value

    def hold(self, table: str, key: str) -> Hold:
        value = self._value(table, key, Hold.EVERYTHING.value)
        if value not in set(Hold):
            raise self._wrong(table, key, value, " or ".join(f'"{each}"' for each in Hold))
        return Hold(value)

    def number(self, table: str, key: str, default: int, allowed: range) -> int:
        value = self._value(table, key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value not in allowed:
            raise self._wrong(table, key, value, f"a number from {allowed[0]} to {allowed[-1]}")
        return value

    def addresses(self, table: str, key: str, port: int) -> tuple[Address, ...]:
        """Without a port of its own an address has the hub's."""
        value = self._value(table, key, [])
        texts = value if isinstance(value, list) else [value]
        addresses = [read_address(text, port) for text in texts if isinstance(text, str)]
        if len(addresses) != len(texts) or None in addresses:
            raise self._wrong(table, key, value, 'a list such as ["192.168.1.20"]')
        return tuple(address for address in addresses if address is not None)

    def postgresql(self, table: str, key: str) -> str:
        """The value itself is not repeated: it may hold a password."""
        value = self._value(table, key, "")
        if value and not (isinstance(value, str) and is_postgresql(value)):
            raise SettingsError(
                f'{self._path}: {key} in [{table}] is no address of PostgreSQL. Write "" or one such as '
                '"postgresql://hub:PASSWORD@127.0.0.1/clienteling".'
            )
        return value or ""

    def sources(self) -> tuple[Source, ...]:
        """Each of its own section `[sources.NAME]`."""
        sections = self._document.get(SOURCES, {})
        if not isinstance(sections, dict):
            raise SettingsError(f"{self._path}: {SOURCES} must be sections; write [{SOURCES}.NAME] for each.")
        try:
            return tuple(section.read(name, self._section(name, said)) for name, said in sections.items())
        except section.Wrong as wrong:
            raise SettingsError(f"{self._path}: {wrong}") from wrong

    def check_nothing_is_left(self) -> None:
        """A misspelt setting would quietly do nothing."""
        for table, values in self._document.items():
            if table == SOURCES:
                continue
            if table not in self._known:
                known = _one_of([*self._known, f"{SOURCES}.NAME"])
                raise SettingsError(f"{self._path}: there is no section [{table}]. {known}")
            for key in values.keys() - set(self._known[table]):
                known = _one_of(self._known[table])
                raise SettingsError(f"{self._path}: there is no setting {key} in [{table}]. {known}")

    def _section(self, name: str, said: object) -> Mapping[str, Any]:
        if not isinstance(said, dict):
            raise SettingsError(
                f"{self._path}: {SOURCES}.{name} must be a section; write [{SOURCES}.{name}] on a line."
            )
        return said

    def _value(self, table: str, key: str, default: Any) -> Any:
        self._known.setdefault(table, []).append(key)
        values = self._document.get(table, {})
        if not isinstance(values, dict):
            raise SettingsError(
                f"{self._path}: {table} must be a section; write [{table}] on a line of its own."
            )
        return values.get(key, default)

    def _wrong(self, table: str, key: str, value: object, wanted: str) -> SettingsError:
        return SettingsError(f"{self._path}: {key} in [{table}] is {value!r}. Write {wanted}.")


def _one_of(names: Iterable[str]) -> str:
    return f"Write one of: {', '.join(names)}."


def _write_first(path: Path) -> None:
    text = _TEMPLATE.format(
        name=UNNAMED,
        port=DEFAULT_PORT,
        lease_days=TabletSettings().lease_days,
        hold=TabletSettings().hold,
        months=TabletSettings().months,
        pictures_mb=TabletSettings().pictures_mb,
        marketing_most=Limit().most,
        marketing_days=Limit().days,
        keep_raw_days=KEEP_RAW_DAYS,
        smallest_team=LEAST_PEOPLE,
        **asdict(TaskSettings()),
        **{keep.value: number for keep, number in KEPT.items()},
        sources="\n".join(section.write(name, KINDS[kind], {}) for name, kind in FIRST_SOURCES.items()),
    )
    write_private(path, text.encode())
