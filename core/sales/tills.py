"""Which column of a till's export says what: Shopify, Square, Loyverse, WooCommerce and Odoo, or any table.

Columns after the vendors' help: Shopify's orders (https://help.shopify.com/manual/fulfillment/managing-orders/
exporting-orders), Square's item sales (https://squareup.com/help/us/en/article/5072), Loyverse's receipts by
item (https://help.loyverse.com/help/receipts-export), the two exports of WooCommerce orders that most shops
use (a row for each line of an order) and Odoo's export dialog in its two spellings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.catalog.tables.column_names import column_key
from core.errors import KnownError
from core.messages import message

FIELDS = (
    "receipt", "date", "time", "place", "sku", "barcode", "title", "variant", "quantity", "returned",
    "total", "price", "discount", "currency", "customer", "kind", "status", "cancelled",
)  # fmt: skip
"""What a line of a receipt can say. ``returned`` is how many of the line came back since;
``total`` what the line came to, ``price`` what one costs, ``discount`` what goes off the line; ``kind``
whether it is a sale or a refund; ``status`` what became of the receipt; ``cancelled`` is filled where it was
called off."""

_PRODUCT = ("sku", "barcode", "title")


@dataclass(frozen=True, slots=True)
class Till:
    """A program's export: it is one if it has all columns of one of the ``signatures``.

    Attributes:
        columns: field to its names, the one that says it best first.
        fills_down: what a receipt says stands in its first row alone; the rows below are its further lines.
    """

    name: str
    signatures: tuple[tuple[str, ...], ...]
    columns: Mapping[str, tuple[str, ...]]
    fills_down: bool = False


TILLS = (
    Till(
        "Shopify",
        (("Name", "Lineitem name", "Lineitem quantity"),),
        {
            "receipt": ("Name",),
            "date": ("Created at", "Paid at"),
            "place": ("Location",),
            "sku": ("Lineitem sku",),
            "title": ("Lineitem name",),
            "quantity": ("Lineitem quantity",),
            "price": ("Lineitem price",),
            "discount": ("Lineitem discount",),
            "currency": ("Currency",),
            "customer": ("Customer ID", "Email"),
            "status": ("Financial Status",),
            "cancelled": ("Cancelled at",),
        },
        fills_down=True,
    ),
    Till(
        "Square",
        (("Transaction ID", "Item", "Qty"),),
        {
            "receipt": ("Transaction ID",),
            "date": ("Date",),
            "time": ("Time",),
            "place": ("Location",),
            "sku": ("SKU",),
            "title": ("Item",),
            "variant": ("Price Point Name",),
            "quantity": ("Qty",),
            "total": ("Net Sales", "Gross Sales"),
            "customer": ("Customer ID", "Customer Reference ID"),
            "kind": ("Event Type",),
        },
    ),
    Till(
        "Loyverse",
        (("Receipt number", "Receipt type", "Item", "Quantity"),),
        {
            "receipt": ("Receipt number",),
            "date": ("Date",),
            "place": ("Store",),
            "sku": ("SKU",),
            "title": ("Item",),
            "variant": ("Variant",),
            "quantity": ("Quantity",),
            "total": ("Net sales", "Gross sales"),
            "customer": ("Customer contacts",),
            "kind": ("Receipt type",),
            "status": ("Status",),
        },
    ),
    Till(
        "WooCommerce",
        (
            ("Order Number", "Order Date", "Item Name"),
            ("order_number", "item_name", "item_quantity"),
        ),
        {
            "receipt": ("Order Number", "order_number"),
            "date": ("Order Date", "date", "order_date"),
            "sku": ("SKU", "item_sku"),
            "title": ("Item Name", "item_name"),
            "quantity": ("Quantity", "item_quantity"),
            "returned": ("item_refunded_qty", "Quantity Refunded"),
            "total": ("Order Line Total", "item_total"),
            "price": ("Item Cost",),
            "currency": ("Order Currency", "order_currency", "currency"),
            "customer": ("Customer User ID", "customer_id", "Email (Billing)", "billing_email"),
            "status": ("Order Status", "status", "order_status"),
        },
        fills_down=True,
    ),
    Till(
        "Odoo",
        (
            ("Order Reference", "Order Lines/Product"),
            ("Order Reference", "Order Lines/Product/Internal Reference"),
            ("Order Ref", "Order Lines/Product"),
            ("Receipt Number", "Order Lines/Product"),
            ("name", "order_line/product_id"),
            ("name", "order_line/product_id/default_code"),
            ("name", "lines/product_id"),
            ("name", "lines/product_id/default_code"),
        ),
        {
            "receipt": ("Order Reference", "Order Ref", "Receipt Number", "name"),
            "date": ("Order Date", "Date", "Creation Date", "date_order"),
            "sku": (
                "Order Lines/Product/Internal Reference",
                "order_line/product_id/default_code",
                "lines/product_id/default_code",
            ),
            "barcode": ("Order Lines/Product/Barcode", "order_line/product_id/barcode"),
            "title": ("Order Lines/Product", "order_line/product_id", "lines/product_id"),
            "quantity": ("Order Lines/Quantity", "order_line/product_uom_qty", "lines/qty"),
            "total": (
                "Order Lines/Subtotal",
                "Order Lines/Total",
                "order_line/price_subtotal",
                "lines/price_subtotal_incl",
            ),
            "customer": ("Customer/ID", "partner_id/id"),
            "status": ("Status", "state"),
        },
        fills_down=True,
    ),
)

_LIKELY: Mapping[str, str] = {
    "receipt": (
        "receipt|receipt number|receipt no|receipt id|order|order number|order id|transaction|transaction id|"
        "invoice|invoice number|bon|bonnummer|bon-nr.|belegnummer|beleg|ticket|nº ticket|número de ticket|"
        "recibo|scontrino|paragon|чек|номер чека|レシート番号|小票号|单号|订单号|订单编号|流水号"
    ),
    "date": (
        "date|day|sold|sold at|created at|order date|timestamp|datum|fecha|data|дата|日期|日時|日付|时间|"
        "交易时间|下单时间|销售日期"
    ),
    "time": "time|uhrzeit|zeit|hora|heure|ora|время|時刻",
    "place": "place|location|store|shop|branch|filiale|tienda|magasin|negozio|магазин|店舗|门店|店铺",
    "sku": (
        "sku|product code|item code|article number|artikelnummer|referencia|référence|codice articolo|"
        "артикул|商品コード|品番|商品编码|货号|商品编号"
    ),
    "barcode": "barcode|ean|gtin|upc|código de barras|code-barres|strichcode|штрихкод|バーコード|条码|条形码",
    "title": (
        "title|item|product|product name|item name|artikel|producto|produit|prodotto|товар|商品名|商品名称"
    ),
    "variant": "variant|option|variante|规格",
    "quantity": ("quantity|qty|units|menge|anzahl|cantidad|quantité|quantità|количество|数量|销量"),
    "returned": "returned|returned quantity|refunded quantity|退货数量",
    "total": (
        "total|line total|amount|net sales|umsatz|summe|importe|montant|importo|сумма|金額|金额|小计|实收金额"
    ),
    "price": "price|unit price|preis|einzelpreis|precio|prix|prezzo|цена|単価|单价",
    "discount": "discount|rabatt|descuento|remise|sconto|скидка|值引|折扣",
    "currency": "currency|währung|moneda|devise|valuta|валюта|通貨|币种",
    "customer": (
        "customer|customer id|customer number|card|card number|member|kundennummer|kunde|cliente|client|"
        "клиент|会員番号|会员号|会员卡号|客户编号"
    ),
    "kind": "kind|type|receipt type|event type|art|tipo|тип|类型",
    "status": "status|order status|estado|statut|stato|статус|状态|订单状态",
    "cancelled": "cancelled at|cancelled|canceled|storniert|anulado|annulé|отменён|取消时间",
}


def recognise(columns: Sequence[str]) -> Till | None:
    """The till whose export has these columns; None if none is known."""
    present = {column_key(column) for column in columns}
    return next(
        (
            till
            for till in TILLS
            if any(all(column_key(name) in present for name in signature) for signature in till.signatures)
        ),
        None,
    )


def till_mapping(till: Till, columns: Sequence[str]) -> dict[str, str]:
    """Field to column of a till's export."""
    by_key = {column_key(column): column for column in reversed(columns)}
    found = {
        field: next((by_key[column_key(name)] for name in names if column_key(name) in by_key), None)
        for field, names in till.columns.items()
    }
    return {field: column for field, column in found.items() if column is not None}


def likely_mapping(columns: Sequence[str]) -> dict[str, str]:
    """Our best guess by what columns are called, for a person to correct."""
    by_key = {column_key(column): column for column in reversed(columns)}
    mapping: dict[str, str] = {}
    for field, names in _LIKELY.items():
        for name in (field, *names.split("|")):
            column = by_key.get(column_key(name))
            if column is not None and column not in mapping.values():
                mapping[field] = column
                break
    return mapping


def known_names() -> frozenset[str]:
    """Every name by which a column of sales is known, made alike."""
    theirs = (name for till in TILLS for names in till.columns.values() for name in names)
    likely = (name for names in _LIKELY.values() for name in names.split("|"))
    return frozenset(column_key(name) for name in (*FIELDS, *theirs, *likely))


def parse_mapping(assignments: Sequence[str]) -> dict[str, str]:
    """Field to column of ``receipt=Bon`` and the like.

    Raises:
        KnownError: one cannot be read, or names no field.
    """
    mapping: dict[str, str] = {}
    for assignment in assignments:
        field, _equals, column = (part.strip() for part in assignment.partition("="))
        if not column:
            raise KnownError(
                message("core", "“{assignment}” says no column: write receipt=Number, for instance."),
                assignment=assignment,
            )
        if field.casefold() not in FIELDS:
            raise KnownError(
                message("core", "There is no field “{field}”: the fields are {fields}."),
                field=field,
                fields=", ".join(FIELDS),
            )
        mapping[field.casefold()] = column
    return mapping


def checked_mapping(mapping: Mapping[str, str], columns: Sequence[str]) -> dict[str, str]:
    """``mapping`` with the columns' names as the table writes them.

    Raises:
        KnownError: the table has no such column, or what every receipt needs is not said.
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
    lacking = [field for field in ("receipt", "date") if field not in checked]
    if not any(field in checked for field in _PRODUCT):
        lacking.append("sku")
    if lacking:
        raise KnownError(
            message(
                "core",
                "Which column is the {field} of each receipt? The table has {columns}: say so with "
                "--map {field}=COLUMN.",
            ),
            field=lacking[0],
            columns=", ".join(columns),
        )
    return checked
