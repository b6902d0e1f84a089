"""How closely a word stands in a text: as the table of edits has it, for all words at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.label.closeness import LONGEST, closeness


def by_table(word: str, text: str) -> float:
    """The same by the whole table of edits (P. Sellers, 1980)."""
    column = list(range(len(word) + 1))
    least = len(word)
    for character in text:
        further = [0]
        for place, letter in enumerate(word, 1):
            further.append(
                min(column[place - 1] + (letter != character), column[place] + 1, further[place - 1] + 1)
            )
        column = further
        least = min(least, column[-1])
    return 1 - least / len(word)


letters = st.text("abcd苹", min_size=1, max_size=12)


@given(st.lists(letters, max_size=5), st.lists(st.text("abcde苹果", max_size=30), max_size=4))
def test_it_is_what_the_table_of_edits_says(words: list[str], texts: list[str]) -> None:
    found = closeness(words, texts)
    assert found.shape == (len(texts), len(words))
    wanted = [[by_table(word, text) for word in words] for text in texts]
    assert found == pytest.approx(np.array(wanted).reshape(found.shape))


def test_lost_spaces_and_misread_letters() -> None:
    ((glued, misread, other),) = closeness(["apple", "grapefruit", "mango"], ["bravoapplejuicegrapelnuit"])
    assert glued == 1
    assert misread == pytest.approx(0.8)
    assert other < 0.5


def test_a_very_long_word_is_looked_for_by_its_beginning() -> None:
    word = "abcdefghij" * 8
    assert closeness([word], [word[:LONGEST] + "xyz"])[0, 0] == 1
