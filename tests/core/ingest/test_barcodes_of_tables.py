"""Barcodes from a merchant's table to the scan that finds the product."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalog.lists.text_search import Why, find_products
from core.catalog.products.products import product_by_sku, products_by_ids
from core.imaging.barcode_reading import read_barcodes
from core.ingest.table import import_table
from core.search.witnesses.barcode import barcode_of, products_of_code
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.imaging.barcode_photos import label, photo_with

TABLE = '''sku,title,barcode
E1,UPC-E snack,06541238
E2,EAN8 gum,96385074
E3,EAN8 padded,0000040170725
E4,Cheese by weight,2100001000004
E5,Lost zero milk,12345678905
E6,Case of 12,10614141000415
E9,Dashes,0-12345-67890-5
E10,Two codes,"4006381333931, 4006381333948"
E11,ISBN-10,0-306-40615-2
E12,Shop label,LBL-0042
E15,Trailing .0,4006381333955.0
E16,Arabic digits,٤٠٠٦٣٨١٣٣٣٩٦٢
E17,Zeros,0000000000000
E19,Text form,EAN 4006381333979
E20,Twin A,4006381333986
E21,Twin B,4006381333986
E22,GTIN14 of EAN,04006381333993
E23,Protected,"=""5012345678900"""
E24,Full-width,５０１２３４５６７８９４８
'''


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("codes")
    (folder / "bc.csv").write_text(TABLE, encoding="utf-8")
    with open_shop(folder / "shop", create=True) as opened:
        notes = import_table(opened, folder / "bc.csv").skipped
        told = {int(note.row): str(note.reason) for note in notes}
        assert "012345678905" in told[6] and "9780306406157" in told[10] and "4006381333955" in told[12]
        assert "no barcode" in told[14] and set(told) == {6, 10, 11, 12, 14}  # 11: a label is no number
        yield opened


@pytest.mark.parametrize(
    ("scanned", "skus"),
    [
        ("065400000128", {"E1"}),
        ("0065400000128", {"E1"}),
        ("06541238", {"E1"}),
        ("40170725", {"E3"}),
        ("0000096385074", {"E2"}),
        ("00000096385074", {"E2"}),
        ("012345678905", {"E5", "E9"}),
        ("12345678905", {"E5", "E9"}),
        ("4006381333948", {"E10"}),
        ("4006381333931", {"E10"}),
        ("9780306406157", {"E11"}),
        ("LBL-0042", {"E12"}),
        ("4006381333955", {"E15"}),
        ("4006381333962", {"E16"}),
        ("4006381333979", {"E19"}),
        ("]E04006381333986", {"E20", "E21"}),
        ("(01)04006381333993(17)271231", {"E22"}),
        ("0104006381333993", {"E22"}),
        ("5012345678900", {"E23"}),
        ("5012345678948", {"E24"}),
    ],
)
def test_a_scan_finds_the_product_however_the_table_wrote_its_code(
    shop: Shop, scanned: str, skus: set[str]
) -> None:
    hits = find_products(shop.catalog, scanned)
    assert {hit.why for hit in hits} == {Why.NUMBER}
    found = products_by_ids(shop.catalog, [hit.product_id for hit in hits])
    assert {product.sku for product in found} == skus
    assert {product.sku for product in products_of_code(shop, scanned)} == skus


@pytest.mark.parametrize(
    ("printed", "kind", "sku"),
    [
        ("06541238", "UPCE", "E1"),
        ("40170725", "EAN8", "E3"),
        ("012345678905", "UPCA", "E5"),
        ("(01)04006381333993(17)271231(10)AB", "Code128", "E22"),
        ("(01)04006381333993(3103)001750", "DataBarExp", "E22"),
        ("04006381333993", "DataBarOmni", "E22"),
        ("4006381333993", "QRCode", "E22"),
        ("https://id.gs1.org/01/04006381333993/10/AB", "QRCode", "E22"),
        ("10614141000415", "ITF14", "E6"),
    ],
)
def test_a_code_on_a_picture_finds_the_product(shop: Shop, printed: str, kind: str, sku: str) -> None:
    picture = photo_with(label(printed, kind), share=0.7)
    code = barcode_of(shop, [(read.code, read.is_sure) for read in read_barcodes(picture)])
    assert products_of_code(shop, code)[0].sku == sku


def test_importing_again_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "again.csv").write_text(TABLE, encoding="utf-8")
    report = import_table(shop, tmp_path / "again.csv")
    assert (report.updated, report.unchanged) == (0, 19)
    two = product_by_sku(shop.catalog, "E10")
    assert two is not None and two.barcode == "4006381333931, 4006381333948"
