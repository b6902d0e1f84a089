"""Lines of a text to cells, with the quotation marks that programs write around some of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.tables.files.text_rows import _neat_cells, _quoted_cells, text_rows


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('a,"b, c",d', ["a", "b, c", "d"]),
        ('"a","b, c"', ["a", "b, c"]),
        (',"b, c",', ["", "b, c", ""]),
        ('a,,"b, c",,d', ["a", "", "b, c", "", "d"]),
        ('"",a,""', ["", "a", ""]),
        ('"a ""b"" c",d', ['a "b" c', "d"]),
        ('"a" , "b",c', ["a", "b", "c"]),
        ('"a, b", c ,"d"', ["a, b", " c ", "d"]),
        ('a,24" bar,24" bar', ["a", '24" bar', '24" bar']),
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_cell_in_quotation_marks_is_what_stands_between_them(line: str, cells: list[str], end: str) -> None:
    assert list(text_rows(line + end, 0, ",")) == [cells]


PIECES = ('"a, b"', ',"",', ';"a";', '"', '""', ",", ";", "\t", "|", "a", "é 0", " ", "\\")


@given(
    st.sampled_from(",;\t|"),
    st.lists(st.sampled_from(PIECES)).map("".join),
    st.sampled_from(["", "\n", "\r\n"]),
)
def test_a_line_that_is_cut_at_its_marks_alone_is_cut_as_any_other(sign: str, text: str, end: str) -> None:
    """The quick way, for lines as programs write them, says the same or nothing."""
    line = text + '"' * (text.count('"') % 2) + end
    assert _neat_cells(line, sign) in (None, _quoted_cells(line, sign))
