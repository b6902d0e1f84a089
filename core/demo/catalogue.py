"""All products of the demo shop, with their numbers, stock and shelf places."""

from core.demo.barcodes import in_store_barcode
from core.demo.product import DemoProduct, Range
from core.demo.ranges.bags import coffee, crisps
from core.demo.ranges.bottles import bottles
from core.demo.ranges.candles import candles
from core.demo.ranges.care import care
from core.demo.ranges.cereal import cereal
from core.demo.ranges.chocolate import chocolate
from core.demo.ranges.clothes import shirts, socks
from core.demo.ranges.fruit import fruit
from core.demo.ranges.jam import jam
from core.demo.ranges.juice import juice
from core.demo.ranges.milk import milk
from core.demo.ranges.mugs import mugs
from core.demo.ranges.pots import pots
from core.demo.ranges.soda import soda
from core.demo.ranges.stationery import notebooks, pens
from core.demo.ranges.tea import tea
from core.demo.ranges.tins import tins
from core.demo.ranges.toys import toys


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
