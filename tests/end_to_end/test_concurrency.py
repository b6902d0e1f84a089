"""Searches in several threads while an import goes on: no error, no wrong answer, no long wait."""

import itertools
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.care.check import check_shop
from core.catalog.lists.filters import Filter
from core.catalog.lists.listing import ordered_ids
from core.catalog.lists.text_search import find_products
from core.catalog.products.products import product_by_sku, products_by_ids
from core.catalog.products.upsert import ProductDraft
from core.catalog.stock import Reason, current_stock, move_stock
from core.catalog.tables.entries import Entry, PhotoSource
from core.ingest.product_import import GROUP_PHOTOS, import_entries
from core.progress import Progress
from core.quantities.quantity import whole
from core.search.answering import Refinement
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask

FIRST = 16
SIDE = 160


def draw_entries(folder: Path, start: int, count: int, category: str) -> list[Entry]:
    """Products with one drawn photo each."""
    folder.mkdir(exist_ok=True)
    entries = []
    for number in range(start, start + count):
        chance = np.random.default_rng(number)
        image = Image.new("RGB", (SIDE, SIDE), tuple(chance.integers(200, 256, 3).tolist()))
        pencil = ImageDraw.Draw(image)
        for _ in range(int(chance.integers(3, 7))):
            left, top = chance.integers(0, SIDE * 2 // 3, 2).tolist()
            width, height = chance.integers(SIDE // 8, SIDE // 2, 2).tolist()
            shape = (pencil.ellipse, pencil.rectangle)[int(chance.integers(2))]
            colour = tuple(chance.integers(0, 256, 3).tolist())
            shape((left, top, left + width, top + height), fill=colour, outline=(20, 20, 20), width=2)
        path = folder / f"{number}.png"
        image.save(path)
        draft = ProductDraft(f"SKU-{number}", f"drawn thing {number}", category=category)
        entries.append(Entry(number, draft, (PhotoSource(path, path.name),)))
    return entries


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> list[Entry]:
    """The products that are in the shop from the start."""
    return draw_entries(tmp_path_factory.mktemp("first") / "pictures", 0, FIRST, "first")


@pytest.fixture(scope="module")
def shop_of_first(first: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop that holds them; not to be changed."""
    folder = tmp_path_factory.mktemp("shops") / "first"
    with open_shop(folder, create=True, device="cpu") as shop:
        import_entries(shop, first)
    return folder


@pytest.fixture
def shop(shop_of_first: Path, tmp_path: Path) -> Iterator[Shop]:
    """Such a shop, open."""
    with open_shop(shutil.copytree(shop_of_first, tmp_path / "shop"), device="cpu") as shop:
        yield shop


def while_importing(shop: Shop, entries: list[Entry], tasks: list[Callable[[int], None]]) -> None:
    """Import, and do each task again and again in a thread of its own meanwhile, once at least."""
    over = threading.Event()
    failures: list[BaseException] = []

    def guarded(work: Callable[[], object]) -> None:
        try:
            work()
        except BaseException as error:
            failures.append(error)
            raise
        finally:
            over.set()

    def repeat(task: Callable[[int], None]) -> None:
        for number in itertools.count():
            task(number)
            if over.wait(0.05):
                return

    works: list[Callable[[], object]] = [partial(import_entries, shop, entries)]
    works += [partial(repeat, task) for task in tasks]
    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def check_that_nothing_disturbs_searches(shop: Shop, first: list[Entry], later: list[Entry]) -> None:
    product = product_by_sku(shop.catalog, "SKU-0")
    assert product is not None
    titles_seen = []

    def search(number: int) -> None:
        entry = first[number * 7 % FIRST]
        answer = ask(shop, entry.photos[0].path)
        assert answer.results[0].sku == entry.draft.sku
        assert len(answer.results) == 10

    def search_filtered(number: int) -> None:
        firsts = Refinement(Filter(categories=("first",)))
        entry = first[number * 11 % FIRST]
        answer = ask(shop, entry.photos[0].path, refinement=firsts)
        assert answer.results[0].sku == entry.draft.sku
        assert {result.category for result in answer.results} == {"first"}

    def list_and_find(number: int) -> None:
        ids = ordered_ids(shop.catalog).tolist()
        assert len(products_by_ids(shop.catalog, ids[:FIRST])) == FIRST
        titles_seen.append(len(ids))
        assert find_products(shop.catalog, f"drawn thing {number % FIRST}")

    def count_stock(number: int) -> None:
        move_stock(shop.catalog, product.id, whole(1), who="test", reason=Reason.COUNT, counted=True)
        assert current_stock(shop.catalog, product.id) == whole(number + 1)

    def rebuild(_number: int) -> None:
        shop.rebuild_index()

    while_importing(shop, later, [search, search_filtered, list_and_find, count_stock, rebuild])
    assert titles_seen == sorted(titles_seen)
    assert shop.index().count == FIRST + len(later)
    for entry in (later[0], later[-1]):
        assert ask(shop, entry.photos[0].path).results[0].sku == entry.draft.sku
    assert check_shop(shop).sentences == []


def test_searches_go_on_right_while_an_import_runs(shop: Shop, first: list[Entry], tmp_path: Path) -> None:
    later = draw_entries(tmp_path / "pictures", FIRST, GROUP_PHOTOS + 4, "later")
    check_that_nothing_disturbs_searches(shop, first, later)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_searches_go_on_right_while_ten_thousand_photos_are_imported(
    shop: Shop, first: list[Entry], tmp_path: Path
) -> None:
    check_that_nothing_disturbs_searches(
        shop, first, draw_entries(tmp_path / "pictures", FIRST, 10_000, "later")
    )


def test_an_added_product_is_found_by_the_next_search_though_the_import_goes_on(
    shop: Shop, tmp_path: Path
) -> None:
    later = draw_entries(tmp_path / "pictures", FIRST, GROUP_PHOTOS + 4, "later")
    found_early: list[int] = []

    def search_first_of_later(progress: Progress) -> None:
        if progress.done == GROUP_PHOTOS + 2 < progress.total:  # a group has been written
            results = pool.submit(ask, shop, later[0].photos[0].path).result().results
            if results[0].sku == later[0].draft.sku:
                found_early.append(shop.index().count)

    with ThreadPoolExecutor(1) as pool:
        import_entries(shop, later, progress=search_first_of_later)
    assert found_early
    assert found_early[0] < FIRST + len(later)


def test_a_reading_program_searches_while_another_one_imports(
    shop: Shop, first: list[Entry], tmp_path: Path
) -> None:
    later = draw_entries(tmp_path / "pictures", FIRST, 16, "later")
    with open_shop(shop.folder, device="cpu") as reader:
        assert not reader.writable

        def search(number: int) -> None:
            entry = first[number * 7 % FIRST]
            assert ask(reader, entry.photos[0].path).results[0].sku == entry.draft.sku

        while_importing(shop, later, [search])
    with open_shop(shop.folder, device="cpu") as late_reader:
        assert late_reader.index().count == FIRST + len(later)
