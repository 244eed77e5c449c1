"""The last digit of the numbers printed on labels: GS1 General Specifications, section 7.9."""


def check_digit(digits: str) -> str:
    """The digit that completes `digits`, weighing 3 and 1 in turn from the right."""
    total = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)
