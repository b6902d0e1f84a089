"""The points of catalog photos are found once, by whoever needs them first, and kept."""

from pathlib import Path

import pytest

from core.catalog.photos.photos import PhotoKind, live_photo_ids, photos_by_ids
from core.ingest.shop_edits import set_picture_kind
from core.search.print_points import find_in_advance, points_of
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.core.cartons import CARTONS, carton, held_up


def test_points_are_kept_and_may_be_lost_or_damaged(cartons: Shop) -> None:
    first = ask(cartons, held_up(carton(2)))
    kept = sorted((cartons.folder / "points").rglob("*.npz"))
    assert len(kept) == CARTONS
    kept[0].with_name(kept[0].name.replace(".2.npz", ".npz")).write_bytes(b"of an earlier version")
    kept[0].write_bytes(b"damaged")
    kept[1].unlink()
    second = ask(cartons, held_up(carton(2)))
    assert [result.sku for result in second.results] == [result.sku for result in first.results]
    assert [result.confidence for result in second.results] == pytest.approx(
        [result.confidence for result in first.results], abs=0.05
    )


def test_a_program_that_does_not_hold_the_shop_keeps_them_too(cartons: Shop) -> None:
    with open_shop(cartons.folder, write=False, device="cpu") as reader:
        ask(reader, held_up(carton(2)))
    assert len(kept_files(cartons)) == CARTONS


def test_a_shop_that_is_gone_does_not_come_back_for_them(cartons: Shop, tmp_path: Path) -> None:
    (photo,) = photos_by_ids(cartons.catalog, live_photo_ids(cartons.catalog)[:1].tolist())
    picture = cartons.files.path(photo.sha256).read_bytes()
    moved = tmp_path / "moved"
    cartons.folder.rename(moved)
    assert len(points_of(cartons, photo.sha256)) == 0
    assert not cartons.folder.exists()
    moved.rename(cartons.folder)
    assert cartons.files.path(photo.sha256).read_bytes() == picture
    assert len(points_of(cartons, photo.sha256)) > 0


def test_in_advance_each_photo_takes_one_step_and_a_search_finds_them_there(cartons: Shop) -> None:
    steps = find_in_advance(cartons)
    for done in range(1, CARTONS + 1):
        next(steps)
        assert len(kept_files(cartons)) == done
    assert next(steps, "no more") == "no more"
    before = {file: file.stat().st_mtime_ns for file in kept_files(cartons)}
    ask(cartons, held_up(carton(2)))
    assert {file: file.stat().st_mtime_ns for file in kept_files(cartons)} == before
    assert list(find_in_advance(cartons)) == []


def test_in_advance_nothing_is_done_that_no_search_would_use(
    cartons: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = live_photo_ids(cartons.catalog).tolist()
    (photo,) = photos_by_ids(cartons.catalog, ids[:1])
    set_picture_kind(cartons, photo.product_id, photo.sha256, PhotoKind.COUNTER, who="Kim")
    assert list(find_in_advance(cartons)) == []
    set_picture_kind(cartons, photo.product_id, photo.sha256, PhotoKind.CATALOG, who="Kim")
    monkeypatch.setattr("core.search.print_points.MOST_IN_ADVANCE", CARTONS - 1)
    assert list(find_in_advance(cartons)) == []
    assert kept_files(cartons) == []


def kept_files(shop: Shop) -> list[Path]:
    return sorted((shop.folder / "points").rglob("*.npz"))
