"""Which cells of a table were taken for no value, told once a column and not once a row."""

from collections.abc import Sequence

from core.catalog.tables.cell_kinds import NoValue
from core.messages import Sentence, message

_MOST_TEXTS = 3


class NoValues:
    """Counts while a table is read: cells, the first row and what stood there, by column."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[int, int, dict[str, None]]] = {}

    def add(self, row: int, texts: Sequence[str], cells: Sequence[str], columns: Sequence[str]) -> None:
        """Count those of a row: ``texts`` as they are read, ``cells`` as the file has them."""
        if NoValue not in map(type, texts):
            return
        for text, cell, column in zip(texts, cells, columns, strict=False):
            if isinstance(text, NoValue):
                count, first, written = self._rows.setdefault(column, (0, row, {}))
                if len(written) < _MOST_TEXTS:
                    written[cell.strip()] = None
                self._rows[column] = (count + 1, first, written)

    def notes(self) -> list[Sentence]:
        """What a person should know of each column."""
        sentence = message(
            "core",
            "No value in the column “{column}”: {texts}. Cells left out: {count}, the first in row {row}.",
        )
        return [
            Sentence(
                sentence,
                {
                    "count": count,
                    "column": column,
                    "texts": ", ".join(f"“{text}”" for text in written),
                    "row": first,
                },
            )
            for column, (count, first, written) in self._rows.items()
        ]
