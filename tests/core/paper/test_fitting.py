"""A title fits its place: it shrinks, it wraps, and only then it ends in an ellipsis."""

from hypothesis import given
from hypothesis import strategies as st

from core import paths
from core.paper.fitting import LINE, Fitted, fit
from core.paper.typefaces import Typefaces

TYPEFACES = Typefaces(paths.resources() / "fonts")


def fitted(text: str, width: float = 30.0, height: float = 8.0, lines: int = 2) -> Fitted:
    return fit(text, TYPEFACES, width=width, height=height, largest=4.0, smallest=1.7, lines=lines)


def test_a_short_title_has_the_largest_size_and_one_line() -> None:
    assert fitted("Tea") == Fitted(("Tea",), 4.0)


def test_a_longer_one_is_smaller_and_wraps_between_words() -> None:
    title = fitted("Extra-virgin olive oil from Lucca")
    assert len(title.lines) == 2
    assert " ".join(title.lines) == "Extra-virgin olive oil from Lucca"
    assert 1.7 < title.size < 4.0


def test_a_number_stays_with_its_unit() -> None:
    assert fitted("Sardines in olive oil 400 g", width=26).lines[-1].endswith("400 g")
    title = fit(
        "Barnpantry Sardines 400 g", TYPEFACES, width=47, height=12, largest=4.0, smallest=4.0, lines=2
    )
    assert title.lines == ("Barnpantry Sardines", "400 g")


def test_chinese_wraps_between_its_signs_but_no_line_begins_with_a_comma() -> None:
    title = fitted("农夫山泉饮用天然水，家庭办公室用水", width=20)
    assert "".join(title.lines) == "农夫山泉饮用天然水，家庭办公室用水"
    assert len(title.lines) == 2
    assert not title.lines[1].startswith("，")


def test_a_word_that_is_too_long_shrinks_before_it_is_broken() -> None:
    assert fitted("Schifffahrtsgesellschaft").lines == ("Schifffahrtsgesellschaft",)
    broken = fitted("Donaudampfschifffahrtsgesellschaftskapitänsmütze", width=26)
    assert "".join(broken.lines) == "Donaudampfschifffahrtsgesellschaftskapitänsmütze"


def test_what_is_too_much_is_cut_and_said_to_be() -> None:
    title = fitted("word " * 60)
    assert title.is_cut
    assert title.lines[-1].endswith("word…")


@given(st.text(max_size=120), st.floats(5, 90), st.floats(2.1, 30), st.integers(1, 4))
def test_nothing_ever_leaves_its_place(text: str, width: float, height: float, lines: int) -> None:
    title = fitted(text, width, height, lines)
    assert len(title.lines) <= lines
    assert len(title.lines) * LINE * title.size <= height + 1e-6
    assert all(TYPEFACES.width(line) * title.size <= width + 1e-6 for line in title.lines)
