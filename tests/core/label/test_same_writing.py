"""How alike the writing on a picture is to that on photos of the products."""

import pytest

from core.label.lines import Line
from core.label.same_writing import PlacedText, Writing, placed, writing, writing_likeness


def middle(*texts: str) -> Writing:
    return writing(PlacedText(text, 0.5, 0.5) for text in texts)


APPLE = [middle("BRAVO", "APPLE JUlCE"), middle("BRAVOAPPLE", "JUICE")]
ORANGE = [middle("BRAVO", "ORANGE JUICE"), middle("BRAV0", "0RANGE JUICE")]


@pytest.mark.parametrize(
    ("read", "which"),
    [
        (middle("BRAVO", "APPLE JUICE"), 0),
        (middle("APPLEJUlCE"), 0),  # misread as on its photo, and the spaces lost
        (middle("bravo", "0RANGE"), 1),
        (middle("ORÅNGE"), 1),
    ],
)
def test_the_product_is_most_alike_on_whose_photos_it_stands_though_misread(
    read: Writing, which: int
) -> None:
    assert writing_likeness(read, [APPLE, ORANGE]).argmax() == which


def test_what_all_of_them_have_says_little() -> None:
    both = writing_likeness(middle("BRAVO"), [APPLE, ORANGE])
    assert abs(both[0] - both[1]) < 0.1
    assert writing_likeness(middle("BRAVO", "ORANGE"), [APPLE, ORANGE])[1] > both[1]


def test_the_shelf_behind_it_counts_less_than_what_is_held_up() -> None:
    held_up = writing([PlacedText("APPLE JUICE", 0.5, 0.55), PlacedText("ORANGE JUICE", 0.95, 0.08)])
    apple, orange = writing_likeness(held_up, [APPLE, ORANGE])
    assert apple > orange


def test_chinese_is_compared_by_its_characters() -> None:
    juices = [[middle("有机苹果汁")], [middle("有机橙子汁")]]
    assert writing_likeness(middle("有机苹果汁"), juices).argmax() == 0
    assert writing_likeness(middle("橙子汁"), juices).argmax() == 1


def test_of_a_product_whose_photos_nobody_read_it_says_nothing_either_way() -> None:
    apple, unread, orange = writing_likeness(middle("BRAVO APPLE"), [APPLE, [], ORANGE])
    assert apple > unread > orange
    assert writing_likeness(middle("BRAVO"), [[], []]).tolist() == [0.0, 0.0]


def test_it_is_between_0_and_1_and_1_for_the_same_writing() -> None:
    alike = writing_likeness(APPLE[0], [[APPLE[0]], ORANGE, [middle()]])
    assert alike[0] == pytest.approx(1)
    assert 0 <= alike[1] < 1
    assert alike[2] == 0


def test_a_line_lies_where_its_middle_is_in_shares_of_the_picture() -> None:
    line = Line("eko", ((10.0, 20.0), (30.0, 20.0), (30.0, 40.0), (10.0, 40.0)), 0.9)
    assert placed([line], (200, 100)) == [PlacedText("eko", 0.1, 0.3)]
    nearer = writing([PlacedText("eko", 0.5, 0.5)])
    further = writing([PlacedText("eko", 0.1, 0.3)])
    assert nearer.keys() == further.keys()
    assert all(0 < further[run] < nearer[run] for run in nearer)
