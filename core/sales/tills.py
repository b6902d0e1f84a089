"""Which column of a till's export says what: Shopify, Square, Loyverse, WooCommerce and Odoo.

Columns after the vendors' help (Shopify's orders, https://help.shopify.com/manual/fulfillment/managing-orders/
exporting-orders; Square's item sales, https://squareup.com/help/us/en/article/5072; Loyverse's receipts by
item, https://help.loyverse.com/help/receipts-export), the exports of WooCommerce orders that most shops use
(a row for each line of an order), Odoo's export dialog, and exports that shops have published: decision 60.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.catalog.tables.column_names import column_key
from core.sales.no_goods import NoGoods


@dataclass(frozen=True, slots=True)
class Till:
    """A program's export: it is one if it has all columns of one of the ``signatures``.

    Attributes:
        columns: field (:data:`core.sales.columns.FIELDS`) to its names, the one that says it best first.
        fills_down: what a receipt says stands in its first row alone; the rows below are its further lines.
        open_states: what this till calls receipts that are not closed yet, in small letters.
        no_goods: codes of this till's own that are no goods, in small letters.
        no_goods_kinds: what else this till has in the column of kinds where a line is no goods.
    """

    name: str
    signatures: tuple[tuple[str, ...], ...]
    columns: Mapping[str, tuple[str, ...]]
    fills_down: bool = False
    open_states: frozenset[str] = frozenset()
    no_goods: Mapping[str, NoGoods] = field(default_factory=dict)
    no_goods_kinds: Mapping[str, NoGoods] = field(default_factory=dict)


_ODOO_RECEIPT = (
    *("Order Reference", "Order Ref", "Receipt Number", "name"),
    *("Auftragsreferenz", "Referencia del pedido", "Référence commande", "订单关联", "订单号"),
)
_ODOO_SKU = (
    "Order Lines/Product/Internal Reference",
    "order_line/product_id/default_code",
    "lines/product_id/default_code",
    "Auftragszeilen/Produkt/Interne Referenz",
    "Líneas del pedido/Producto/Referencia interna",
    "Lignes de la commande/Article/Référence interne",
    "订单行/产品/内部参考",
)
_ODOO_BARCODE = (
    "Order Lines/Product/Barcode",
    "order_line/product_id/barcode",
    "lines/product_id/barcode",
    "Auftragszeilen/Produkt/Strichcode",
    "Líneas del pedido/Producto/Código de barras",
    "Lignes de la commande/Article/Code-barres",
    "订单行/产品/条码",
)
_ODOO_TITLE = (
    *("Order Lines/Product", "Order Lines/Product/Name", "order_line/product_id", "lines/product_id"),
    *("lines/full_product_name", "Auftragszeilen/Produkt", "Auftragszeilen/Produkt/Name"),
    *("Líneas del pedido/Producto", "Líneas del pedido/Producto/Nombre"),
    *(
        "Lignes de la commande/Article",
        "Lignes de la commande/Article/Nom",
        "订单行/产品",
        "订单行/产品/名称",
    ),
)

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
            "subtotal": ("Subtotal",),
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
            "zone": ("Time Zone",),
            "place": ("Location",),
            "sku": ("SKU",),
            "barcode": ("GTIN",),
            "title": ("Item",),
            "variant": ("Price Point Name",),
            "quantity": ("Qty",),
            "total": ("Net Sales", "Gross Sales"),
            "customer": ("Customer ID", "Customer Reference ID"),
            "kind": ("Event Type",),
            "line_kind": ("Itemization Type",),
        },
    ),
    Till(
        "Loyverse",
        (
            ("Receipt number", "Receipt type", "Item", "Quantity"),
            ("Receipt number", "Receipt type", "Item name", "Quantity"),
            ("Número de recibo", "Tipo de recibo", "Artículo", "Cantidad"),
        ),
        {
            "receipt": ("Receipt number", "Número de recibo"),
            "date": ("Date", "Fecha"),
            "place": ("Store", "Tienda"),
            "sku": ("SKU", "REF"),
            "title": ("Item", "Item name", "Artículo"),
            "variant": ("Variant", "Variante"),
            "quantity": ("Quantity", "Cantidad"),
            "total": ("Net sales", "Gross sales", "Ventas netas", "Ventas brutas"),
            "customer": ("Customer contacts", "Contacto del cliente"),
            "kind": ("Receipt type", "Tipo de recibo"),
            "status": ("Status", "Estado"),
        },
    ),
    Till(
        "WooCommerce",
        (
            ("Order Number", "Order Date", "Item Name"),
            ("Order Number", "Order Date", "Item #"),
            ("order_number", "item_name", "item_quantity"),
        ),
        {
            "receipt": ("Order Number", "order_number"),
            "date": ("Order Date", "date", "order_date"),
            "sku": ("SKU", "item_sku"),
            "title": ("Item Name", "item_name", "Product Name", "Name"),
            "quantity": ("Quantity", "item_quantity"),
            "kept": ("Quantity (- Refund)",),
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
        tuple((receipt, named) for receipt in _ODOO_RECEIPT for named in (*_ODOO_TITLE, *_ODOO_SKU)),
        {
            "receipt": _ODOO_RECEIPT,
            "date": (
                *("Order Date", "Date", "Creation Date", "date_order", "Auftragsdatum", "Bestelldatum"),
                *("Fecha del pedido", "Fecha de la orden", "Date de la commande", "订单日期", "单据日期"),
            ),
            "sku": _ODOO_SKU,
            "barcode": _ODOO_BARCODE,
            "title": _ODOO_TITLE,
            "quantity": (
                *("Order Lines/Quantity", "order_line/product_uom_qty", "lines/qty", "Auftragszeilen/Menge"),
                *("Líneas del pedido/Cantidad", "Lignes de la commande/Quantité", "订单行/数量"),
            ),
            "total": (
                *("Order Lines/Subtotal", "Order Lines/Total", "order_line/price_subtotal"),
                *("lines/price_subtotal_incl", "Auftragszeilen/Zwischensumme", "Auftragszeilen/Gesamt"),
                *("Líneas del pedido/Subtotal", "Líneas del pedido/Total"),
                *(
                    "Lignes de la commande/Sous-total",
                    "Lignes de la commande/Total",
                    "订单行/小计",
                    "订单行/合计",
                ),
            ),
            "line_kind": ("Order Lines/Is a Delivery", "order_line/is_delivery"),
            "customer": ("Customer/ID", "partner_id/id", "Kunde/ID", "Cliente/ID", "Client/ID", "客户/ID"),
            "status": ("Status", "state", "Estado", "Statut", "状态"),
        },
        fills_down=True,
        open_states=frozenset({"new", "neu", "nuevo", "nouveau", "新建"}),
        no_goods={
            "tips": NoGoods.TIP,
            **{f"delivery_{number:03}": NoGoods.DELIVERY for number in range(7, 13)},
        },
        no_goods_kinds={"true": NoGoods.DELIVERY, "1": NoGoods.DELIVERY},
    ),
)


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
