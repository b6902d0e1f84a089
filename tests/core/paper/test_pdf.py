"""The PDF as other programs see it: its size, its words, its bars."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import KnownError
from core.paper.page import Box, Page, Picture, Words, grey
from core.paper.pdf import pdf, write_pdf
from core.paper.typefaces import Typefaces
from tests.core.paper.printed import PrintedFile

PAGE = Page(
    60.0,
    40.0,
    (
        Words(5.0, 10.0, 4.0, "Öl & “tea” — 12,50 €"),
        Words(5.0, 20.0, 4.0, "绿茶 500克", is_bold=True),
        Box(10.0, 30.0, 20.0, 5.0),
        Box(40.0, 30.0, 10.0, 5.0, grey(0.5)),
    ),
)


@pytest.fixture
def printed(tmp_path: Path, typefaces: Typefaces) -> PrintedFile:
    write_pdf([PAGE, PAGE], typefaces, tmp_path / "page.pdf")
    return PrintedFile(tmp_path / "page.pdf")


def test_its_pages_have_their_true_size(printed: PrintedFile) -> None:
    assert printed.pages == 2
    assert printed.size_mm() == pytest.approx((60, 40), abs=0.01)


def test_its_words_can_be_searched_in_both_scripts(printed: PrintedFile) -> None:
    assert "Öl & “tea” — 12,50 €" in printed.text()
    assert "绿茶 500克" in printed.text()


def test_boxes_and_letters_stand_where_they_were_put(printed: PrintedFile) -> None:
    dark = 255 - np.asarray(printed.picture()).astype(int)
    assert dark[30 * 12 + 3 : 35 * 12 - 3, 10 * 12 + 3 : 30 * 12 - 3].min() > 250
    assert dark[32 * 12, 45 * 12] == pytest.approx(128, abs=3)
    assert dark[7 * 12 : 10 * 12, 5 * 12 : 9 * 12].max() > 250, "the first letter"
    assert dark[17 * 12 : 20 * 12, 5 * 12 : 9 * 12].max() > 250, "the first sign"
    assert dark[: 6 * 12].max() == 0


def test_the_same_pages_are_the_same_bytes(typefaces: Typefaces) -> None:
    assert pdf([PAGE], typefaces, "Labels") == pdf([PAGE], typefaces, "Labels")


def test_viewers_are_asked_not_to_shrink_it(typefaces: Typefaces) -> None:
    assert b"/PrintScaling /None" in pdf([PAGE], typefaces, "Labels")


def test_only_the_glyphs_that_are_used_are_in_it(typefaces: Typefaces) -> None:
    assert len(pdf([PAGE], typefaces, "Labels")) < 30_000


def test_a_picture_fills_its_place_and_is_in_the_file_once(tmp_path: Path, typefaces: Typefaces) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 20), (128, 128, 128)).save(buffer, "JPEG")
    twice = tuple(Picture(10.0, y, 20.0, 10.0, buffer.getvalue(), (40, 20)) for y in (5.0, 25.0))
    write_pdf([Page(60.0, 40.0, twice)], typefaces, tmp_path / "pictures.pdf")
    printed = PrintedFile(tmp_path / "pictures.pdf")
    light = np.asarray(printed.picture()).astype(int)
    printed.close()
    assert light[10 * 12, 20 * 12] == light[30 * 12, 20 * 12] == pytest.approx(128, abs=3)
    assert light[20 * 12, 20 * 12] == light[10 * 12, 32 * 12] == 255
    assert (tmp_path / "pictures.pdf").read_bytes().count(b"/DCTDecode") == 1


def test_nothing_to_print_is_no_file(tmp_path: Path, typefaces: Typefaces) -> None:
    with pytest.raises(KnownError, match="nothing to print"):
        write_pdf([], typefaces, tmp_path / "none.pdf")
    assert not (tmp_path / "none.pdf").exists()


def test_what_is_no_pdf_is_not_replaced(tmp_path: Path, typefaces: Typefaces) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_text("Dear Ann")
    with pytest.raises(KnownError, match="something else"):
        write_pdf([PAGE], typefaces, letter)
    write_pdf([PAGE], typefaces, letter, replace=True)
    write_pdf([PAGE], typefaces, letter)
