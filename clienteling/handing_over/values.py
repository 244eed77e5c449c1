import msgspec


class LeftBehind(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody who leaves, or moves to another shop, has in hand here. Ids."""

    customers: tuple[str, ...] = ()
    """In her client book."""
    promises: tuple[str, ...] = ()
    """Open ones that she gave, or took over."""
    tasks: tuple[str, ...] = ()
    appointments: tuple[str, ...] = ()
    """Still to come."""

    def __bool__(self) -> bool:
        return any((self.customers, self.promises, self.tasks, self.appointments))


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """What was handed over, as it takes to give it back."""

    leaver_id: str
    to: str | None
    what: LeftBehind
    entered: tuple[str, ...] = ()
    """The customers whom `to`, or the shop's book, did not have before."""
    promises_before: tuple[tuple[str, str | None], ...] = ()
    """Promise, and who had taken it over before."""
