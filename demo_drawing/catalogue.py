"""All products of the demo shop, with their numbers, stock and shelf places."""

from demo_drawing.barcodes import in_store_barcode
from demo_drawing.product import DemoProduct, Range
from demo_drawing.ranges.bags import coffee, crisps
from demo_drawing.ranges.bottles import bottles
from demo_drawing.ranges.candles import candles
from demo_drawing.ranges.care import care
from demo_drawing.ranges.cereal import cereal
from demo_drawing.ranges.chocolate import chocolate
from demo_drawing.ranges.clothes import shirts, socks
from demo_drawing.ranges.fruit import fruit
from demo_drawing.ranges.jam import jam
from demo_drawing.ranges.juice import juice
from demo_drawing.ranges.milk import milk
from demo_drawing.ranges.mugs import mugs
from demo_drawing.ranges.pots import pots
from demo_drawing.ranges.soda import soda
from demo_drawing.ranges.stationery import notebooks, pens
from demo_drawing.ranges.tea import tea
from demo_drawing.ranges.tins import tins
from demo_drawing.ranges.toys import toys


def all_ranges() -> tuple[Range, ...]:
    """The ranges in the order of the shop's aisles."""
    return (
        fruit(), milk(), juice(), soda(), bottles(), coffee(), tea(), cereal(), jam(), chocolate(), crisps(),
        tins(), care(), candles(), mugs(), pots(), shirts(), socks(), notebooks(), pens(), toys(),
    )  # fmt: skip


def all_products() -> tuple[DemoProduct, ...]:
    """Every product of the demo shop; the same on every call."""
    products: list[DemoProduct] = []
    for aisle, assortment in enumerate(all_ranges(), start=1):
        for place, draft in enumerate(assortment.drafts, start=1):
            number = len(products) + 1
            # Spread without a random source, so that the numbers never change; every fifteenth is sold out.
            stock = 0 if number % 15 == 7 else 3 + (number * 37) % 58
            products.append(
                DemoProduct(
                    sku=f"{assortment.code}{place:02d}",
                    category=assortment.category,
                    department=assortment.department,
                    barcode=in_store_barcode(number),
                    stock=stock,
                    location=f"{assortment.code[0]}{aisle}-{place:02d}",
                    draft=draft,
                )
            )
    return tuple(products)
