"""Barcodes: told by length and check digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.products.barcodes import (
    Symbology,
    barcode_problem,
    check_digit,
    clean_barcode,
    same_barcodes,
    symbology,
)


@pytest.mark.parametrize(
    ("barcode", "kind"),
    [
        ("4006381333931", Symbology.EAN_13),
        ("036000291452", Symbology.UPC_A),
        ("96385074", Symbology.EAN_8),
        ("04252614", Symbology.UPC_E),
        ("10012345678902", Symbology.GTIN_14),
    ],
)
def test_good_barcodes_are_recognised(barcode: str, kind: Symbology) -> None:
    assert symbology(barcode) is kind
    assert barcode_problem(barcode) is None


@pytest.mark.parametrize(
    ("barcode", "says"),
    [
        ("4006381333932", "check digit"),
        ("123", "3 digits"),
        ("abc", "more than digits"),
        ("4.00638E+12", "spreadsheet"),
        ("4,00638E+12", "spreadsheet"),
        ("٤٠٠٦٣٨١٣٣٣٩٣١", "more than digits"),
        ("0000000000000", "check digit"),
    ],
)
def test_a_bad_barcode_is_told_why(barcode: str, says: str) -> None:
    assert symbology(barcode) is None
    assert says in str(barcode_problem(barcode))


def test_no_barcode_is_no_problem() -> None:
    assert barcode_problem("") is None


@pytest.mark.parametrize(
    "written", ["4 006381 333931", "4-006381-333931", "'4006381333931", " 4006381333931 "]
)
def test_separators_of_a_barcode_do_not_count(written: str) -> None:
    assert clean_barcode(written) == "4006381333931"


def test_a_upc_e_is_the_same_as_the_upc_a_it_stands_for() -> None:
    assert "042100005264" in same_barcodes("04252614")


@given(st.text(alphabet="0123456789", min_size=11, max_size=13).filter(lambda digits: digits.strip("0")))
def test_a_completed_number_checks_and_one_wrong_digit_does_not(digits: str) -> None:
    number = digits + check_digit(digits)
    assert symbology(number) is not None
    wrong = str((int(number[3]) + 1) % 10)
    assert symbology(number[:3] + wrong + number[4:]) is None
