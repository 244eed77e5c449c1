"""Codes read from a shop's pictures and what a frame costs, next to zxing-cpp with its defaults."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from statistics import fmean

import zxingcpp

from clienteling.tablet.scan.decode import Look, read_codes
from clienteling.tablet.scan.luminance import Luminance
from tests.bench.code_pictures import HEIGHT, WIDTH, Harm, Shot, shots
from tests.bench.figure import Figure

EACH = 2
Reader = Callable[[bytes], Iterable[str]]


def measure() -> list[Figure]:
    pictures = list(shots(EACH))
    ours, ours_ms = _read(pictures, _look(Look.WHOLE))
    held, _ = _read(pictures, _held)
    theirs, theirs_ms = _read(pictures, _defaults)
    for harm in Harm:
        tried = sum(shot.harm is harm for shot in pictures)
        print(f"  {harm.value:12} {ours[harm]:3} {held[harm]:3} {theirs[harm]:3} of {tried}")
    return [
        _share("decode_read", ours, theirs, pictures, "share read of one frame, made pictures"),
        _share(
            "decode_held", held, theirs, pictures, "share read where the code is held for a turn of looks"
        ),
        Figure(
            "decode_ms",
            fmean(ours_ms),
            "ms",
            fmean(theirs_ms),
            len(pictures),
            "mean of a whole look; limit: zxing-cpp with its defaults on the full frame",
        ),
    ]


def _share(name: str, read: Counter[Harm], theirs: Counter[Harm], pictures: list[Shot], note: str) -> Figure:
    """Here more is better: a ratio of 1 and above is reached."""
    limit = f"{note}; limit: zxing-cpp's defaults, to be reached"
    return Figure(
        name, read.total() / len(pictures), "", theirs.total() / len(pictures), len(pictures), limit
    )


def _read(pictures: list[Shot], reader: Reader) -> tuple[Counter[Harm], list[float]]:
    """What was read right, by harm, and the milliseconds of each picture."""
    read: Counter[Harm] = Counter()
    spent = []
    for shot in pictures:
        start = time.perf_counter()
        texts = list(reader(shot.pixels))
        spent.append((time.perf_counter() - start) * 1000)
        read[shot.harm] += shot.text in texts
    return read, spent


def _look(look: Look) -> Reader:
    def reader(pixels: bytes) -> Iterable[str]:
        found = read_codes(Luminance(memoryview(pixels), WIDTH, HEIGHT, WIDTH), look)
        return [code.text for code in found]

    return reader


def _held(pixels: bytes) -> Iterable[str]:
    """As while something moves before the camera: in turn the whole, and its middle enlarged."""
    return list(_look(Look.WHOLE)(pixels)) or list(_look(Look.CLOSER)(pixels))


def _defaults(pixels: bytes) -> Iterable[str]:
    view = zxingcpp.ImageView(memoryview(pixels), WIDTH, HEIGHT, zxingcpp.ImageFormat.Lum, WIDTH, 1)
    return [code.text for code in zxingcpp.read_barcodes(view)]
