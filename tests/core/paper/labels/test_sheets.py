"""Where the labels of each sheet are, against what their makers say."""

import itertools

import pytest

from core.errors import KnownError
from core.paper.labels.sheets import SHEETS, Sheet, sheet_named


@pytest.mark.parametrize(
    ("name", "labels", "left", "top"),
    [
        ("L7160", 21, 7.21, 15.15),
        ("L7163", 14, 4.65, 15.15),
        ("L7651", 65, 4.75, 10.7),
        ("5160", 30, 0.1875 * 25.4, 12.7),
        ("5163", 10, 0.15625 * 25.4, 12.7),
        ("57x32", 1, 0.0, 0.0),
    ],
)
def test_the_first_label_is_where_the_maker_has_cut_it(
    name: str, labels: int, left: float, top: float
) -> None:
    sheet = sheet_named(name)
    assert sheet.labels == labels
    assert sheet.place(0) == pytest.approx((left, top), abs=0.02)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_label_lies_on_its_paper_and_on_no_other(sheet: Sheet) -> None:
    places = [sheet.place(number) for number in range(sheet.labels)]
    for x, y in places:
        assert x >= -1e-9
        assert y >= -1e-9
        assert x + sheet.label[0] <= sheet.paper[0] + 1e-9
        assert y + sheet.label[1] <= sheet.paper[1] + 1e-9
    columns, rows = sorted({x for x, _ in places}), sorted({y for _, y in places})
    assert all(b - a >= sheet.label[0] - 1e-9 for a, b in itertools.pairwise(columns))
    assert all(b - a >= sheet.label[1] - 1e-9 for a, b in itertools.pairwise(rows))


def test_a_sheet_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(KnownError, match=r"L9999.*L7160"):
        sheet_named("L9999")
