"""Which column of a table of receipts says what: by what columns are called, or as a person has said."""

from collections.abc import Mapping, Sequence

from core.catalog.tables.column_names import column_key
from core.catalog.tables.said_mapping import exact_columns
from core.errors import KnownError
from core.messages import message
from core.sales.tills import TILLS

FIELDS = (
    "receipt", "date", "time", "zone", "place", "sku", "barcode", "title", "variant", "quantity", "returned",
    "kept", "total", "price", "discount", "subtotal", "currency", "customer", "kind", "line_kind", "status",
    "cancelled",
)  # fmt: skip
"""What a line of a receipt can say. ``zone`` is the time zone of its time; ``returned`` how many of the line
came back since, ``kept`` how many did not; ``total`` what the line came to, ``price`` what one costs,
``discount`` what goes off the line; ``subtotal`` what all lines of the receipt came to, after a discount on
the whole of it; ``kind`` whether it is a sale or a refund; ``line_kind`` what a line is that is no goods;
``status`` what became of the receipt; ``cancelled`` is filled where it was called off."""

_PRODUCT = ("sku", "barcode", "title")

_LIKELY: Mapping[str, str] = {
    "receipt": (
        "receipt|receipt number|receipt no|receipt id|order|order number|order id|order reference|order ref|"
        "order no|transaction|transaction id|"
        "invoice|invoice number|bon|bonnummer|bon-nr.|belegnummer|beleg|ticket|nº ticket|número de ticket|"
        "recibo|número de recibo|scontrino|numero scontrino|paragon|numer paragonu|ticket de caisse|"
        "чек|номер чека|レシート番号|小票号|单号|订单号|订单编号|流水号"
    ),
    "date": (
        "date|day|sold|sold at|created at|order date|timestamp|datum|fecha|data|дата|日期|日時|日付|时间|"
        "交易时间|下单时间|销售日期"
    ),
    "time": "time|uhrzeit|zeit|hora|heure|ora|время|時刻",
    "zone": "time zone|timezone|zeitzone|zona horaria|fuseau horaire|时区",
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


def checked_mapping(mapping: Mapping[str, str], columns: Sequence[str]) -> dict[str, str]:
    """``mapping`` with the columns' names as the table writes them.

    Raises:
        KnownError: the table has no such column, or what every receipt needs is not said.
    """
    checked = exact_columns(mapping, columns)
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
