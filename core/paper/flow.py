"""Text and pictures set one below the other, over as many pages as they take.

Whoever writes says what has to stay together: :meth:`Flow.keep`.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.paper.fitting import ASCENT, LINE, fit
from core.paper.page import BLACK, Box, Mark, Page, Picture, Words, grey
from core.paper.typefaces import Typefaces

_ANY = 1e6
_MUTED = grey(0.4)
_RULE, _RULE_INK = 0.2, grey(0.75)
_FOOT = 2.6


class Flow:
    """Pages of ``paper``, width and height in millimetres, with the same margin all round."""

    def __init__(self, typefaces: Typefaces, paper: tuple[float, float], margin: float) -> None:
        self._typefaces = typefaces
        self._paper = paper
        self._margin = margin
        self._pages: list[list[Mark]] = [[]]
        self._y = margin

    @property
    def width(self) -> float:
        """Between the margins."""
        return self._paper[0] - 2 * self._margin

    @property
    def _bottom(self) -> float:
        return self._paper[1] - self._margin

    def text(
        self,
        text: str,
        size: float,
        *,
        is_bold: bool = False,
        is_muted: bool = False,
    ) -> None:
        """A paragraph in lines of ``size``, the em in millimetres."""
        for line in self.lines(text, size, self.width, is_bold=is_bold):
            self._need(LINE * size)
            baseline = self._y + ASCENT * size
            self._put(Words(self._margin, baseline, size, line, is_bold, _MUTED if is_muted else BLACK))
            self._y += LINE * size

    def lines(self, text: str, size: float, width: float, *, is_bold: bool = False) -> tuple[str, ...]:
        """``text`` cut into lines that fit ``width``; none where it says nothing."""
        if not text.strip():
            return ()
        return fit(
            text, self._typefaces, width=width, height=_ANY, largest=size, smallest=size,
            lines=int(_ANY), is_bold=is_bold,
        ).lines  # fmt: skip

    def fact(self, name: str, value: str, size: float, column: float) -> None:
        """A name at the left and what it is beside it, ``column`` millimetres further."""
        names = self.lines(name, size, column - 2)
        values = self.lines(value, size, self.width - column)
        for place in range(max(len(names), len(values))):
            self._need(LINE * size)
            baseline = self._y + ASCENT * size
            if place < len(names):
                self._put(Words(self._margin, baseline, size, names[place], ink=_MUTED))
            if place < len(values):
                self._put(Words(self._margin + column, baseline, size, values[place]))
            self._y += LINE * size
        self.space(0.6)

    def pictures(self, pictures: Sequence[tuple[bytes, tuple[int, int]]], height: float, gap: float) -> None:
        """JPEG files with their pixels side by side, each in an equal share of the width, at most so high."""
        share = (self.width - gap * (len(pictures) - 1)) / len(pictures)
        sizes: list[tuple[float, float]] = []
        for _jpeg, (wide, high) in pictures:
            scale = min(share / wide, height / high)
            sizes.append((wide * scale, high * scale))
        tallest = max(tall for _, tall in sizes)
        self._need(tallest)
        for place, ((jpeg, pixels), size) in enumerate(zip(pictures, sizes, strict=True)):
            x = self._margin + place * (share + gap)
            self._put(Picture(x, self._y, *size, jpeg, pixels))
        self._y += tallest

    def rule(self) -> None:
        """A thin line over the whole width."""
        self._need(_RULE)
        self._put(Box(self._margin, self._y, self.width, _RULE, _RULE_INK))
        self._y += _RULE

    def space(self, height: float) -> None:
        """Nothing for so many millimetres; at the head of a page it is left out."""
        if self._y > self._margin:
            self._y = min(self._y + height, self._bottom)

    def keep(self, height: float) -> None:
        """Begin a new page unless ``height`` millimetres are left on this one."""
        self._need(height)

    def pages(self, foot: str) -> tuple[Page, ...]:
        """What was written; each page has ``foot`` below, and its number."""
        count = len(self._pages)
        return tuple(
            Page(*self._paper, (*marks, *self._foot(foot, number, count)))
            for number, marks in enumerate(self._pages, 1)
        )

    def _foot(self, foot: str, number: int, count: int) -> list[Mark]:
        baseline = self._paper[1] - self._margin / 2
        told = f"{number} / {count}"
        wide = self._typefaces.width(told) * _FOOT
        fitted = fit(
            foot, self._typefaces, width=self.width - wide - 4, height=_ANY, largest=_FOOT, smallest=_FOOT
        )
        left = Words(self._margin, baseline, _FOOT, fitted.lines[0], ink=_MUTED)
        return [left, replace(left, x=self._margin + self.width - wide, text=told)]

    def _need(self, height: float) -> None:
        if self._y + height > self._bottom and self._y > self._margin:
            self._pages.append([])
            self._y = self._margin

    def _put(self, mark: Mark) -> None:
        self._pages[-1].append(mark)
