"""Rows of a list that are no products: what a template says of its columns, and the headings of sections."""

from collections.abc import Sequence
from itertools import takewhile

from core.catalog.tables.mapped_rows import MappedRow
from core.messages import Sentence, message

_OF_TEMPLATES = frozenset(
    (
        *(
            "required",
            "optional",
            "mandatory",
            "recommended",
            "text",
            "string",
            "number",
            "numeric",
            "integer",
        ),
        *("decimal", "float", "date", "boolean", "yes/no", "true/false", "unique", "url", "currency"),
        *(
            "pflicht",
            "pflichtfeld",
            "optional",
            "zahl",
            "datum",
            "obligatorio",
            "opcional",
            "texto",
            "número",
        ),
        *("obligatoire", "facultatif", "texte", "nombre", "obbligatorio", "facoltativo", "testo", "numero"),
        *("obrigatório", "verplicht", "optioneel", "tekst", "wymagane", "opcjonalne", "обязательно"),
        *("необязательно", "текст", "число", "必須", "任意", "必填", "选填", "文本", "数字"),
    )
)
_MOST_LINES = 3
_OF_A_TEMPLATE = Sentence(
    message("core", "The row was left out: it says what its columns are for, as templates do.")
)


def no_products(rows: Sequence[MappedRow]) -> dict[int, Sentence]:
    """Why rows are no products, by their numbers."""
    lines = takewhile(_is_of_a_template, rows[:_MOST_LINES])
    found = {row.number: _OF_A_TEMPLATE for row in lines}
    if sum(bool(row.values.get("title")) for row in rows) * 2 > len(rows):
        found |= {row.number: _section(row) for row in rows if _is_section(row)}
    return found


def _cells(row: MappedRow) -> list[str]:
    return [text for text in (*row.values.values(), *row.extra.values()) if text]


def _is_of_a_template(row: MappedRow) -> bool:
    """Whether each of several cells says what its column is for."""
    cells = _cells(row)
    return len(cells) > 1 and all(cell.casefold().strip(" ()*") in _OF_TEMPLATES for cell in cells)


def _is_section(row: MappedRow) -> bool:
    """Whether words stand where the number would, and nothing beside them."""
    sku = row.values.get("sku", "")
    if row.values.get("title"):
        return False
    alone = not row.photos and not row.counter_photos and _cells(row) == [sku]
    return alone and not any(character.isdigit() for character in sku)


def _section(row: MappedRow) -> Sentence:
    return Sentence(
        message(
            "core", "The row was left out: it holds nothing but “{text}”, as the heading of a section does."
        ),
        {"text": row.values["sku"]},
    )
