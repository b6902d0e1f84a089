"""The code on a label is what the product has, and its bars are as wide as its printer's dots."""

import pytest

from core.paper.symbols import drawn, least_width, module_size, symbol_of
from tests.core.paper.labels.priced import priced


@pytest.mark.parametrize(
    ("barcode", "kind", "text"),
    [
        ("4006381333931", "EAN-13", "4006381333931"),
        ("96385074", "EAN-8", "96385074"),
        ("036000291452", "UPC-A", "036000291452"),
        ("10012345000017", "GTIN-14", "10012345000017"),
        ("MUG-BLUE-2", "Code 128", "MUG-BLUE-2"),
        ("杯子", "QR", "杯子"),
        ("https://id.example/01/04006381333931", "QR", "https://id.example/01/04006381333931"),
        ("MUG-2, 4006381333931", "EAN-13", "4006381333931"),
    ],
)
def test_a_product_carries_the_code_that_it_has(barcode: str, kind: str, text: str) -> None:
    symbol = symbol_of(priced(barcode=barcode))
    assert (symbol.kind, symbol.text, symbol.is_sku) == (kind, text, False)


def test_without_a_barcode_the_number_of_the_product_is_its_code() -> None:
    symbol = symbol_of(priced(sku="T-1"))
    assert (symbol.kind, symbol.text, symbol.is_sku) == ("Code 128", "T-1", True)


@pytest.mark.parametrize("dots_per_inch", [203, 300, 600])
def test_a_module_is_a_whole_number_of_dots(dots_per_inch: int) -> None:
    symbol, dot = symbol_of(priced(barcode="4006381333931")), 25.4 / dots_per_inch
    module = module_size(symbol, 45.0, dot)
    assert module / dot == pytest.approx(round(module / dot))
    assert least_width(symbol, dot) / symbol.columns / dot == pytest.approx(
        round(least_width(symbol, dot) / symbol.columns / dot)
    )


def test_a_module_on_too_small_a_label_is_as_large_as_may_be() -> None:
    symbol = symbol_of(priced(barcode="4006381333931"))
    assert module_size(symbol, 11.3, 0.2) == pytest.approx(0.1)


def test_bars_keep_their_light_margins() -> None:
    symbol = symbol_of(priced(barcode="4006381333931"))
    boxes = drawn(symbol, 0.0, 0.0, 0.3, 10.0)
    assert boxes[0].x == pytest.approx(11 * 0.3)
    assert boxes[-1].x + boxes[-1].width == pytest.approx((11 + 95) * 0.3)
