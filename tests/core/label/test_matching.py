"""What words on a picture say for products."""

import numpy as np
import pytest

from core.label.matching import KnownText, label_fit, surely_named

JUICES = [
    KnownText("Bravo Apple Juice", "BRAVO\nÄPPLE\nJUICE"),
    KnownText("Bravo Orange Juice", "BRAVO\nAPELSIN\nJUICE"),
    KnownText("Tropicana Apple Juice", "Tropicana\nPRESSED\nAPPLE"),
    KnownText("God Morgon Grapefruit", "GOD\nMORGON\ngrapelnuit"),
]


def best(read: list[str], known: list[KnownText] = JUICES) -> int:
    return int(np.argmax(label_fit(read, known).odds()))


@pytest.mark.parametrize(
    ("read", "which"),
    [
        (["BRAVO", "APPLE"], 0),
        (["BRAVO", "ORANGE JUICE"], 1),
        (["BRAVOAPELSINJUICE"], 1),  # spaces are lost, and no title says it
        (["Tropcana", "APPIE"], 2),  # misread
        (["grapefruit"], 3),  # misread on the product's own photo
        (["JUICE", "tropicana"], 2),  # the rare word decides
    ],
)
def test_the_product_that_says_so_comes_first(read: list[str], which: int) -> None:
    assert best(read) == which


def test_another_flavour_speaks_against() -> None:
    odds = label_fit(["BRAVO", "APELSIN"], JUICES).odds()
    assert odds[1] == 0
    assert odds[0] < -1, "the same brand and kind, and another flavour"
    assert odds[2] < odds[0], "nothing of it"


def test_words_that_all_have_say_nothing() -> None:
    odds = label_fit(["juice"], JUICES[:3]).odds()
    assert np.ptp(odds) == pytest.approx(0, abs=0.2)
    assert label_fit(["juice"], JUICES[:3]).words == ((), (), ())


def test_nothing_read_and_nothing_known_say_nothing() -> None:
    assert label_fit([], JUICES).odds().tolist() == [0, 0, 0, 0]
    assert label_fit(["BRAVO"], [KnownText("", ""), KnownText("", "")]).odds().tolist() == [0, 0]
    assert label_fit(["BRAVO"], []).odds().tolist() == []


@pytest.mark.parametrize(("read", "which"), [("1 liter", 0), ("50 cl", 1), ("500ml", 1), ("3,0 %", 2)])
def test_sizes_and_percentages_are_known_in_any_unit(read: str, which: int) -> None:
    milk = [KnownText("Milk 1 l", ""), KnownText("Milk 0,5 l", ""), KnownText("Milk", "3% FETT")]
    assert best([read], milk) == which


def test_chinese_flavours_are_told_apart() -> None:
    drinks = [KnownText("有机苹果汁", ""), KnownText("有机橙汁", ""), KnownText("草莓酸奶", "")]
    found = label_fit(["苹果汁100%"], drinks)
    assert found.odds().argmax() == 0
    assert "苹果" in found.words[0]
    assert found.words[1] == ()


def test_the_reasons_are_the_rarest_words_that_were_seen_as_they_are_written() -> None:
    words = label_fit(["TROPICANA", "PRESSED", "APPLE", "JUICE"], JUICES).words
    assert words[2][:2] in (("Tropicana", "PRESSED"), ("PRESSED", "Tropicana"))
    assert "Juice" not in words[2], "what most of the products have is no reason"
    assert words[1] == words[3] == ()


def test_a_brand_that_people_wrote_counts_as_the_title_does() -> None:
    known = [KnownText("Oat drink\nOatly", ""), KnownText("Oat drink\nAlpro", "")]
    assert best(["alpro"], known) == 1


def test_a_word_is_named_once_as_the_title_spells_it() -> None:
    known = [
        KnownText("Pink Grapefruit Juice", "PINK GRRAPEFRUIT grape"),
        KnownText("Orange Juice", "ORANGE"),
        KnownText("Peach Juice", "PEACH"),
        KnownText("Mango Juice", "MANGO"),
    ]
    assert set(label_fit(["PINK GRAPEFRUIT", "GRRAPEFRUIT"], known).words[0]) == {"Pink", "Grapefruit"}


@pytest.mark.parametrize(
    ("read", "which"),
    [
        (["BRAVO", "APPLE JUICE"], 0),
        (["TROPICANA", "PRESSED APPLE JUICE"], 2),
        (["BRAVO", "JUICE"], None),  # which of the two?
        (["TROPICANA", "MANGO"], None),  # a sister that the shop does not have
        (["apple"], None),  # one word is found in another
        ([], None),
    ],
)
def test_a_label_is_beyond_doubt_where_all_that_one_product_says_was_read(
    read: list[str], which: int | None
) -> None:
    assert surely_named(read, JUICES) == which
    assert surely_named(read, []) is None
