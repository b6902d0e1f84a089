"""The demo shop, made when it is first asked for."""

from pathlib import Path

import pytest

from core import paths
from core.catalog.products.products import counts
from core.demo_shop import demo_counter_photos, ensure_demo_shop
from core.errors import Cancelled
from core.progress import Progress
from core.search.search import search_file
from core.shop.opening import open_shop
from demo_drawing.catalogue import all_products


@pytest.fixture(autouse=True)
def a_part_of_the_demo_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen products are as good a demo shop as two hundred, and made in a moment."""
    some = all_products()[::18]
    monkeypatch.setattr("demo_drawing.build.all_products", lambda: some)


def test_it_is_a_shop_like_any_other_and_finds_its_counter_photos(throwaway_home: Path) -> None:
    demo = ensure_demo_shop()
    assert demo.shop == paths.demo_shop()
    assert demo.shop.is_relative_to(throwaway_home)
    with open_shop(demo.shop, write=False) as shop:
        assert counts(shop.catalog).products == len(all_products()[::18])
        photos = demo_counter_photos(3)
        assert len(photos) == 3
        for photo in photos:
            sku = photo.stem.split("-")[0]
            assert sku in [result.sku for result in search_file(shop, photo, count=5).results]


def test_it_is_made_once() -> None:
    catalog = ensure_demo_shop().shop / "catalog.db"
    before = catalog.stat().st_mtime_ns
    ensure_demo_shop()
    assert catalog.stat().st_mtime_ns == before


def test_one_that_was_stopped_on_the_way_is_finished_by_the_next_call() -> None:
    def stop_at_the_import(progress: Progress) -> bool:
        return progress.stage != "Importing products"

    with pytest.raises(Cancelled):
        ensure_demo_shop(stop_at_the_import)
    with open_shop(ensure_demo_shop().shop, write=False) as shop:
        assert counts(shop.catalog).products == len(all_products()[::18])


def test_before_it_is_made_there_are_no_counter_photos() -> None:
    assert demo_counter_photos(3) == ()
