"""Lines side by side are one row."""

from core.label.lines import Line
from core.moderation.writing.rows import rows_of


def line(text: str, left: float, top: float, right: float, bottom: float) -> Line:
    return Line(text, ((left, top), (right, top), (right, bottom), (left, bottom)), 0.9)


def test_a_number_and_what_it_is_are_one_row() -> None:
    rows = rows_of([line("abc_12345", 130, 12, 300, 40), line("微信", 20, 10, 110, 40)])
    assert [(row.text, row.box) for row in rows] == [("微信 abc_12345", (20, 10, 300, 40))]


def test_lines_below_one_another_or_far_apart_are_not() -> None:
    rows = rows_of([line("one", 20, 10, 60, 30), line("two", 20, 40, 60, 60), line("far", 400, 10, 440, 30)])
    assert [row.text for row in rows] == ["one", "far", "two"]


def test_full_width_digits_are_digits() -> None:
    assert rows_of([line("１３８", 0, 0, 9, 9)])[0].text == "138"
