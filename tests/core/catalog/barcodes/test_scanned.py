"""What a scanner hands over: the article's number, whatever stands around it."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.catalog.barcodes.gtin import check_digit, shortest, upc_a_of_upc_e
from core.catalog.barcodes.scanned import fields, number_in_scan
from core.catalog.barcodes.written import code_keys
from core.imaging.barcode_reading import read_barcodes

NUMBER = "04006381333993"


@pytest.mark.parametrize(
    ("scanned", "number"),
    [
        (f"(01){NUMBER}(17)271231(10)AB", NUMBER),
        (f"01{NUMBER}1727123110AB", NUMBER),
        (f"]C101{NUMBER}10AB-7\x1d17271231", NUMBER),
        (f"]e001{NUMBER}3103001750", NUMBER),
        (f"\x1d17271231\x1d01{NUMBER}", NUMBER),
        (f"(00)340123450000000000(02){NUMBER}(37)12", NUMBER),
        (f"https://id.gs1.org/01/{NUMBER}/10/AB?17=271231", NUMBER),
        (f"HTTPS://EXAMPLE.COM/some/path/01/{NUMBER}", NUMBER),
        ("https://example.com/gtin/4006381333993", NUMBER),
        ("]E04006381333993", "4006381333993"),
        ("4006381333993", None),
        ("F-0012", None),
        (f"(01){NUMBER[:-1]}4", None),  # a wrong check digit
        (f"01{NUMBER[:-1]}4", None),
        ("https://example.com/01/12", None),
        ("https://[/01/04006381333993", None),
        ("(01)(17)", None),
    ],
)
def test_the_article_s_number_is_found_among_the_fields(scanned: str, number: str | None) -> None:
    assert number_in_scan(scanned) == number


def test_the_other_fields_are_told_apart_by_their_lengths_and_separators() -> None:
    assert fields(f"01{NUMBER}310300175010L7\x1d3922150") == {
        "01": NUMBER, "3103": "001750", "10": "L7", "3922": "150"
    }  # fmt: skip


def test_fields_that_are_cut_off_are_not_guessed() -> None:
    assert fields(f"01{NUMBER}3103001") == {}


def printed(content: str, kind: str) -> Image.Image:
    import zxingcpp

    barcode = zxingcpp.create_barcode(content, getattr(zxingcpp.BarcodeFormat, kind))
    return Image.fromarray(np.array(barcode.to_image(scale=4)))


KINDS: dict[str, tuple[int, Callable[[str], str]]] = {
    "EAN13": (12, lambda number: number),
    "EAN8": (7, lambda number: number),
    "UPCA": (11, lambda number: number),
    "ITF14": (13, lambda number: number),
    "DataBarOmni": (13, lambda number: number),
    "DataBarExp": (13, lambda number: f"(01){number}(3103)001750(10)L-7"),
    "DataBarExpStk": (13, lambda number: f"(01){number}(17)271231(10)AB"),
    "Code128": (13, lambda number: f"(01){number}(17)271231"),
    "QRCode": (13, lambda number: f"https://id.gs1.org/01/{number}/21/7"),
}


@settings(max_examples=60)
@given(st.data(), st.sampled_from(sorted(KINDS)))
def test_what_is_printed_is_read_and_means_the_number(data: st.DataObject, kind: str) -> None:
    length, content = KINDS[kind]
    digits = data.draw(st.text("0123456789", min_size=length, max_size=length).filter(lambda d: d.strip("0")))
    number = digits + check_digit(digits)
    reads = read_barcodes(printed(content(number), kind))
    assert len(reads) == 1
    assert shortest(number) in code_keys(reads[0].code)


@settings(max_examples=20)
@given(st.sampled_from("01"), st.from_regex(r"[1-9][0-9]{4}[0-2]|[0-9]{4}[1-9][5-9]", fullmatch=True))
def test_a_printed_upc_e_means_what_its_eight_digits_mean(system: str, body: str) -> None:
    check = check_digit(upc_a_of_upc_e(f"{system}{body}0")[:-1])
    reads = read_barcodes(printed(system + body + check, "UPCE"))
    assert reads and set(code_keys(reads[0].code)) & set(code_keys(system + body + check))
