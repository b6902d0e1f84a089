"""One list of figures: plain texts in the reader's language, for reports, spreadsheets and the window."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.insight.as_plain_data import Named
from core.measuring.report.words import Words
from core.messages import message


@dataclass(frozen=True, slots=True)
class Table:
    """One list.

    Attributes:
        name: of its file, without an ending.
        heading, note: what it is, and how it is to be read.
        columns, rows: plain texts.
        products: the product of each row, for whoever shows it; None where a row is of none.
        keys: what each row is of, for whoever does something about it: searches, or lines of a list.
        pictures: hash of an unlabelled photo for each row, "" for none.
    """

    name: str
    heading: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    products: tuple[int | None, ...] = ()
    keys: tuple[tuple[int, ...], ...] = ()
    pictures: tuple[str, ...] = ()


def columns(words: Words, *further: str) -> tuple[str, ...]:
    """Headings of a list of products."""
    return tuple(map(words, (message("core", "SKU"), message("core", "Product"), *further)))


def named(names: Mapping[int, Named], key: int | None) -> tuple[str, str]:
    """The first cells of a product's row; a dash where there is none."""
    one = names.get(key, Named("", "–")) if key is not None else Named("", "–")
    return one.sku, one.title
