"""Writes the three sounds of the app: soft tones made here, nobody's recording.

Usage: python packaging/sounds.py [FOLDER]
"""

import sys
import wave
from array import array
from math import exp, pi, sin
from pathlib import Path

RATE = 22_050
LOUDNESS = 0.35
"""Of full scale: heard at the counter, not across the shop."""
ATTACK_S = 0.006
"""A tone that begins at once clicks."""

Tone = tuple[float, float]
"""Hertz, and seconds until the next one begins."""

SOUNDS: dict[str, tuple[Tone, ...]] = {
    "found": ((880.0, 0.07), (1318.5, 0.11)),
    "not-found": ((392.0, 0.10), (329.6, 0.16)),
    "saved": ((1046.5, 0.12),),
}


def samples(tones: tuple[Tone, ...]) -> array:
    """One tone after the other, each struck and dying away like a small bell."""
    written = array("h")
    for hertz, seconds in tones:
        for i in range(round(seconds * RATE)):
            at = i / RATE
            rise = min(1.0, at / ATTACK_S)
            fall = exp(-4.5 * at / seconds)
            wanted = (
                LOUDNESS * rise * fall * (sin(2 * pi * hertz * at) + 0.25 * sin(4 * pi * hertz * at)) / 1.25
            )
            written.append(round(32_767 * wanted))
    return written


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(tones).tobytes())


if __name__ == "__main__":
    beside = Path(__file__).resolve().parent.parent / "resources" / "sounds"
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else beside)
