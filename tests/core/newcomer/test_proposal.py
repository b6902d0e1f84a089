"""What is proposed for a product that the shop does not have: right where the shop knows its like."""

import numpy as np
import zxingcpp
from PIL import Image

from core.answer import Seen
from core.catalog.edits.product_change import ProductChange
from core.catalog.products.products import product_by_sku
from core.catalog.tags.tags import add_tag
from core.ingest.shop_edits import edit_shop
from core.label.lines import Line
from core.newcomer.details import details_of, title_of
from core.newcomer.proposal import propose
from core.search.see import see
from core.shop.shop import Shop
from tests.core.conftest import SHAPES, draw

CODE = "4006381333931"


def orange_ball(shop: Shop) -> Seen:
    """A ball that the shop does not have, with a barcode beside it."""
    picture = draw("ellipse", (235, 120, 30))
    bars = zxingcpp.create_barcode(CODE, zxingcpp.BarcodeFormat.EAN13)
    code = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(bars, scale=2)))
    whole = Image.new("RGB", (320, 320 + code.height + 40), "white")
    whole.paste(picture, (0, 0))
    whole.paste(code.convert("RGB"), (40, 340))
    return see(shop, [whole])


def test_the_category_of_its_like_and_its_own_barcode_are_proposed(shop: Shop) -> None:
    proposal = propose(shop, orange_ball(shop))
    assert (proposal.category, proposal.barcode) == ("Balls", CODE)


def test_a_barcode_that_a_product_has_is_not_proposed_a_second_time(shop: Shop) -> None:
    red = product_by_sku(shop.catalog, "Balls/red ball")
    assert red is not None
    edit_shop(shop, {red.id: ProductChange(barcode=CODE)}, who="test")
    proposal = propose(shop, orange_ball(shop))
    assert proposal.is_known and proposal.alike is not None and proposal.alike.product_id == red.id
    assert proposal.barcode == ""


def test_the_tags_of_its_like_are_proposed_and_no_others(shop: Shop) -> None:
    for sku in SHAPES:
        product = product_by_sku(shop.catalog, sku)
        assert product is not None
        add_tag(shop.catalog, [product.id], "round" if sku.startswith("Balls") else "square", who="test")
    assert details_of(shop, orange_ball(shop)).tags == ("round",)


def test_without_a_picture_there_is_a_number_and_without_tags_none_is_proposed(shop: Shop) -> None:
    assert propose(shop, None).sku == "P-0001"
    assert details_of(shop, orange_ball(shop)).tags == ()


def test_the_title_is_the_largest_words_as_they_are_read_from_above() -> None:
    def line(text: str, top: float, confidence: float = 0.95) -> Line:
        return Line(text, ((0, top), (9, top), (9, top + 5), (0, top + 5)), confidence)

    lines = [
        line("GRANOLA", 40),
        line("Hazel & Honey", 70),
        line("12", 5),
        line("Bakery", 10),
        line("fine", 90),
    ]
    assert title_of(lines) == "Bakery GRANOLA Hazel & Honey"
    assert title_of([line("Grxn0la", 40, 0.6)]) == ""
    assert title_of([line("word " * 20, 0)]) == " ".join(["word"] * 12)
