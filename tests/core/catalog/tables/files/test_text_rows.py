"""Lines of a text to cells, with the quotation marks that programs write around some of them."""

import pytest

from core.catalog.tables.files.text_rows import text_rows


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
