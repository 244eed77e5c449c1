"""When the interpreter looks through everything for what nobody needs any more: not while somebody waits.

With the app's modules loaded that takes a sixth of a second, in which nothing else runs.
"""

import gc


def settle() -> None:
    """What is here now stays: it is not looked through again until `tidy`. Costs nothing."""
    gc.freeze()


def tidy() -> None:
    """Look through everything once, while nobody is at the tablet."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def as_found() -> None:
    """Whatever was left out is looked through again as the interpreter sees fit."""
    gc.unfreeze()
