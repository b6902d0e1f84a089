"""Field to column as a person says it, of products and of receipts: read, and found in the table."""

from collections.abc import Iterable, Mapping, Sequence

from core.catalog.tables.column_names import column_key
from core.errors import KnownError
from core.messages import message


def parse_mapping(assignments: Iterable[str], fields: Sequence[str], example: str) -> dict[str, str]:
    """Field to column of ``sku=Code`` and the like.

    Args:
        fields: those that there are.
        example: an assignment that says how it is written.

    Raises:
        KnownError: one cannot be read, or names no field.
    """
    mapping: dict[str, str] = {}
    for assignment in assignments:
        field, _equals, column = (part.strip() for part in assignment.partition("="))
        if not column:
            raise KnownError(
                message("core", "“{assignment}” says no column: write {example}, for instance."),
                assignment=assignment,
                example=example,
            )
        if field.casefold() not in fields:
            raise KnownError(
                message("core", "There is no field “{field}”: the fields are {fields}."),
                field=field,
                fields=", ".join(fields),
            )
        mapping[field.casefold()] = column
    return mapping


def exact_columns(mapping: Mapping[str, str], columns: Sequence[str]) -> dict[str, str]:
    """``mapping`` with the columns' names as the table writes them.

    Raises:
        KnownError: the table has no such column.
    """
    by_key = {column_key(column): column for column in reversed(columns)}
    exact: dict[str, str] = {}
    for field, said in mapping.items():
        column = said if said in columns else by_key.get(column_key(said))
        if column is None:
            raise KnownError(
                message("core", "The table has no column “{column}”: its columns are {columns}."),
                column=said,
                columns=", ".join(columns),
            )
        exact[field] = column
    return exact
