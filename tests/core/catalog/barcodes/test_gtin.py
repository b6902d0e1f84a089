"""Numbers of trade goods: told by length and check digit, in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.barcodes.gtin import (
    Symbology,
    check_digit,
    checks,
    gtin_of_isbn,
    readings,
    shortest,
    symbology,
    upc_a_of_upc_e,
)


@pytest.mark.parametrize(
    ("barcode", "kind"),
    [
        ("4006381333931", Symbology.EAN_13),
        ("036000291452", Symbology.UPC_A),
        ("96385074", Symbology.EAN_8),
        ("04252614", Symbology.UPC_E),
        ("10012345678902", Symbology.GTIN_14),
        ("4006381333932", None),
        ("123", None),
        ("٤٠٠٦٣٨١٣٣٣٩٣١", None),
        ("0000000000000", None),
    ],
)
def test_a_number_is_told_by_its_length_and_check_digit(barcode: str, kind: Symbology | None) -> None:
    assert symbology(barcode) is kind


@pytest.mark.parametrize(
    ("digits", "numbers"),
    [
        ("06541238", ("065400000128",)),  # UPC-E
        ("6541238", ("065400000128",)),  # the same, its zero lost
        ("0000040170725", ("40170725",)),
        ("00000096385074", ("96385074",)),
        ("12345678905", ("012345678905",)),
        ("04006381333993", ("4006381333993",)),
        ("10614141000415", ("10614141000415",)),
        ("01234565", ("01234565", "012345000065")),  # an EAN-8, or a UPC-E
        ("5012345678901", ()),
        ("654123", ()),
    ],
)
def test_zeros_before_a_number_do_not_count(digits: str, numbers: tuple[str, ...]) -> None:
    assert readings(digits) == numbers


@given(st.text("0123456789", min_size=7, max_size=13).filter(lambda digits: digits.strip("0")))
def test_a_completed_number_checks_one_wrong_digit_does_not_and_its_zeros_are_free(digits: str) -> None:
    number = digits + check_digit(digits)
    assert checks(number)
    wrong = str((int(number[3]) + 1) % 10)
    assert not checks(number[:3] + wrong + number[4:])
    assert len(shortest(number)) in (8, 12, 13, 14)
    for length in range(8, 15):
        if length >= len(number.lstrip("0")):
            assert shortest(number) in readings(number.lstrip("0").zfill(length))


@given(
    st.sampled_from("01"), st.text("0123456789", min_size=6, max_size=6).filter(lambda body: body.strip("0"))
)
def test_a_upc_e_is_the_upc_a_that_it_stands_for(system: str, body: str) -> None:
    check = check_digit(upc_a_of_upc_e(f"{system}{body}0")[:-1])
    assert shortest(upc_a_of_upc_e(system + body + check)) in readings(system + body + check)


@pytest.mark.parametrize(
    ("isbn", "number"),
    [("0306406152", "9780306406157"), ("080442957X", "9780804429573"), ("0306406153", None), ("12", None)],
)
def test_an_isbn_of_ten_digits_is_the_ean_13_of_the_book(isbn: str, number: str | None) -> None:
    assert gtin_of_isbn(isbn) == number
