"""Barcodes as tables, people and scanners give them, in the one form that the catalog keeps."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.barcodes.gtin import check_digit
from core.catalog.barcodes.written import barcode_problem, clean_barcode, code_keys, read_barcode


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("4 006381 333931", "4006381333931"),
        ("4-006381-333931", "4006381333931"),
        ("'4006381333931", "4006381333931"),
        (" 4006381333931 ", "4006381333931"),
        ("０-12345-67890-5", "012345678905"),
        ("٤٠٠٦٣٨١٣٣٣٩٦٢", "4006381333962"),
        ('="5012345678900"', "5012345678900"),
        ("EAN 4006381333979", "4006381333979"),
        ("UPC-A: 036000291452", "036000291452"),
        ("EAN4006381333979", "4006381333979"),
        ("]E04006381333986", "4006381333986"),
        ("(01)04006381333993(17)271231", "4006381333993"),
        ("0104006381333993", "4006381333993"),
        ("4006381333931, 4006381333948", "4006381333931, 4006381333948"),
        ("LBL-0042", "LBL-0042"),
        ("BOX / 7", "BOX / 7"),
        ("https://shop.example/p/4006381333931", "https://shop.example/p/4006381333931"),
        ("", ""),
    ],
)
def test_what_is_only_written_otherwise_is_brought_to_one_form_without_a_word(
    written: str, kept: str
) -> None:
    assert (read_barcode(written).text, read_barcode(written).notes) == (kept, ())


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("12345678905", "012345678905"),
        ("5012345678917.0", "5012345678917"),
        ("12345678905.00", "012345678905"),
        ("5.012345678917E+12", "5012345678917"),
        ("5,012345678917E12", "5012345678917"),
        ("0-306-40615-2", "9780306406157"),
        ("080442957x", "9780804429573"),
        ("977123456700315", "9771234567003"),
        ("4006381333931/4006381333948", "4006381333931, 4006381333948"),
        ("4006381333931 4006381333948", "4006381333931, 4006381333948"),
        ("4006381333931;LBL-1", "4006381333931, LBL-1"),
        ("4006381333931 | -", "4006381333931"),
        ("4006381333931\n4006381333948", "4006381333931, 4006381333948"),
        ("*4006381333931*", "4006381333931"),
        ("4.006.381.333.931", "4006381333931"),
        ("4,006,381,333,931", "4006381333931"),
        ("4006381333931 (Karton: 14006381333938)", "4006381333931, 14006381333938"),
        ("alt: 4006381333931", "4006381333931"),
    ],
)
def test_what_a_check_digit_proves_is_mended_and_told(written: str, kept: str) -> None:
    found = read_barcode(written)
    assert found.text == kept
    (note,) = found.notes
    assert kept in str(note)


@pytest.mark.parametrize("written", ["0", "0000000000000"])
def test_zeros_alone_are_no_barcode(written: str) -> None:
    found = read_barcode(written)
    assert found.text == "" and "no barcode" in str(found.notes[0])


@pytest.mark.parametrize(
    ("barcode", "says"),
    [
        ("4006381333932", "check digit"),
        ("123", "3 digits"),
        ("abc", "more than digits"),
        ("4.00638E+12", "spreadsheet"),  # 4006380000000 checks, by chance: its last digits are lost
        ("4,00638E+12", "spreadsheet"),
        ("4006381333931, 4006381333949", "check digit"),
    ],
)
def test_what_nothing_proves_is_kept_and_told_why(barcode: str, says: str) -> None:
    assert clean_barcode(barcode) == barcode
    assert says in str(barcode_problem(barcode))


@pytest.mark.parametrize("barcode", ["", "4006381333931", "4006381333931, 96385074", "01234565"])
def test_a_right_barcode_is_no_problem(barcode: str) -> None:
    assert barcode_problem(barcode) is None


def test_a_number_with_two_readings_is_found_by_both() -> None:
    assert set(code_keys("01234565")) == {"01234565", "012345000065"}
    assert code_keys("012345000065") == ["012345000065"]


WRITINGS: dict[str, Callable[[str], str]] = {
    "as it is": lambda number: number,
    "zeros lost": lambda number: number.lstrip("0"),
    "zeros added": lambda number: number.zfill(14),
    "protected": lambda number: f'="{number}"',
    "as a number": lambda number: f"{int(number)}.0",
    "in groups": lambda number: f"{number[:1]} {number[1:7]}-{number[7:]}",
    "named": lambda number: f"EAN: {number}",
    "as fields": lambda number: f"(01){number.zfill(14)}(10)AB",
    "as fields without brackets": lambda number: f"01{number.zfill(14)}3103001750",
    "as a scanner names it": lambda number: f"]E0{number}",
    "as a link": lambda number: f"https://id.gs1.org/01/{number.zfill(14)}/10/AB?17=271231",
    "full-width": lambda number: "".join(chr(0xFF10 + int(digit)) for digit in number),
}


@given(st.integers(10**8, 10**13 - 1), st.sampled_from(sorted(WRITINGS)))
def test_however_a_number_is_written_it_is_kept_and_found_alike(body: int, how: str) -> None:
    digits = str(body)
    number = clean_barcode((digits + check_digit(digits)).zfill(12))
    written = WRITINGS[how](number)
    assert set(code_keys(number)) & set(code_keys(written))
    if len(number.lstrip("0")) > 10:  # ten digits may be a book's number too
        assert clean_barcode(written) == number


@given(st.text(max_size=40) | st.text("0123456789 ,;/-.E+X=\"'()]", max_size=40))
def test_what_was_cleaned_is_clean_and_nothing_breaks_it(text: str) -> None:
    once = clean_barcode(text)
    assert clean_barcode(once) == once
    assert set(code_keys(once)) <= set(code_keys(text)) | set(code_keys(once))
    assert read_barcode(text).problem == barcode_problem(once)
