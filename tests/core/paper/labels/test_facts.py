"""What a label says of a product."""

from datetime import date
from typing import Any

import pytest

from core.paper.labels.facts import ALL_PARTS, LabelFacts, Part, facts_of
from core.quantities.units import Unit
from tests.core.paper.labels.priced import priced

DAY = date(2026, 11, 29)


def facts(parts: frozenset[Part] = ALL_PARTS, *, chinese: bool = False, **changes: Any) -> LabelFacts:
    return facts_of(priced(**changes), DAY, parts, None, chinese=chinese)


def test_title_price_number_and_shelf_stand_on_it() -> None:
    label = facts(barcode="4006381333931")
    assert (label.title, label.price, label.sku, label.shelf) == ("Green tea", "4,90\u00a0€", "T-1", "A3-4")


def test_a_price_for_a_kilogram_says_so() -> None:
    assert facts(unit=Unit.KILOGRAM).price == "4,90\u00a0€ / kg"
    assert facts(unit=Unit.KILOGRAM, currency="CNY", chinese=True).price == "¥4.90 / 千克"
    assert facts(unit=Unit.PIECE, chinese=True).price == "4,90\u00a0€"


def test_a_price_for_a_gram_is_compared_by_the_kilogram() -> None:
    assert facts(unit=Unit.GRAM, price_minor=9).compared == "90,00\u00a0€ / kg"
    assert facts(unit=Unit.KILOGRAM).compared == ""


def test_while_a_sale_is_on_the_regular_price_is_what_it_was() -> None:
    label = facts(sale_minor=390, sale_ends="2026-11-29")
    assert (label.price, label.was) == ("3,90\u00a0€", "4,90\u00a0€")
    over = facts(sale_minor=390, sale_ends="2026-11-28")
    assert (over.price, over.was) == ("4,90\u00a0€", "")


def test_a_product_without_a_price_has_none() -> None:
    assert facts(price_minor=None).price == ""


@pytest.mark.parametrize(("part", "attribute"), [("price", "price"), ("sku", "sku"), ("shelf", "shelf")])
def test_what_is_not_wanted_is_not_said(part: str, attribute: str) -> None:
    assert getattr(facts(ALL_PARTS - {Part(part)}, barcode="96385074"), attribute) == ""


def test_the_number_stands_below_its_own_code_and_nowhere_else() -> None:
    assert facts().sku == ""
    assert facts(sku="茶-1").sku == "茶-1", "a QR code has no text below it"
