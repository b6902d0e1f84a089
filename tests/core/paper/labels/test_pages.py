"""Labels of several products on sheets, and what is said of them; each code is read off the printed page."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.errors import KnownError
from core.paper.labels.facts import ALL_PARTS, Part
from core.paper.labels.pages import LabelOptions, label_pages
from core.paper.labels.sheets import SHEETS, Sheet, sheet_named
from core.paper.pdf import write_pdf
from core.paper.typefaces import Typefaces
from core.quantities.quantity import NOTHING, Quantity, whole
from core.quantities.units import Unit
from tests.core.paper.labels.priced import priced
from tests.core.paper.printed import PrintedFile

CODES = {  # and how a scanner reads each: a UPC-A has the bars of an EAN-13 that begins with 0
    "4006381333931": ("4006381333931", "EAN-13"),
    "96385074": ("96385074", "EAN-8"),
    "036000291452": ("0036000291452", "EAN-13"),
    "10012345000017": ("10012345000017", "ITF"),
    "MUG-2": ("MUG-2", "Code 128"),
    "杯子": ("杯子", "QR Code"),
    "": ("T-1", "Code 128"),
}
PRODUCTS = [priced(barcode=barcode) for barcode in CODES]


def options(name: str = "L7160", **changes: Any) -> LabelOptions:
    return LabelOptions(sheet_named(name), **{"day": date(2026, 11, 29), **changes})


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.label[0] >= 45], ids=lambda sheet: sheet.name
)
def test_every_code_of_a_printed_sheet_is_read_by_a_scanner(
    sheet: Sheet, tmp_path: Path, typefaces: Typefaces
) -> None:
    found = label_pages(PRODUCTS, options(sheet.name))
    write_pdf(found.pages, typefaces, tmp_path / "labels.pdf")
    printed = PrintedFile(tmp_path / "labels.pdf")
    read = {code for page in range(printed.pages) for code in printed.codes(page)}
    printed.close()
    assert read >= set(CODES.values())


def test_a_used_sheet_goes_on_where_it_was_left() -> None:
    pages = label_pages(PRODUCTS[:1], options(first=21, copies=2)).pages
    assert len(pages) == 2
    last, next_first = (page.marks[0] for page in pages)
    assert (last.x > 100, next_first.x < 30) == (True, True)


def test_a_place_that_the_sheet_does_not_have_is_refused() -> None:
    with pytest.raises(KnownError, match="21 labels"):
        label_pages(PRODUCTS, options(first=22))


def test_a_slip_of_the_keyboard_prints_no_thousand_sheets() -> None:
    with pytest.raises(KnownError, match="5000"):
        label_pages(PRODUCTS, options(copies=1000))


def test_as_many_labels_as_there_are_pieces_and_one_for_what_is_weighed_or_not_counted() -> None:
    shelf = [
        priced(stock=whole(4), barcode="96385074"),
        priced(stock=Quantity(12500), unit=Unit.KILOGRAM, barcode="96385074"),
        priced(stock=None, barcode="96385074"),
        priced(sku="GONE", stock=NOTHING, barcode="96385074"),
    ]
    found = label_pages(shelf, options(copies=None))
    assert found.labels == 6
    assert [str(note) for note in found.notes] == ["Out of stock, and so without a label (1): GONE."]


def test_who_has_no_barcode_is_named() -> None:
    found = label_pages([priced(sku=f"N-{number}") for number in range(7)], options())
    assert str(found.notes[0]) == (
        "Without a barcode, their number is printed as one (7): N-0, N-1, N-2, N-3, N-4, …."
    )


def test_without_a_code_nobody_is_named_for_having_none() -> None:
    assert label_pages([priced()], options(parts=ALL_PARTS - {Part.CODE})).notes == ()


def test_letters_that_the_typeface_lacks_are_told() -> None:
    (note,) = label_pages([priced(title="ชาเขียว", barcode="96385074")], options()).notes
    assert "boxes stand for them (1): T-1" in str(note)
