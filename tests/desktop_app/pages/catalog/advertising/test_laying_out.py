"""What is laid out where there is more to choose from than a poster holds."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from core.advertising.posters.occasions import MOST, Occasion
from core.advertising.posters.pages import PosterOptions
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.progress import ignore_progress
from core.quantities.sale_price import Sale
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.pages.catalog.advertising.laying_out import Advertised, advertised

OFFERED = MOST + 2


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True) as opened:
        for number in range(OFFERED):
            draft = ProductDraft(
                f"O-{number}", f"Offer {number}", price_minor=200, currency="EUR", sale=Sale(100)
            )
            upsert_product(opened.catalog, draft, who="test")
        yield opened


def laid_out(shop: Shop, marks: Mapping[int, bool] | None) -> Advertised:
    return advertised(shop, Occasion.OFFER, PosterOptions(), (), {}, marks, ignore_progress)


def test_marks_choose_among_what_they_were_set_on(shop: Shop) -> None:
    first = laid_out(shop, None)
    assert (first.products, len(first.titles)) == (MOST, OFFERED)
    chosen = dict.fromkeys(first.titles, False) | dict.fromkeys(list(first.titles)[-2:], True)
    assert laid_out(shop, chosen).on_it == set(list(first.titles)[-2:])


def test_marks_on_another_list_say_nothing_of_this_one(shop: Shop) -> None:
    first = laid_out(shop, None)
    of_another_day = dict.fromkeys(list(first.titles)[:-1], False)
    assert laid_out(shop, of_another_day).on_it == first.on_it
