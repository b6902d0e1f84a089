"""The quick lesson on real pictures, from catalog pictures alone and with photos from the shop."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.catalog.photos.photos import PhotoKind
from core.catalog.photos.vectors import store_vectors
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.embedding.measures import Measure
from core.errors import Cancelled, KnownError
from core.ingest.product_import import import_entries
from core.learning.examples import shop_examples
from core.learning.quick import teach_quick_lesson
from core.progress import Progress
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask

PRODUCTS, PHOTOS = 8, 6


def photos_of(table: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["sku"], []).append(table.parent / row["photo"])
    return found


def entry(sku: str, paths: list[Path], kind: PhotoKind) -> Entry:
    sources = tuple(PhotoSource(path, path.name, kind) for path in paths)
    return Entry(sku, ProductDraft(sku=sku, title=sku), sources)


@pytest.fixture(scope="module")
def taught(grocery: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, Path]]]:
    """A shop of eight real products with six photos each, and two photos a product that it has not seen."""
    catalog, counter = photos_of(grocery / "catalog.csv"), photos_of(grocery / "shop_photos.csv")
    skus = sorted(sku for sku in catalog if len(counter.get(sku, [])) >= 2 * PHOTOS)[::4][:PRODUCTS]
    folder = tmp_path_factory.mktemp("taught") / "shop"
    with open_shop(folder, create=True) as shop:
        import_entries(shop, [entry(sku, catalog[sku][:1], PhotoKind.CATALOG) for sku in skus])
        import_entries(shop, [entry(sku, counter[sku][:PHOTOS], PhotoKind.COUNTER) for sku in skus])
    return folder, [(sku, path) for sku in skus for path in counter[sku][-2:]]


def stop(_progress: Progress) -> bool:
    return False


def share_right(shop: Shop, queries: list[tuple[str, Path]]) -> float:
    return float(np.mean([ask(shop, path).results[0].sku == sku for sku, path in queries]))


def test_a_lesson_from_shop_photos_tells_what_it_measured(
    taught: tuple[Path, list[tuple[str, Path]]],
) -> None:
    folder, queries = taught
    with open_shop(folder) as shop:
        before = share_right(shop, queries)
        lesson = teach_quick_lesson(shop)
        assert (lesson.version, lesson.examples) == ("0001-quick", PRODUCTS * (PHOTOS + 1))
        assert lesson.held_out == PRODUCTS * PHOTOS
        assert lesson.before_top1 is not None and lesson.after_top1 is not None
        assert shop.models.learned_from("0001-quick").tolist() == sorted(shop_examples(shop).stamps.tolist())
        assert shop.model.version == ("0001-quick" if lesson.promoted else None)
        shop.searched_by.use_lesson("0001-quick")
        assert share_right(shop, queries) >= before - 0.07
        assert Measure.COSINE in shop.model.calibrations


def test_the_same_lesson_again_is_no_better_and_rejected(
    taught: tuple[Path, list[tuple[str, Path]]],
) -> None:
    folder, _ = taught
    with open_shop(folder) as shop:
        first = teach_quick_lesson(shop)
        shop.searched_by.use_lesson(first.version)
        second = teach_quick_lesson(shop)
        assert not second.promoted
        assert second.before_top1 == second.after_top1
        assert second.gain_interval == pytest.approx((0, 0))
        assert shop.model.version == first.version


def test_of_two_lessons_that_learned_the_same_one_is_removed_and_the_other_goes_on(
    taught: tuple[Path, list[tuple[str, Path]]],
) -> None:
    folder, queries = taught
    with open_shop(folder) as shop:
        first, second = teach_quick_lesson(shop), teach_quick_lesson(shop)
        shop.searched_by.use_lesson(second.version)
        right = share_right(shop, queries[::3])
        shop.searched_by.remove_lesson(first.version)
        assert shop.model.version == second.version and share_right(shop, queries[::3]) == right


def test_a_lesson_can_be_stopped_and_leaves_no_trace(taught: tuple[Path, list[tuple[str, Path]]]) -> None:
    folder, _ = taught
    with open_shop(folder) as shop:
        versions = [lesson.version for lesson in shop.models.lessons()]
        with pytest.raises(Cancelled):
            teach_quick_lesson(shop, stop)
        assert [lesson.version for lesson in shop.models.lessons()] == versions


def test_catalog_pictures_alone_teach_by_synthetic_photos_made_once(shop: Shop) -> None:
    stages: list[str] = []
    shares: list[float] = []

    def listen(progress: Progress) -> None:
        assert progress.share is not None
        stages.append(progress.stage)
        shares.append(progress.share)

    lesson = teach_quick_lesson(shop, listen)
    assert "Drawing practice photos" in stages
    assert (
        shares == sorted(shares) and shares[0] >= 0 and 0.85 < shares[-1] <= 1
    )  # one bar, that never goes back
    assert lesson.examples == 4 * (1 + 9)
    assert lesson.held_out == 4 * 9
    stages.clear()
    teach_quick_lesson(shop, lambda progress: stages.append(progress.stage))
    assert "Drawing practice photos" not in stages


def test_drawn_photos_decide_on_a_lesson_and_promise_nothing(shop: Shop) -> None:
    lesson = teach_quick_lesson(shop)
    assert (lesson.before_top1, lesson.after_top1, lesson.gain_interval) == (None, None, None)
    assert "drawn from the catalog's pictures" in str(lesson.reason)
    assert "of 100 photos" not in str(lesson.reason)


def noise(path: Path) -> Path:
    Image.effect_noise((64, 64), 90).save(path)
    return path


def test_where_one_product_alone_has_two_photos_a_lesson_is_rejected_and_no_bug(tmp_path: Path) -> None:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        single = [entry(f"S{one}", [noise(tmp_path / f"{one}.png")], PhotoKind.COUNTER) for one in range(24)]
        two = [noise(tmp_path / "one.png"), noise(tmp_path / "other.png")]
        import_entries(shop, [*single, entry("D", two, PhotoKind.COUNTER)])
        assert not teach_quick_lesson(shop).promoted


def test_photos_that_are_all_the_same_to_the_network_are_too_little(tmp_path: Path) -> None:
    paths = [noise(tmp_path / f"{one}.png") for one in range(3)]
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        import_entries(
            shop, [entry("A", paths[:2], PhotoKind.COUNTER), entry("B", paths[2:], PhotoKind.COUNTER)]
        )
        same = np.ones((3, shop.spec.dim), np.float32)
        store_vectors(shop.catalog, shop.spec.fingerprint, [1, 2, 3], same, looks=[2, 2, 2])
        with pytest.raises(KnownError, match="too little to learn"):
            teach_quick_lesson(shop)


def test_one_product_is_too_little(tmp_path: Path, blue_ball: Path) -> None:
    with open_shop(tmp_path / "tiny", create=True) as shop:
        import_entries(shop, [entry("1", [blue_ball], PhotoKind.CATALOG)])
        with pytest.raises(KnownError, match="too little"):
            teach_quick_lesson(shop)
