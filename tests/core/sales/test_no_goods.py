"""Lines of tills that are no goods are left out and counted: gift cards, tips, delivery, rounding."""

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.sales.receipts import unknown_codes
from core.sales.no_goods import NoGoods, no_goods
from core.shop.shop import Shop
from tests.core.sales.conftest import LATER, Sell

SHOPIFY = (
    "Name,Financial Status,Subtotal,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n"
    f"#1,paid,64.00,{LATER} 10:00:00 +0000,1,Green tea,20.00,T-1\n"
    "#1,,,,1,Gift Card - $50.00,50.00,\n"
    "#1,,,,1,Tip,6.00,\n"
)
SQUARE = (
    "Date,Time,Item,Qty,SKU,Net Sales,Transaction ID,Event Type,Itemization Type\n"
    f"{LATER},10:00:00,Green tea,1,T-1,$8.00,A,Payment,Physical Good\n"
    f"{LATER},10:00:00,Card for Mum,1,G-7,$25.00,A,Payment,Gift Card\n"
    f"{LATER},10:00:00,Local delivery,1,,$4.00,A,Payment,\n"
)
LOYVERSE = (
    "Fecha,Número de recibo,Tipo de recibo,REF,Artículo,Cantidad,Ventas netas,Estado\n"
    f"{LATER} 10:00,1-1,Venta,T-1,Té,1,80,Cerrado\n"
    f"{LATER} 10:00,1-1,Venta,10051,Propina,1,10,Cerrado\n"
    f"{LATER} 10:00,1-1,Venta,10052,Redondeo,1,0.05,Cerrado\n"
    f"{LATER} 11:00,1-2,Reembolso,10051,Propina,1,10,Cerrado\n"
    f"{LATER} 12:00,1-3,Venta,10051,Propina,1,10,Cancelado\n"
)
WOOCOMMERCE = (
    "Order Number,Order Status,Order Date,SKU,Item Name,Quantity,Order Line Total\n"
    f"51,Completed,{LATER} 10:20,T-1,Tee,1,8.00\n"
    "51,,,,Geschenkgutschein 25 €,2,50.00\n"
    "51,,,,Versandkosten,1,4.90\n"
)
ODOO = (
    "Order Reference,Order Date,Status,Order Lines/Product,Order Lines/Quantity,Order Lines/Subtotal,"
    "Order Lines/Is a Delivery\n"
    f"S1,{LATER} 10:00:00,Sales Order,[T-1] Green tea,1,8.00,False\n"
    ",,,[Delivery_007] By bicycle,1,4.00,False\n"
    ",,,Parcel,1,6.00,True\n"
    ",,,[TIPS] Thank you,1,1.00,False\n"
)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        (SHOPIFY, {NoGoods.GIFT_CARD: 1, NoGoods.TIP: 1}),
        (SQUARE, {NoGoods.GIFT_CARD: 1, NoGoods.DELIVERY: 1}),
        (LOYVERSE, {NoGoods.TIP: 2, NoGoods.ROUNDING: 1}),
        (WOOCOMMERCE, {NoGoods.GIFT_CARD: 1, NoGoods.DELIVERY: 1}),
        (ODOO, {NoGoods.DELIVERY: 2, NoGoods.TIP: 1}),
    ],
    ids=["Shopify", "Square", "Loyverse", "WooCommerce", "Odoo"],
)
def test_they_are_left_out_by_kind_and_the_goods_come_in(
    shop: Shop, sell: Sell, text: str, left_out: dict[NoGoods, int], request: pytest.FixtureRequest
) -> None:
    report = sell(text)
    assert report.till == request.node.callspec.id
    assert report.left_out == left_out
    assert (report.receipts, report.new_receipts, report.lines, report.unknown) == (1, 1, 1, ())
    assert unknown_codes(shop.catalog) == []
    assert [str(note) for note in report.notes][-len(left_out) :] == [
        f"Lines left out, for they are no goods: {word}, {left_out[kind]}."
        for kind, word in (
            (NoGoods.GIFT_CARD, "gift cards"),
            (NoGoods.TIP, "tips"),
            (NoGoods.DELIVERY, "delivery"),
            (NoGoods.ROUNDING, "rounding"),
        )
        if kind in left_out
    ]


def test_a_tip_is_in_no_subtotal_of_shopify_and_a_gift_card_is(shop: Shop, sell: Sell) -> None:
    sell(SHOPIFY)  # 20 and 50 came to 64
    assert shop.catalog.db.execute("SELECT paid_minor FROM receipt_lines").fetchall() == [(1829,)]


def test_a_product_of_the_shop_is_goods_whatever_it_is_called(shop: Shop, sell: Sell) -> None:
    upsert_product(shop.catalog, ProductDraft("C-1", title="Propina"), who="test")
    report = sell(LOYVERSE)
    assert report.left_out == {NoGoods.ROUNDING: 1}
    assert (report.new_lines, report.unknown) == (3, ())


def test_goods_that_are_called_like_a_tip_share_in_a_discount_on_the_whole(shop: Shop, sell: Sell) -> None:
    upsert_product(shop.catalog, ProductDraft("TIPS", title="Tips"), who="test")
    head = SHOPIFY.splitlines(keepends=True)[0]
    sell(
        f"{head}#1,paid,20.00,{LATER} 10:00:00 +0000,1,Green tea,30.00,T-1\n"  # 30 and 10 came to 20
        + "#1,,,,1,Tips,10.00,TIPS\n"
    )
    paid = shop.catalog.db.execute("SELECT paid_minor FROM receipt_lines ORDER BY paid_minor").fetchall()
    assert paid == [(500,), (1500,)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("e-Gift Card", NoGoods.GIFT_CARD),
        ("Gift card (€ 25)", NoGoods.GIFT_CARD),
        ("GIFT_CARD_RELOAD", NoGoods.GIFT_CARD),
        ("礼品卡 100 元", NoGoods.GIFT_CARD),
        ("小费", NoGoods.TIP),
        ("Gift card holder", None),
        ("Tip 5", None),
        ("Felt tip", None),
        ("Shipping box", None),
        ("Delivery 2", None),
    ],
)
def test_a_title_has_to_say_nothing_else(title: str, kind: NoGoods | None) -> None:
    assert no_goods("", title) is kind
