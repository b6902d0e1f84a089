"""A product's card as a customer gets it: on paper, as a picture, beside others."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from core.advertising.cards.pages import CardOptions, card_pages
from core.advertising.sizes import PageSize, size_named
from core.advertising.words import Language
from core.paper.page import Picture, Words
from core.paper.pdf import write_pdf
from core.paper.picture_file import write_pictures
from core.paper.typefaces import Typefaces
from tests.core.advertising.advertised import SALE, SHELF, is_inside, pictures, words_of
from tests.core.paper.printed import PrintedFile

DAY = date(2026, 11, 29)
PICTURES = pictures(SHELF)


def test_a_printed_card_says_what_a_customer_asks_for_and_its_code_is_read(
    tmp_path: Path, typefaces: Typefaces
) -> None:
    made = card_pages([SALE], PICTURES, CardOptions(day=DAY))
    write_pdf(made.pages, typefaces, tmp_path / "card.pdf")
    printed = PrintedFile(tmp_path / "card.pdf")
    text = " ".join(printed.text().split())
    codes, size = printed.codes(), printed.size_mm()
    printed.close()
    assert codes == {("4006381333931", "QR Code")}
    assert size == pytest.approx((105, 148), abs=0.1)
    for said in (
        "Claypot",
        "Blue mug",
        "11,90 €",
        "Size 350 ml",
        "A3-4",
        "Until 24 December 2026",
        "MUG-2",
        "−20 %",
    ):
        assert said in text
    assert made.notes == ()


@pytest.mark.parametrize("size", [size_named("A5"), size_named("square")], ids=lambda size: size.name)
def test_a_picture_of_it_is_as_wide_as_its_size_says_and_its_code_is_read(
    size: PageSize, tmp_path: Path, typefaces: Typefaces
) -> None:
    made = card_pages([SALE], PICTURES, CardOptions(size, day=DAY))
    (file,) = write_pictures(made.pages, typefaces, tmp_path / "card.png", size.pixels)
    with Image.open(file) as picture:
        assert picture.width == size.pixels
        assert picture.height == pytest.approx(size.pixels * size.height / size.width, abs=1)
        read = zxingcpp.read_barcodes(np.asarray(picture.convert("L")))
    assert [code.text for code in read] == ["4006381333931"]


@pytest.mark.parametrize("language", Language)
def test_it_speaks_the_customers_languages(language: Language) -> None:
    (page,) = card_pages([SALE], PICTURES, CardOptions(language=language, day=DAY)).pages
    words = words_of(page)
    assert ("Blue mug" in words, "Until 24 December 2026" in words) == (language is not Language.CHINESE,) * 2
    assert ("蓝色马克杯" in words, "截至2026年12月24日" in words) == (language is not Language.ENGLISH,) * 2


def test_several_are_compared_with_their_prices_at_one_height() -> None:
    made = card_pages(SHELF[3:6], PICTURES, CardOptions(day=DAY))
    (page,) = made.pages
    assert (page.width, page.height) == (297, 210)
    figures = {"23.", "12,345,678.", "4,"}
    prices = [mark for mark in page.marks if isinstance(mark, Words) and mark.text in figures]
    assert len(prices) == 3
    assert [mark.x for mark in prices] == sorted(mark.x for mark in prices)
    assert prices[0].baseline == pytest.approx(prices[2].baseline)


def test_apart_each_has_a_page() -> None:
    made = card_pages(SHELF[:3], PICTURES, CardOptions(together=False, day=DAY))
    assert [(page.width, page.height) for page in made.pages] == [(105, 148)] * 3


@pytest.mark.parametrize("size", [None, *map(size_named, ("A6", "square"))])
@pytest.mark.parametrize("language", [Language.BOTH])
def test_nothing_leaves_the_page_whatever_a_product_is_called(
    size: PageSize | None, language: Language, typefaces: Typefaces
) -> None:
    made = card_pages(SHELF, PICTURES, CardOptions(size, language, day=DAY))
    assert len(made.pages) == 5
    assert all(is_inside(page, typefaces) for page in made.pages)


def test_what_is_missing_is_told_and_a_letter_stands_in_for_a_photo() -> None:
    made = card_pages(SHELF[2:3], PICTURES, CardOptions(day=DAY))
    assert [str(note) for note in made.notes] == [
        "Without a picture that customers may be shown (1): N-3.",
        "Without a price (1): N-3.",
    ]
    assert not any(isinstance(mark, Picture) for mark in made.pages[0].marks)
