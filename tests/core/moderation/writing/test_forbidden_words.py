"""Words of the lists are found though spaces were lost; harmless longer words are not."""

import pytest

from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.moderation.writing.forbidden_words import Words
from core.moderation.writing.word_lists import (
    LANGUAGES,
    add_words,
    leave_out_words,
    program_words,
    shop_words,
)


@pytest.fixture(scope="module")
def words() -> Words:
    return Words([word for language in LANGUAGES for word in program_words(language)])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("最佳口味", "最佳"),
        ("国家级品质", "国家级"),
        ("全国第一品牌", "全国第一"),
        ("包治百病", "包治百病"),
        ("eco-friendly", "eco-friendly"),
        ("100%ECOFRIENDLYBAG", "eco-friendly"),
        ("it cures", "cures"),
        ("ENVIRONMENTALLYFRIENDIY", "environmentally friendly"),
    ],
)
def test_listed_words_are_told(words: Words, text: str, word: str) -> None:
    assert [seen.text.values["word"] for seen in words.words_in(text)] == [word]


@pytest.mark.parametrize(
    "text", ["最佳食用期", "此日期前最佳 2027", "secures", "cured ham", "economy", "LAKTOSFRI"]
)
def test_ordinary_words_are_not(words: Words, text: str) -> None:
    assert words.words_in(text) == []


def test_every_word_of_the_program_has_a_source() -> None:
    for language in LANGUAGES:
        listed = program_words(language)
        assert len(listed) > 10
        assert all(str(word.source_sentence) for word in listed)


def test_a_shop_adds_words_and_leaves_some_out(catalog: Catalog) -> None:
    before = {word.word for word in shop_words(catalog)}
    add_words(catalog, "en", ["Dragon  oil"])
    leave_out_words(catalog, "zh", ["顶级"])
    assert {word.word for word in shop_words(catalog)} == (before | {"Dragon oil"}) - {"顶级"}
    assert Words(shop_words(catalog)).words_in("DRAGONOIL 顶级")[0].text.values["word"] == "Dragon oil"
    leave_out_words(catalog, "en", ["dragon oil"])
    add_words(catalog, "zh", ["顶级"])
    assert {word.word for word in shop_words(catalog)} == before


def test_another_list_is_another_version(catalog: Catalog) -> None:
    before = Words(shop_words(catalog)).version
    add_words(catalog, "en", ["dragon oil"])
    assert Words(shop_words(catalog)).version != before


@pytest.mark.parametrize("word", ["", " ", "x", "x" * 61])
def test_a_word_that_cannot_be_looked_for_is_refused(catalog: Catalog, word: str) -> None:
    with pytest.raises(KnownError, match="cannot be looked for"):
        add_words(catalog, "en", [word])
    with pytest.raises(KnownError, match="There is no list of words"):
        add_words(catalog, "fr", ["bon"])
