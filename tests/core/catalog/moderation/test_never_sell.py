"""The list of goods that the shop never sells."""

import numpy as np
import pytest
from PIL import Image

from core.catalog.database.catalog import Catalog
from core.catalog.moderation.never_sell import (
    LONGEST_WORD,
    SIDE,
    add_picture,
    add_word,
    choose_sort,
    never_sell_pictures,
    never_sell_words,
    picture_vectors,
    put_picture,
    remove_picture,
    remove_word,
    sold_sorts,
    store_picture_vectors,
)
from core.errors import KnownError
from core.imaging.decode import decode_bytes


def test_a_picture_is_kept_once_and_small(catalog: Catalog) -> None:
    image = Image.new("RGB", (1600, 800), "teal")
    first = add_picture(catalog, image, " Old\nlabel ", who="Kim")
    again = add_picture(catalog, image, "Another name", who="Kim")
    assert again.id == first.id
    (kept,) = never_sell_pictures(catalog)
    assert kept.name == "Old label"
    assert decode_bytes(kept.jpeg, name="").size == (SIDE, SIDE // 2)


def test_a_removed_picture_can_be_put_back(catalog: Catalog) -> None:
    kept = add_picture(catalog, Image.new("RGB", (90, 90)), "Box", who="Kim")
    remove_picture(catalog, kept.id)
    assert never_sell_pictures(catalog) == []
    put_picture(catalog, kept.jpeg, kept.name, who="Kim")
    assert [one.sha256 for one in never_sell_pictures(catalog)] == [kept.sha256]


def test_words_are_kept_in_one_line_and_once_in_whatever_case(catalog: Catalog) -> None:
    for word in (" Rum ", "rum", "白酒", "gin\ntonic"):
        add_word(catalog, word, who="Kim")
    assert sorted(never_sell_words(catalog)) == ["Rum", "gin tonic", "白酒"]
    assert remove_word(catalog, "RUM") and not remove_word(catalog, "RUM")


@pytest.mark.parametrize("word", ["", "  ", "x" * (LONGEST_WORD + 1)])
def test_what_is_no_word_is_refused(catalog: Catalog, word: str) -> None:
    with pytest.raises(KnownError):
        add_word(catalog, word, who="Kim")
    assert never_sell_words(catalog) == []


def test_a_sort_that_the_shop_sells_is_not_told_until_it_is_looked_for_again(catalog: Catalog) -> None:
    choose_sort(catalog, "alcohol", told=False)
    assert sold_sorts(catalog) == {"alcohol"}
    choose_sort(catalog, "alcohol", told=True)
    assert sold_sorts(catalog) == frozenset()


def test_what_a_network_saw_goes_with_the_picture(catalog: Catalog) -> None:
    kept = add_picture(catalog, Image.new("RGB", (90, 90)), "Box", who="Kim")
    store_picture_vectors(catalog, "network", {kept.id: np.ones(4), kept.id + 1: np.ones(4)})
    assert picture_vectors(catalog, "network", 4)[kept.id].tolist() == [1, 1, 1, 1]
    assert picture_vectors(catalog, "network", 5) == picture_vectors(catalog, "another", 4) == {}
    remove_picture(catalog, kept.id)
    assert picture_vectors(catalog, "network", 4) == {}
