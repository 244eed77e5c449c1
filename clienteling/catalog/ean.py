"""EAN-13 as printed on labels: GS1 General Specifications, section 7.9 (check digit)."""

LENGTH = 13


def check_digit(digits: str) -> str:
    """The digit that completes `digits`, weighing 3 and 1 in turn from the right."""
    total = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def is_valid(code: str) -> bool:
    plain = len(code) == LENGTH and code.isascii() and code.isdigit()
    return plain and check_digit(code[:-1]) == code[-1]
