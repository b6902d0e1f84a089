"""Words on a poster obey the shop's lists, before anything is made."""

import pytest

from core.advertising.claims import forbidden_in, refuse_forbidden
from core.advertising.posters.templates import TEMPLATES
from core.catalog.database.catalog import Catalog
from core.catalog.moderation.never_sell import add_word
from core.errors import KnownError
from core.moderation.writing.word_lists import add_words
from tests.core.paper.labels.priced import priced

TEA = priced(title="Tea", extra={"title_zh": "全国最佳绿茶"})


def test_a_listed_word_in_a_title_or_a_headline_is_named(catalog: Catalog) -> None:
    add_words(catalog, "en", ["miracle"])
    told = " ".join(map(str, forbidden_in(catalog, [TEA], ["A miracle of taste"])))
    assert "“A miracle of taste”" in told
    assert "“miracle”" in told
    assert "最佳" in told, "the other title, too"
    with pytest.raises(KnownError, match="miracle"):
        refuse_forbidden(forbidden_in(catalog, [TEA], ["A miracle of taste"]))


def test_goods_that_are_never_sold_are_named(catalog: Catalog) -> None:
    add_word(catalog, "firecracker", who="clerk")
    assert "never sold here" in str(forbidden_in(catalog, [priced(title="Red firecracker")], [])[0])


def test_plain_words_are_let_through(catalog: Catalog) -> None:
    found = forbidden_in(catalog, [priced()], ["Special offer", "特别优惠", ""])
    assert found == []
    refuse_forbidden(found)


def test_what_the_templates_say_is_on_no_list(catalog: Catalog) -> None:
    own = [text for one in TEMPLATES for text in (one.headline.english, one.headline.chinese)]
    assert forbidden_in(catalog, [], own) == []
