"""Which column of a table is which field of a product: said by hand, or guessed from its name."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from core.catalog.tables.column_names import column_key
from core.catalog.tables.heading_marks import marked_heading, without_tax
from core.catalog.tables.likely_names import BARE_CODE, LIKELY_NAMES, SURE_SKU
from core.catalog.tables.said_mapping import exact_columns
from core.errors import KnownError
from core.messages import Sentence, message

FIELDS = (
    "sku", "title", "description", "category", "brand", "barcode", "price", "currency",
    "sale_price", "sale_starts", "sale_ends", "stock", "low_stock", "unit", "location", "tags", "archived",
    "photo", "counter_photo",
)  # fmt: skip
EXTRA_PREFIX = "extra: "
"""Marks a further column whose own name is that of a field; only our export writes it."""

FieldMapping = Mapping[str, str]
"""Field to column name."""

_PLACE = re.compile(r"\s*\[[^\]]*\]\s*$")
_REMARK = re.compile(r"\s*[(\uff08][^()\uff08\uff09]*[)\uff09]\s*$")
_LONGEST_HEADING = 100
"""Characters of a name that is taken apart; nobody writes longer ones."""
_OTHER_THING = re.compile(
    r"cost|purchase|old|before|net\b|excl|ex\.|wholesale|trade|min|max|einkauf|ek\b|netto|alt\b|compra|coste|"
    r"achat|ht\b|hors|acquisto|inkoop|zakup|закуп|опт|進|仕入|进货|进价|成本|批发",
    re.IGNORECASE,
)
_PREFIXED = re.compile(r"([A-Za-z]{1,4})_(\w+)")
_FEWEST_ALIKE = 3
"""Columns; ``old_price`` is no price."""
_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-Z])")
_OWN_NAMES = frozenset(map(column_key, FIELDS))
_SURE_SKU = frozenset(column_key(name) for name in SURE_SKU.split("|"))
_BARE_CODE = frozenset(column_key(name) for name in BARE_CODE.split("|"))


def check_mapping(mapping: FieldMapping, columns: Sequence[str]) -> dict[str, str]:
    """``mapping`` with the columns' names as the table writes them.

    Raises:
        KnownError: the table has no such column, or none is the SKU.
    """
    checked = exact_columns(mapping, columns)
    if not {"sku", "barcode"} & checked.keys():
        raise KnownError(
            message(
                "core", "Which column is the SKU? The table has {columns}: say so with --map sku=COLUMN."
            ),
            columns=", ".join(columns),
        )
    return checked


def own_mapping(columns: Sequence[str]) -> dict[str, str]:
    """Field to column where columns are called as our fields are, upper and lower case alike."""
    by_key = {column_key(column): column for column in reversed(columns)}
    return {field: by_key[column_key(field)] for field in FIELDS if column_key(field) in by_key}


def suggest_mapping(columns: Sequence[str]) -> dict[str, str]:
    """Our best guess, for a person to correct: own names first, then names that other programs use.

    A till's column for one place, like ``Precio [Centro]``, goes by the name in front, and so does one that
    names a unit or a currency, like ``Stock (kg)``; ``precioVenta`` is two words.
    What stands in brackets counts last: ``Price (incl. VAT)`` is the price if nothing else is.
    """
    short = [column for column in reversed(columns) if len(column) <= _LONGEST_HEADING]
    by_key = {column_key(name): column for column, name in _without_prefix(short).items()}
    by_key |= {column_key(_without_remark(column)): column for column in short}
    by_key |= {column_key(_CAMEL.sub(" ", column)): column for column in short}
    unmarked = {column: marked_heading(_PLACE.sub("", column)).name for column in short}
    by_key |= {column_key(without_tax(name)): column for column, name in unmarked.items()}
    by_key |= {column_key(name): column for column, name in unmarked.items()}
    by_key |= {column_key(column): column for column in reversed(columns)}
    mapping = own_mapping(columns)
    for field, names in LIKELY_NAMES.items():
        taken = set(mapping.values())
        for name in names.split("|"):
            column = by_key.get(column_key(name))
            if field not in mapping and column is not None and column not in taken:
                mapping[field] = column
    description = mapping.get("description", "")
    if "title" not in mapping and description and column_key(description) not in _OWN_NAMES:
        mapping["title"] = mapping.pop("description")  # as bookkeeping programs call the name of a thing
    return mapping


def _without_remark(column: str) -> str:
    """``Price`` of ``Price (incl. VAT)``; not of one that is another thing, like ``Price (cost)``."""
    remark = _REMARK.search(column)
    return column if remark is None or _OTHER_THING.search(remark[0]) else column[: remark.start()]


def _without_prefix(columns: Iterable[str]) -> dict[str, str]:
    """``Nazwa`` for the column ``tw_Nazwa`` of a database's table, where several begin so."""
    matches = {column: match for column in columns if (match := _PREFIXED.fullmatch(column)) is not None}
    counts = Counter(match[1] for match in matches.values())
    return {column: match[2] for column, match in matches.items() if counts[match[1]] >= _FEWEST_ALIKE}


def sure_mapping(columns: Sequence[str]) -> dict[str, str]:
    """:func:`suggest_mapping` where nobody has to be asked.

    The SKU's column can be nothing else, as a ``Code`` beside a barcode; or there is none, and products go by
    their barcodes.
    """
    mapping = suggest_mapping(columns)
    sure = _SURE_SKU | _BARE_CODE if "barcode" in mapping else _SURE_SKU
    if column_key(mapping["sku"]) in sure if "sku" in mapping else "barcode" in mapping:
        return mapping
    return {field: column for field, column in own_mapping(columns).items() if field != "barcode"}


def mapping_notes(
    columns: Sequence[str], mapping: FieldMapping, said: Collection[str] = ()
) -> list[Sentence]:
    """What was guessed about columns, and which were not understood; ``said`` are fields named by hand."""
    own = own_mapping(columns)
    guessed = [
        (field, column) for field, column in mapping.items() if own.get(field) != column and field not in said
    ]
    taken = set(mapping.values())
    rest = [column for column in columns if column not in taken and not column.startswith(EXTRA_PREFIX)]
    notes = []
    if "sku" not in mapping:
        notes.append(
            Sentence(
                message("core", "No column has numbers of the shop's own: products go by their barcodes.")
            )
        )
    if guessed:
        notes.append(guessed_note(guessed))
    if rest:
        notes.append(
            Sentence(
                message(
                    "core", "These columns were not understood and are kept as further facts: {columns}."
                ),
                {"columns": ", ".join(f"“{column}”" for column in rest)},
            )
        )
    return notes


def guessed_note(guessed: Iterable[tuple[str, str]]) -> Sentence:
    """Which columns were understood as which fields, for a person to compare."""
    return Sentence(
        message("core", "Columns were understood by their names: {guesses}. Choose others if that is wrong."),
        {"guesses": ", ".join(f"“{column}” → {field}" for field, column in guessed)},
    )


def known_names() -> frozenset[str]:
    """Every name by which a column is known, made alike."""
    likely = (name for names in LIKELY_NAMES.values() for name in names.split("|"))
    return frozenset(column_key(name) for name in (*FIELDS, *likely))
