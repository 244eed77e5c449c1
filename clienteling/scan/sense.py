"""Whether a text is one that somebody would search for: a scanner also sends what means nothing."""

LONGEST = 100
LONGEST_WORD = 19
"""With digits in it and no address: the longest number of a card, while two codes run together have more."""


def makes_sense(text: str) -> bool:
    if not text.isprintable() or len(text) > LONGEST:
        return False
    signs = text.replace(" ", "")
    letters = sum(sign.isalnum() for sign in signs)
    return 2 * letters >= len(signs) and not any(map(_run_together, text.split()))


def _run_together(word: str) -> bool:
    return len(word) > LONGEST_WORD and "@" not in word and any(sign.isdigit() for sign in word)
