"""What a text names: words and amounts."""

import pytest

from core.label.terms import Amount, amounts_in, unbroken, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bravo Äpple-Juice", {"bravo", "apple", "juice"}),
        ("CRÈME BRÛLÉE", {"creme", "brulee"}),
        ("1,5l of it 3295", set()),
        ("有机苹果汁", {"有机", "机苹", "苹果", "果汁"}),
        ("茶 Oolong乌龙", {"茶", "oolong", "乌龙"}),
        ("ｏａｔ", {"oat"}),
        ("", set()),
    ],
)
def test_words_lose_case_and_accents_and_chinese_gives_pairs(text: str, words: set[str]) -> None:
    assert set(words_in(text)) == words


def test_each_word_is_told_as_the_text_writes_it() -> None:
    assert words_in("ÄPPLE äpple") == {"apple": "ÄPPLE"}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("1 l", {Amount(1000, "ml")}),
        ("1,5L", {Amount(1500, "ml")}),
        ("2.5 dl 33cl", {Amount(250, "ml"), Amount(330, "ml")}),
        ("500 g / 0,5 kg", {Amount(500, "g")}),
        ("3,0% FETT", {Amount(3, "%")}),
        ("100％", {Amount(100, "%")}),
        ("250毫升 2斤", {Amount(250, "ml"), Amount(1000, "g")}),
        ("10 great 29 3295 1,5", set()),
    ],
)
def test_amounts_are_brought_to_one_unit(text: str, amounts: set[Amount]) -> None:
    assert set(amounts_in(text)) == amounts


def test_what_is_looked_through_has_no_spaces() -> None:
    assert unbroken("ÄPPLE\n Juice") == "applejuice"
