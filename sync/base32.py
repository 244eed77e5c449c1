"""Crockford's base 32 (https://www.crockford.com/base32.html): letters that people read without doubt."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}


def letters(value: int, length: int) -> str:
    return "".join(_ALPHABET[value >> 5 * place & 31] for place in reversed(range(length)))


def number(text: str) -> int | None:
    """The number that the letters spell, None where one of them is not of the alphabet."""
    value = 0
    for letter in text:
        if letter not in _VALUES:
            return None
        value = value << 5 | _VALUES[letter]
    return value


def encode(data: bytes) -> str:
    length = (len(data) * 8 + 4) // 5
    return letters(int.from_bytes(data) << (length * 5 - len(data) * 8), length)


def decode(text: str) -> bytes | None:
    value = number(text)
    if value is None:
        return None
    size = len(text) * 5 // 8
    return (value >> (len(text) * 5 - size * 8)).to_bytes(size)
