"""Colour keys as labels and chats have them, and their English names."""

from clienteling.marking import msgid

COLOURS = {
    "beige": msgid("beige"),
    "black": msgid("black"),
    "blue": msgid("blue"),
    "brown": msgid("brown"),
    "burgundy": msgid("burgundy"),
    "camel": msgid("camel"),
    "cream": msgid("cream"),
    "forest": msgid("forest green"),
    "gold": msgid("gold"),
    "green": msgid("green"),
    "grey": msgid("grey"),
    "navy": msgid("navy"),
    "orange": msgid("orange"),
    "pink": msgid("pink"),
    "purple": msgid("purple"),
    "red": msgid("red"),
    "rose": msgid("rose"),
    "rust": msgid("rust"),
    "sand": msgid("sand"),
    "silver": msgid("silver"),
    "tan": msgid("tan"),
    "white": msgid("white"),
    "yellow": msgid("yellow"),
}
