"""The words that stand on cards and posters, in the languages that the shop's customers read.

They are not the window's: a clerk who reads English prints a Chinese poster.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.catalog.products.products import Product
from core.catalog.products.titles import chinese_title
from core.plain_text import plain_line

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


class Language(StrEnum):
    """In which language, or in both, one beside the other."""

    ENGLISH = "en"
    CHINESE = "zh"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Said:
    """The same in English and in Chinese."""

    english: str
    chinese: str

    def lines(self, language: Language) -> tuple[str, ...]:
        """One text a language; the same one once, none that says nothing."""
        texts = {
            Language.ENGLISH: (self.english,),
            Language.CHINESE: (self.chinese or self.english,),
            Language.BOTH: (self.english, self.chinese),
        }[language]
        return tuple(dict.fromkeys(text for text in texts if text))

    def line(self, language: Language) -> str:
        """Both beside each other, where both are wanted."""
        return " ".join(self.lines(language))


def title_of(product: Product) -> Said:
    """A product's title; the Chinese one is the merchant's own, or ""."""
    return Said(plain_line(product.title), plain_line(chinese_title(product.extra)))


def days_said(first: date | None, last: date | None) -> Said:
    """From when to when something holds; "" where neither is known."""
    if first is None:
        return Said(f"Until {_english(last)}", f"截至{_chinese(last)}") if last else Said("", "")
    if last is None:
        return Said(f"From {_english(first)}", f"{_chinese(first)}起")
    if first == last:
        return Said(f"Only on {_english(first)}", f"仅限{_chinese(first)}")
    if (first.year, first.month) == (last.year, last.month):
        return Said(f"{first.day}–{_english(last)}", f"{_chinese(first)}至{last.day}日")
    begin = _english(first) if first.year != last.year else _english(first).rsplit(" ", 1)[0]
    end = _chinese(last) if first.year != last.year else f"{last.month}月{last.day}日"
    return Said(f"{begin} – {_english(last)}", f"{_chinese(first)}至{end}")


def _english(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
