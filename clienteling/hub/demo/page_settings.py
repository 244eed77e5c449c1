"""Gives the demo's hub the name and the page of its house, where hub.toml does not say them yet."""

import re
import secrets
from pathlib import Path

from clienteling.hub.demo.house import House
from clienteling.hub.settings import UNNAMED
from sync.private_file import write_private


def complete(file: Path, house: House) -> bool:
    """Fill what nobody has filled in hub.toml, and nothing else. True where something was."""
    before = file.read_text("utf-8")
    after = _fill(before, "name", UNNAMED, house.name)
    after = _fill(after, "app_secret", "", secrets.token_hex(16))
    after = _fill(after, "page_name", "", house.page_name)
    if after == before:
        return False
    write_private(file, after.encode())
    return True


def _fill(text: str, key: str, unsaid: str, value: str) -> str:
    line = rf'^{key} = "{unsaid}"$'
    return re.sub(line, lambda _: f'{key} = "{value}"', text, count=1, flags=re.MULTILINE)
