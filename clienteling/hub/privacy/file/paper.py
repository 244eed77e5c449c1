"""A4 pages in the shop's own faces: title, sections, lines with what they rest on, a foot on every page."""

import logging
from collections.abc import Iterable
from datetime import UTC, datetime

from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos

from clienteling import resources

INK, INK_2, INK_3, LINE, ACCENT = (31, 27, 22), (106, 97, 86), (113, 103, 90), (229, 221, 208), (31, 74, 63)
MARGIN_MM = 22
LABEL_MM = 52
FOOT_MM = 24
SECTION_MM = 44
"""A section's title with what it is about, and the day with its first line or the three sentences below."""
MISSING = "\u25a1"
"""Stands for a sign that the faces do not have; the other file has every one of them."""
_SANS, _SERIF = "Hanken", "Newsreader"
_FACES = (
    (_SANS, "", "HankenGrotesk_400Regular.ttf"),
    (_SANS, "B", "HankenGrotesk_600SemiBold.ttf"),
    (_SERIF, "", "Newsreader_500Medium.ttf"),
)
logging.getLogger("fpdf").setLevel(logging.ERROR)
logging.getLogger("fontTools").setLevel(logging.ERROR)


class Paper(FPDF):
    """`foot` has one place for the page's number and one for how many there are."""

    def __init__(self, title: str, *, language: str, made_at: int, foot: str) -> None:
        super().__init__("portrait", "mm", "A4")
        self._foot = foot
        self.set_margin(MARGIN_MM)
        self.c_margin = 0
        self.set_auto_page_break(auto=True, margin=FOOT_MM)
        for family, style, file in _FACES:
            self.add_font(family, style, resources.path("fonts", file))
        self.set_title(title)
        self.set_lang(language)
        self.set_creator("clienteling")
        self.set_creation_date(datetime.fromtimestamp(made_at / 1000, UTC))
        self.add_page()

    def footer(self) -> None:
        self.set_y(-FOOT_MM + 8)
        self._ink(INK_3, _SANS, 8)
        words = self._foot.format(page=self.page_no(), pages=self.str_alias_nb_pages or "")
        self.cell(0, 5, self.showable(words), align=Align.L)

    def heading(self, words: str, below: str) -> None:
        self._ink(INK, _SERIF, 28)
        self._write(words, 11)
        self.ln(2)
        self._ink(INK_2, _SANS, 10)
        self._write(below, 5)
        self.ln(4)

    def section(self, words: str, about: str = "") -> None:
        self._room_for(SECTION_MM)
        self.ln(6)
        self.set_draw_color(*LINE)
        self.line(MARGIN_MM, self.get_y(), self.w - MARGIN_MM, self.get_y())
        self.ln(4)
        self._ink(ACCENT, _SERIF, 16)
        self._write(words, 7)
        self.ln(1)
        if about:
            self._ink(INK_2, _SANS, 9.5)
            self._write(about, 4.8)
        self.ln(2)

    def entry(self, label: str, words: str, note: str = "") -> None:
        """A label at the left; at the right what there is to say, and under it, smaller, where it is from."""
        self._room_for(12)
        top = self.get_y()
        page = self.page_no()
        self._ink(INK_2, _SANS, 9.5)
        self._write(label[:1].upper() + label[1:], 5, width=LABEL_MM - 4)
        low = self.get_y() if self.page_no() == page else top
        self.set_xy(MARGIN_MM + LABEL_MM, top)
        self._ink(INK, _SANS, 10)
        self._write(words or "-", 5, left=MARGIN_MM + LABEL_MM)
        if note:
            self._ink(INK_3, _SANS, 8.5)
            self._write(note, 4.4, left=MARGIN_MM + LABEL_MM)
        same_page = self.page_no() == page
        self.set_xy(MARGIN_MM, max(low, self.get_y()) if same_page else self.get_y())
        self.ln(1.6)

    def day(self, words: str) -> None:
        self._room_for(18)
        self.ln(1.5)
        self._ink(INK, _SANS, 10, "B")
        self._write(words, 5.5)
        self.ln(0.5)

    def paragraphs(self, lines: Iterable[str]) -> None:
        self._ink(INK, _SANS, 10)
        for line in lines:
            self._write(line, 5)
            self.ln(1.5)

    def showable(self, words: str) -> str:
        """Control signs would break lines or the file; a sign without a drawing would show nothing at all."""
        known = self.fonts[_SANS.lower()].cmap  # type: ignore[attr-defined]
        return "".join(
            sign if sign == "\n" or ord(sign) in known else MISSING if sign.isprintable() else " "
            for sign in words
        )

    def _ink(self, colour: tuple[int, int, int], family: str, size: float, style: str = "") -> None:
        self.set_text_color(*colour)
        self.set_font(family, style, size)  # type: ignore[arg-type]

    def _write(self, words: str, height: float, *, left: float = MARGIN_MM, width: float = 0) -> None:
        self.set_x(left)
        self.multi_cell(
            width or self.w - MARGIN_MM - left,
            height,
            self.showable(words),
            align=Align.L,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def _room_for(self, millimetres: float) -> None:
        """What belongs together does not begin at the very end of a page."""
        if self.get_y() + millimetres > self.h - FOOT_MM:
            self.add_page()
