"""Tags as the shop spells them."""

import pytest

from core.errors import KnownError
from core.tagging.shop_tags import as_spelled, tags_by_use


def test_the_most_frequent_tag_is_the_first() -> None:
    assert tags_by_use({1: ("tea", "bio"), 2: ("tea",), 3: ("apple",)}) == ("tea", "apple", "bio")


def test_a_tag_is_spelled_as_the_shop_spells_it_and_given_once() -> None:
    assert as_spelled(["TEA", " tea ", "New"], ("Tea", "bio")) == ("Tea", "New")


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(KnownError):
        as_spelled([" "], ())
