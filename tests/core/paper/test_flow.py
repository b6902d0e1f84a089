"""Text and pictures over pages: nothing is lost at a page's end, nothing stands beyond the margins."""

from core.paper.flow import Flow
from core.paper.page import Page, Picture, Words
from core.paper.typefaces import Typefaces

PAPER, MARGIN = (80.0, 60.0), 8.0


def texts(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Words)]


def test_a_long_text_goes_on_on_the_next_page(typefaces: Typefaces) -> None:
    flow = Flow(typefaces, PAPER, MARGIN)
    words = [f"word{number}" for number in range(120)]
    flow.text(" ".join(words), 4.0)
    pages = flow.pages("foot")
    assert len(pages) > 1
    assert " ".join(line for page in pages for line in texts(page)[:-2]).split() == words
    for number, page in enumerate(pages, 1):
        assert texts(page)[-2:] == ["foot", f"{number} / {len(pages)}"]
        for mark in page.marks[:-2]:
            assert isinstance(mark, Words)
            assert MARGIN <= mark.baseline <= PAPER[1] - MARGIN
            assert mark.x + typefaces.width(mark.text) * mark.size <= PAPER[0] - MARGIN + 0.01


def test_a_hash_without_spaces_is_broken_and_whole(typefaces: Typefaces) -> None:
    flow = Flow(typefaces, PAPER, MARGIN)
    flow.fact("SHA-256", "0123456789abcdef" * 8, 3.0, 20.0)
    (page,) = flow.pages("")
    assert "".join(texts(page)[1:-1]).replace("SHA-256", "") == "0123456789abcdef" * 8


def test_pictures_keep_their_shape_and_begin_a_page_where_they_do_not_fit(typefaces: Typefaces) -> None:
    flow = Flow(typefaces, PAPER, MARGIN)
    flow.text("above", 4.0)
    flow.space(12.0)
    flow.pictures([(b"wide", (400, 100)), (b"tall", (100, 400))], 30.0, 4.0)
    first, second = flow.pages("")
    assert texts(first)[0] == "above"
    wide, tall = (mark for mark in second.marks if isinstance(mark, Picture))
    assert (wide.width, wide.height) == (30.0, 7.5)
    assert (tall.width, tall.height) == (7.5, 30.0)
    assert (wide.y, tall.x) == (MARGIN, MARGIN + 34.0)


def test_what_is_kept_together_begins_a_page(typefaces: Typefaces) -> None:
    flow = Flow(typefaces, PAPER, MARGIN)
    flow.text("above", 4.0)
    flow.keep(42.0)
    flow.text("heading", 4.0)
    assert [texts(page)[0] for page in flow.pages("")] == ["above", "heading"]


def test_nothing_says_nothing(typefaces: Typefaces) -> None:
    flow = Flow(typefaces, PAPER, MARGIN)
    flow.text("  ", 4.0)
    (page,) = flow.pages("")
    assert texts(page)[1:] == ["1 / 1"]
