"""Words that name goods which are never sold, in what was typed and in what was read."""

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.moderation.never_sell import add_word
from core.catalog.photos.label_words import store_label
from core.catalog.photos.photos import live_photo_hashes
from core.finding import FindingKind
from core.label.lines import Line
from core.moderation.forbidden.named import NamedGoods
from core.moderation.looking import moderate_shop
from core.shop.shop import Shop


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("rum", "White Rum 0.7 l"),
        ("rum", "RUM-raisin"),
        ("crème de cassis", "Creme  de Cassis"),
        ("白酒", "特级白酒五百毫升"),
        ("烟", "香烟"),
        ("ＶＡＰＥ", "vape pen"),
        ("cigarettes", "20FlLTERCIGARETTE5"),
    ],
)
def test_a_word_is_found_as_people_write_it_and_a_long_one_misread(
    catalog: Catalog, word: str, text: str
) -> None:
    add_word(catalog, word, who="Kim")
    assert NamedGoods(catalog).words_in(text) == [word]


@pytest.mark.parametrize(("word", "text"), [("rum", "Drum sticks"), ("gin", "Ginger"), ("vodka", "vodko")])
def test_a_part_of_another_word_is_not_it_and_a_short_one_is_not_misread(
    catalog: Catalog, word: str, text: str
) -> None:
    add_word(catalog, word, who="Kim")
    assert NamedGoods(catalog).words_in(text) == []


def test_a_word_that_was_read_on_a_photo_is_told_with_its_place(shop: Shop) -> None:
    photo_id = next(iter(live_photo_hashes(shop.catalog)))
    line = Line("Strong Vodka", ((10, 20), (90, 20), (90, 40), (10, 40)), 0.9)
    store_label(shop.catalog, photo_id, shop.label_reader.name, [line])
    before = NamedGoods(shop.catalog).version
    add_word(shop.catalog, "vodka", who="Kim")
    told = [finding for one in moderate_shop(shop) for finding in one.findings]
    (finding,) = (one for one in told if one.kind is FindingKind.FORBIDDEN)
    assert 0.8 < finding.score < 0.9
    assert str(finding.text) == "“vodka” stands on it: goods that are never sold here."
    assert finding.box is not None and list(finding.box) == [10, 20, 90, 40]
    assert NamedGoods(shop.catalog).version != before
