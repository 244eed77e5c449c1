"""How much memory a process held at most. Imports nothing: it is measured with what it measures."""


def peak_mib() -> float:
    """Resident, of this process since it began; Linux."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - see above
        kib = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    return int(kib) / 1024
