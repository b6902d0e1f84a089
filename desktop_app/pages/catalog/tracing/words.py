"""A traced picture in words: what it is called, and what was done to the photo that it is made of."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from core.copies.sources import ToTrace
from desktop_app.look.language import in_words
from desktop_app.look.wording import dotted, share, together
from desktop_app.pages.catalog.tracing.shown import ShownCopy


def given_name(given: ToTrace) -> str:
    """The file, with the page or the second, as a person calls it."""
    file, _mark, inside = given.name.partition("#")
    name = Path(file).name
    if given.page is not None:
        page = QCoreApplication.translate("tracing", "page {number}")
        return dotted(name, page.format(number=given.page))
    if given.time_s is not None:
        minutes, seconds = divmod(int(given.time_s), 60)
        return dotted(name, f"{minutes}:{seconds:02d}")
    return dotted(name, inside.rpartition("/")[2])


def unchanged(part: float) -> str:
    """How much of what shows is as it is in ours: ``97%``."""
    return f"{min(99, round(part * 100))}%" if part < 1 else "100%"


def headline(row: ShownCopy) -> str:
    """The product whose photo it is, or the picture's own name."""
    return row.found.product.title if row.found is not None else given_name(row.traced.given)


def detail(row: ShownCopy) -> str:
    """The picture's name, or why there is no copy."""
    if row.found is not None:
        return given_name(row.traced.given)
    if row.traced.given.problem is not None:
        return in_words(row.traced.given.problem)
    return QCoreApplication.translate("tracing", "Made of none of our photos")


def done_to_it(row: ShownCopy) -> str:
    """How sure it is, how much is unchanged, and the edits."""
    if row.found is None:
        return ""
    copy = row.found.copy
    sure = QCoreApplication.translate("tracing", "{share} sure").format(share=share(copy.score))
    same = QCoreApplication.translate("tracing", "{share} of what shows is as in our photo")
    same = same.format(share=unchanged(copy.unchanged))
    return dotted(sure, same, *(in_words(edit) for edit in copy.edits))


def counted(copies: int, others: int, problems: int) -> str:
    """What was looked at until now."""
    figures = QLocale()
    words = QCoreApplication.translate("tracing", "{made} of {count} pictures are made of our photos.")
    text = words.format(made=figures.toString(copies), count=figures.toString(copies + others))
    if problems:
        missed = QCoreApplication.translate("tracing", "{count} could not be looked at.")
        text = together(text, missed.format(count=figures.toString(problems)))
    return text
