"""Whose work stands on this tablet, and under which licence."""

from dataclasses import dataclass

from clienteling import resources


@dataclass(frozen=True)
class Part:
    key: str
    name: str
    licence: str
    file: tuple[str, ...] = ()
    """Where its text lies below `resources/`; libraries carry theirs in their own packages."""
    bundled: bool = False


PARTS = (
    Part(
        "newsreader", "Newsreader", "SIL Open Font License 1.1", ("fonts", "Newsreader-OFL.txt"), bundled=True
    ),
    Part(
        "hanken",
        "Hanken Grotesk",
        "SIL Open Font License 1.1",
        ("fonts", "HankenGrotesk-OFL.txt"),
        bundled=True,
    ),
    Part("phosphor", "Phosphor Icons", "MIT", ("icons", "Phosphor-MIT.txt"), bundled=True),
    Part("qt", "Qt, PySide6", "LGPL-3.0, GPL-3.0"),
    Part("sqlcipher", "SQLCipher", "BSD-3-Clause"),
    Part("sqlalchemy", "SQLAlchemy", "MIT"),
    Part("zxing", "ZXing-C++", "Apache-2.0"),
    Part("cryptography", "cryptography", "Apache-2.0, BSD-3-Clause"),
    Part("babel", "Babel", "BSD-3-Clause"),
    Part("phonenumbers", "phonenumbers", "Apache-2.0"),
)


def text(part: Part) -> str:
    return resources.path(*part.file).read_text("utf-8") if part.file else ""
