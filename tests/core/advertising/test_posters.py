"""Posters and leaflets: whatever is on them is on the page, the price reads from afar, dates are said."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from core.advertising.posters.pages import PosterOptions, poster_pages
from core.advertising.posters.templates import TEMPLATES, Template, template_named
from core.advertising.sizes import size_named
from core.advertising.words import Language
from core.errors import KnownError
from core.paper.page import Ink, Picture, Words
from core.paper.pdf import write_pdf
from core.paper.typefaces import Typefaces
from tests.core.advertising.advertised import SALE, SHELF, is_inside, pictures, words_of
from tests.core.paper.printed import PrintedFile

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 24)
PICTURES = pictures(SHELF)


@pytest.mark.parametrize("name", ["A4", "square", "story"])
@pytest.mark.parametrize("count", [2, 5, 19])
def test_nothing_leaves_the_page_however_many_there_are(name: str, count: int, typefaces: Typefaces) -> None:
    options = PosterOptions(
        size=size_named(name),
        language=Language.BOTH,
        first=FIRST,
        last=LAST,
        foot="Corner Shop, 12 Market Street",
    )
    made = poster_pages(SHELF[-count:], PICTURES, options)
    assert len(made.pages) == (2 if count > 12 else 1)
    for page in made.pages:
        assert is_inside(page, typefaces)
        assert "Corner Shop, 12 Market Street" in words_of(page)
    assert sum(isinstance(mark, Picture) for page in made.pages for mark in page.marks) == count - (
        count > 16
    )


@pytest.mark.parametrize("place", [0, 1, 2, 4])
@pytest.mark.parametrize("name", ["A4", "square"])
def test_a_poster_of_one_holds_long_words_large_prices_and_no_picture(
    place: int, name: str, typefaces: Typefaces
) -> None:
    made = poster_pages(SHELF[place : place + 1], PICTURES, PosterOptions(size=size_named(name)))
    assert is_inside(made.pages[0], typefaces)


def test_the_price_is_read_from_afar_and_the_old_one_stands_beside_it(
    tmp_path: Path, typefaces: Typefaces
) -> None:
    made = poster_pages([SALE], PICTURES, PosterOptions(first=FIRST, last=LAST))
    (page,) = made.pages
    figures = next(mark for mark in page.marks if isinstance(mark, Words) and mark.text == "9,")
    assert figures.size > page.height / 9
    write_pdf(made.pages, typefaces, tmp_path / "poster.pdf")
    printed = PrintedFile(tmp_path / "poster.pdf")
    text = " ".join(printed.text().split())
    printed.close()
    for said in ("Special offer", "1–24 December 2026", "Blue mug", "11,90 €", "−20 %"):
        assert said in text


def test_prices_are_those_of_its_first_day() -> None:
    later = replace(SALE, sale_starts="2026-12-01")
    before = words_of(poster_pages([later], PICTURES, PosterOptions(today=date(2026, 11, 29))).pages[0])
    on_it = words_of(poster_pages([later], PICTURES, PosterOptions(first=FIRST)).pages[0])
    assert ("11," in before, "9," in on_it) == (True, True)
    assert "−20 %" not in before


def test_a_lower_price_that_ends_too_early_is_told() -> None:
    made = poster_pages([SALE], PICTURES, PosterOptions(first=FIRST, last=date(2026, 12, 31)))
    assert "The lower price ends before the poster's last day (1): MUG-2." in map(str, made.notes)


def test_the_shops_own_headline_stands_in_for_the_templates() -> None:
    (page,) = poster_pages([SALE], PICTURES, PosterOptions(headline="Winter is here")).pages
    assert "Winter is here" in words_of(page)
    assert "Special offer" not in words_of(page)


def test_a_headline_that_nobody_could_read_is_refused() -> None:
    poster_pages([SALE], PICTURES, PosterOptions(headline="x" * 80, foot="y" * 160))
    with pytest.raises(KnownError, match="80 signs can be read there, and these are 81"):
        poster_pages([SALE], PICTURES, PosterOptions(headline="x" * 81))
    with pytest.raises(KnownError, match="160 signs"):
        poster_pages([SALE], PICTURES, PosterOptions(foot="y" * 161))


def test_letters_that_the_typeface_lacks_are_told() -> None:
    made = poster_pages([SALE], PICTURES, PosterOptions(headline="ชาเขียว", today=FIRST))
    assert "boxes stand for them" in str(made.notes[0])


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_letters_stand_out_from_their_ground(template: Template) -> None:
    for ground, letters in (
        (template.ground, template.on_ground),
        (template.tile, template.on_tile),
        (template.plate, template.on_plate),
    ):
        lights = sorted((_light(ground), _light(letters)))
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5


def test_templates_differ_and_one_that_is_not_there_is_refused() -> None:
    assert all(one.ground != other.ground for one, other in pairwise(TEMPLATES))
    with pytest.raises(KnownError, match="offer, new"):
        template_named("sale")


def _light(ink: Ink) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in ink)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
