"""From how much light falls on a spot to the colour it shows."""

from functools import cache

from .parts import Ink, Surface

RGB = tuple[float, float, float]

COLOURS = {
    "black": "#3a3534",
    "tan": "#b87a42",
    "brown": "#71492d",
    "burgundy": "#752a39",
    "cream": "#ecdfc7",
    "camel": "#c99d68",
    "navy": "#33435f",
    "forest": "#365848",
    "grey": "#918d88",
    "red": "#b53c34",
    "rust": "#b05c35",
    "sand": "#d4c1a3",
    "white": "#f4f0e8",
    "rose": "#dbaaa3",
}
FIXED = {
    Ink.RUBBER: "#393533",
    Ink.FOAM: "#f1ece1",
    Ink.GOLD: "#cfa659",
    Ink.STEEL: "#b9b6b0",
    Ink.HORN: "#6a4a35",
    Ink.SHADE: "#1d120c",
    Ink.GLOW: "#fff8ea",
    Ink.FLOOR: "#2a1c10",
    Ink.CREAM: "#efe3cd",
    Ink.FOREST: COLOURS["forest"],
}
CREAM = "#efe3cd"
SHADOW_TINT = "#2b1620"
LIGHT_TINT = "#fff3df"
DARK = 0.3  # luminance below which an edge needs light to stand out from a dark card
LIGHT = 0.62


@cache
def base(ink: Ink, colour: str) -> RGB:
    main = _rgb(COLOURS[colour])
    if ink in FIXED:
        return _rgb(FIXED[ink])
    pale = luminance(main) >= LIGHT
    return {
        Ink.MAIN: main,
        Ink.DEEP: _mix(main, _rgb(SHADOW_TINT), 0.28),
        Ink.PALE: _mix(main, _rgb(CREAM), 0.45),
        Ink.CONTRAST: _rgb("#3a3534" if pale else CREAM),
        Ink.LINING: _mix(_rgb("#c9a77f"), main, 0.25),
        Ink.STACK: _rgb("#a9794d") if pale else _mix(_rgb("#7a4d2d"), main, 0.45),
        Ink.THREAD: _mix(main, _rgb("#8a6a48" if pale else CREAM), 0.5),
    }[ink]


@cache
def ramp(ink: Ink, surface: Surface, colour: str) -> bytes:
    """256 colours as a palette: fully in shadow first, neutral in the middle, in full light last."""
    middle = base(ink, colour)
    dark = _mix(tuple(v * 0.42 for v in middle), _rgb(SHADOW_TINT), 0.18)
    bright = _mix(middle, _rgb(LIGHT_TINT), 0.34 + 0.3 * luminance(middle))
    gloss = {Surface.SMOOTH: 0.38, Surface.SUEDE: 0.0, Surface.CLOTH: 0.06, Surface.POLISHED: 0.95}[
        Surface.POLISHED if ink in (Ink.GOLD, Ink.STEEL) else surface
    ]
    return bytes(
        round(min(255, max(0, value)))
        for level in range(256)
        for value in _lit(level, dark, middle, bright, gloss)
    )


def _lit(level: int, dark: RGB, middle: RGB, bright: RGB, gloss: float) -> RGB:
    light = (level - 128) / 127
    if light < 0:
        return _mix(middle, dark, min(1.0, -light * 1.25))
    shine = max(0.0, (light - 0.35) / 0.65) ** 1.6
    return _mix(_mix(middle, bright, min(1.0, light * 1.35)), _rgb(LIGHT_TINT), gloss * shine)


def luminance(colour: RGB) -> float:
    red, green, blue = colour
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255


def rim(colour: str) -> float:
    """How strongly the silhouette is lit from behind."""
    return 0.34 if luminance(_rgb(COLOURS[colour])) < DARK else 0.0


def _rgb(text: str) -> RGB:
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def _mix(one: RGB, other: RGB, share: float) -> RGB:
    return tuple(a + (b - a) * share for a, b in zip(one, other, strict=True))  # type: ignore[return-value]
