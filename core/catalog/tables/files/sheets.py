"""A sheet of a table's file, before anybody knows where its heading stands; a text file has one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.messages import Sentence


@dataclass(frozen=True, slots=True)
class RemarkedRow:
    """A row that is read, and what a person should know of it."""

    cells: list[str]
    remark: Sentence


SheetRow = list[str] | RemarkedRow | Sentence
"""A row's cells, or what is wrong with a row that cannot be read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        rows: reads it from its beginning, each time that it is called.
        name: as its tab shows it; "" for a text file.
        is_active: whether it is in front when the workbook is opened.
        notes: what a person should know of all of it.
    """

    rows: Callable[[], Iterator[SheetRow]]
    name: str = ""
    is_hidden: bool = False
    is_active: bool = True
    notes: tuple[Sentence, ...] = ()
