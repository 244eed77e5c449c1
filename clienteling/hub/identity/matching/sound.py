"""What a name sounds like, roughly: the same for the ways in which it is misspelt at a counter."""

import re

_STEPS = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(sch|sh|sci(?=[aeou])|sc(?=[ei]))"), "s"),
    (re.compile(r"(gli(?=[aeou])|gl(?=i))"), "l"),
    (re.compile(r"gn"), "n"),
    (re.compile(r"(ch|ck|k|q|c(?![ei]))"), "k"),
    (re.compile(r"(gh|g(?![ei]))"), "g"),
    (re.compile(r"[cz]"), "s"),
    (re.compile(r"g"), "j"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(th|dt|d)"), "t"),
    (re.compile(r"b"), "p"),
    (re.compile(r"[mn]"), "n"),
    (re.compile(r"h"), ""),
)
_AFTER_THE_FIRST = re.compile(r"(?<=.)[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")
LONGEST = 5


def sound(word: str) -> str:
    """At most five letters: the consonants, and the first vowel where the name begins with one."""
    for wanted, instead in _STEPS:
        word = wanted.sub(instead, word)
    return _DOUBLED.sub(r"\1", _AFTER_THE_FIRST.sub("", _DOUBLED.sub(r"\1", word)))[:LONGEST]
