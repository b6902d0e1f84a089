"""Which column of a table is which field of a product: said by hand, or guessed from its name."""

from collections.abc import Iterable, Mapping, Sequence

from core.catalog.tables.column_names import column_key
from core.errors import KnownError
from core.messages import message

FIELDS = (
    "sku", "title", "description", "category", "brand", "barcode", "price", "currency", "stock", "location",
    "tags", "archived", "photo", "counter_photo",
)  # fmt: skip
EXTRA_PREFIX = "extra: "
"""Marks a further column whose own name is that of a field; only our export writes it."""

FieldMapping = Mapping[str, str]
"""Field to column name."""

_LIKELY: Mapping[str, tuple[str, ...]] = {
    "sku": (
        "code", "item code", "product code", "article", "article number", "item number", "id", "编号", "货号",
        "商品编码",
    ),
    "title": ("name", "product", "product name", "item name", "item", "名称", "品名", "商品名称"),
    "description": ("details", "text", "描述", "说明"),
    "category": ("type", "group", "product type", "department", "类别", "分类"),
    "brand": ("vendor", "manufacturer", "maker", "品牌"),
    "barcode": ("ean", "ean13", "upc", "gtin", "条码", "条形码"),
    "price": ("sales price", "unit price", "retail price", "价格", "单价", "售价"),
    "currency": ("币种",),
    "stock": ("quantity", "qty", "on hand", "inventory", "库存", "数量"),
    "location": ("shelf", "bin", "place", "货架", "位置"),
    "tags": ("tag", "labels", "标签"),
    "archived": (),
    "photo": ("image", "picture", "photos", "images", "pictures", "图片", "照片"),
    "counter_photo": ("counter photo", "counter photos"),
}  # fmt: skip


def parse_mapping(assignments: Iterable[str]) -> dict[str, str]:
    """Field to column of ``sku=Code`` and the like.

    Raises:
        KnownError: one cannot be read, or names no field.
    """
    mapping: dict[str, str] = {}
    for assignment in assignments:
        field, equals, column = assignment.partition("=")
        field = field.strip().casefold()
        if not equals or not column.strip():
            raise KnownError(
                message("core", "“{assignment}” says no column: write sku=Code, for instance."),
                assignment=assignment,
            )
        if field not in FIELDS:
            raise KnownError(
                message("core", "There is no field “{field}”: the fields are {fields}."),
                field=field,
                fields=", ".join(FIELDS),
            )
        mapping[field] = column.strip()
    return mapping


def check_mapping(mapping: FieldMapping, columns: Sequence[str]) -> dict[str, str]:
    """``mapping`` with the columns' names as the table writes them.

    Raises:
        KnownError: the table has no such column, or none is the SKU.
    """
    by_key = {column_key(column): column for column in reversed(columns)}
    checked: dict[str, str] = {}
    for field, column in mapping.items():
        exact = column if column in columns else by_key.get(column_key(column))
        if exact is None:
            raise KnownError(
                message("core", "The table has no column “{column}”: its columns are {columns}."),
                column=column,
                columns=", ".join(columns),
            )
        checked[field] = exact
    if "sku" not in checked:
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
    """Our best guess, for a person to correct: own names first, then names that other programs use."""
    by_key = {column_key(column): column for column in reversed(columns)}
    mapping = own_mapping(columns)
    for field, names in _LIKELY.items():
        taken = set(mapping.values())
        for name in names:
            column = by_key.get(column_key(name))
            if field not in mapping and column is not None and column not in taken:
                mapping[field] = column
    return mapping


def known_names() -> frozenset[str]:
    """Every name by which a column is known, made alike."""
    return frozenset(
        column_key(name) for name in (*FIELDS, *(n for names in _LIKELY.values() for n in names))
    )
