"""Prices, times and degrees of certainty in the words and figures of the user's language."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from core.answer import VERY_SURE
from core.catalog.currencies.iso import decimals
from core.catalog.currencies.shown import SIGNS
from core.messages import Sentence
from core.quantities.sale_price import Sale
from desktop_app.look.language import in_words

_FULL_WIDTH = tuple("。！？：；")


def price(minor: int | None, currency: str) -> str:
    """``2390, "CNY"`` as ``¥23.90``; a dash without a price."""
    if minor is None:
        return "–"
    places = decimals(currency)
    number = QLocale().toString(minor / 10**places, "f", places)
    sign = SIGNS.get(currency)
    if sign is not None:
        return f"{sign}{number}"
    return f"{number} {currency}" if currency else number


def price_now(minor: int | None, currency: str, sale: Sale) -> str:
    """What is paid today, and nothing else."""
    return price(sale.minor if sale.is_on(date.today()) else minor, currency)


def price_today(minor: int | None, currency: str, sale: Sale, *, with_days: bool = False) -> str:
    """What a product costs today, with its regular price behind it while a sale is on.

    Args:
        with_days: with the sale's last day, and one that is still to come.
    """
    today = date.today()
    if sale.is_over(today):
        return price(minor, currency)
    reduced = price(sale.minor, currency)
    if sale.is_on(today):
        now = f"{reduced} ({price(minor, currency)})"
        if not (with_days and sale.ends):
            return now
        until = QCoreApplication.translate("wording", "{price}, until {day}")
        return until.format(price=now, day=_day(sale.ends))
    if not with_days:
        return price(minor, currency)
    later = QCoreApplication.translate("wording", "{price}, from {day} {reduced}")
    return later.format(price=price(minor, currency), day=_day(sale.starts), reduced=reduced)


def _day(iso: str) -> str:
    return QLocale().toString(QDate.fromString(iso, Qt.DateFormat.ISODate), QLocale.FormatType.ShortFormat)


def share(value: float) -> str:
    """0.943 as ``94%``; an estimate is never shown as 0 or 100."""
    percent = round(value * 100)
    return "<1%" if percent < 1 else f"{min(99, percent)}%"


def together(*sentences: str) -> str:
    """Sentences one after the other; a full stop of full width needs no space behind it."""
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text or text.endswith(_FULL_WIDTH) else f" {sentence}"
    return text


def dotted(*parts: str) -> str:
    """Those of the parts that say something, with a dot between any two."""
    return " · ".join(part for part in parts if part)


def seconds(milliseconds: float) -> str:
    """A duration with two digits after the point, without its unit."""
    return QLocale().toString(milliseconds / 1000, "f", 2)


def certainty(confidence: float) -> str:
    """How sure, in words; ``confidence`` is a probability from 0 to 1."""
    if confidence >= VERY_SURE:
        return QCoreApplication.translate("wording", "Very sure")
    if confidence >= 0.7:
        return QCoreApplication.translate("wording", "Fairly sure")
    if confidence >= 0.4:
        return QCoreApplication.translate("wording", "Likely")
    if confidence >= 0.15:
        return QCoreApplication.translate("wording", "Possible")
    return QCoreApplication.translate("wording", "Unlikely")


def likeness(score: float) -> str:
    """How alike two products look, in words; ``score`` is a cosine."""
    return QCoreApplication.translate("wording", "Likeness {share}").format(share=share(max(0.0, score)))


def reasons(sentences: Sequence[Sentence]) -> str:
    """What speaks for a product, "the same print, and the label says Apple"; empty if nothing is told."""
    told = [in_words(sentence) for sentence in sentences]
    if len(told) < 2:
        return "".join(told)
    joined = QCoreApplication.translate("wording", "{first}, and {second}")
    return joined.format(first=", ".join(told[:-1]), second=told[-1])


def outside_filters() -> str:
    """What marks a product that is shown although it does not pass the filters."""
    return QCoreApplication.translate("wording", "Outside the filters")
