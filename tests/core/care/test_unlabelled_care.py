"""Unlabelled photos share the shop's care: backup, copy, another network, check and repair."""

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from core.care.archive import write_archive
from core.care.check import check_shop, repair_shop
from core.care.moving import copy_shop
from core.care.restore import restore_shop
from core.catalog.photos.unlabelled import (
    Source,
    UnlabelledFacts,
    unlabelled_counts,
    unlabelled_hashes,
    unlabelled_photos,
)
from core.catalog.photos.unlabelled_vectors import add_unlabelled, unlabelled_vectors
from core.embedding.networks.efficientnet_lite import LITE0, LITE2
from core.ingest.model_switch import switch_backbone
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.search.see import see
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.shop.unlabelled_files import unlabelled_files
from tests.core.ingest.unlabelled.views import view


@pytest.fixture
def walked(shop: Shop, tmp_path: Path) -> Shop:
    """A shop with three unlabelled photos, and one search of which only the vector is kept."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for number in range(3):
        view(number).save(shelf / f"{number}.png")
    assert add_unlabelled_photos(shop, [shelf]).added == 3
    vector = np.random.default_rng(0).random((1, LITE2.dim))
    add_unlabelled(shop.catalog, shop.spec.fingerprint, [UnlabelledFacts(Source.SEARCH)], vector)
    return shop


def pictures(shop: Shop) -> dict[str, bytes]:
    return {
        sha256: unlabelled_files(shop).path(sha256).read_bytes() for sha256 in unlabelled_hashes(shop.catalog)
    }


def sentences(shop: Shop) -> list[str]:
    return [str(sentence) for sentence in check_shop(shop).sentences]


def test_a_whole_shop_comes_back_with_its_unlabelled_photos(walked: Shop, tmp_path: Path) -> None:
    assert check_shop(walked).ok
    before = unlabelled_vectors(walked.catalog, LITE2.fingerprint)
    write_archive(walked.catalog, walked.folder, tmp_path / "backup.zip")
    kept = pictures(walked)
    restore_shop(tmp_path / "elsewhere", tmp_path / "backup.zip")
    with open_shop(tmp_path / "elsewhere") as restored:
        assert pictures(restored) == kept and len(kept) == 3
        after = unlabelled_vectors(restored.catalog, LITE2.fingerprint)
        np.testing.assert_array_equal(after.vectors, before.vectors)
        assert check_shop(restored).ok


def test_restoring_over_a_shop_brings_back_pictures_that_went_meanwhile(walked: Shop, tmp_path: Path) -> None:
    write_archive(walked.catalog, walked.folder, tmp_path / "backup.zip")
    kept = pictures(walked)
    view(9).save(tmp_path / "later.png")
    add_unlabelled_photos(walked, [tmp_path / "later.png"])
    first = sorted(kept)[0]
    unlabelled_files(walked).path(first).unlink()
    walked.close()
    restore_shop(walked.folder, tmp_path / "backup.zip")
    with open_shop(walked.folder) as restored:
        assert pictures(restored) == kept
        assert check_shop(restored).ok  # the later picture is of the catalog that was put aside


def test_a_copy_of_a_shop_has_them(walked: Shop, tmp_path: Path) -> None:
    copy_shop(walked.catalog, walked.folder, tmp_path / "copy")
    with open_shop(tmp_path / "copy") as copied:
        assert pictures(copied) == pictures(walked)


def test_another_network_sees_the_pictures_and_what_has_none_is_dropped(walked: Shop) -> None:
    assert switch_backbone(walked, LITE0.name) == 1
    assert unlabelled_counts(walked.catalog).searches == 0
    seen = unlabelled_vectors(walked.catalog, LITE0.fingerprint)
    assert seen.ids.tolist() == [photo.id for photo in unlabelled_photos(walked.catalog)]
    assert seen.vectors.shape == (3, LITE0.dim)
    assert switch_backbone(walked, LITE2.name) == 0
    assert len(unlabelled_vectors(walked.catalog, LITE2.fingerprint).ids) == 3
    assert check_shop(walked).ok


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_of_a_picture_that_is_lost_the_vector_stays(walked: Shop, damage: str) -> None:
    first = unlabelled_photos(walked.catalog)[0]
    path = unlabelled_files(walked).path(first.facts.sha256)
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-200])
    assert sentences(walked) == ["Missing or damaged pictures of unlabelled photos: 1. Repair the shop."]
    assert repair_shop(walked, check_shop(walked)).ok
    assert not path.exists()
    assert len(pictures(walked)) == 2
    assert first.id in unlabelled_vectors(walked.catalog, LITE2.fingerprint).ids


def test_a_damaged_vector_is_made_anew_of_its_picture_and_without_one_it_goes(walked: Shop) -> None:
    before = unlabelled_vectors(walked.catalog, LITE2.fingerprint)
    with walked.catalog.transaction() as db:
        db.execute("UPDATE unlabelled_vectors SET vector = zeroblob(length(vector)) WHERE id IN (1, 4)")
    assert sorted(sentences(walked)) == [
        f"The vector of the unlabelled photo {number} is damaged: repair the shop." for number in (1, 4)
    ]
    assert repair_shop(walked, check_shop(walked)).ok
    after = unlabelled_vectors(walked.catalog, LITE2.fingerprint)
    assert after.ids.tolist() == [1, 2, 3]
    np.testing.assert_array_equal(after.vectors[1:], before.vectors[1:3])
    kept = unlabelled_files(walked).path(unlabelled_photos(walked.catalog)[0].facts.sha256)
    seen = see(walked, [kept]).pictures[0].vector
    np.testing.assert_allclose(after.vectors[0].astype(np.float32), seen, rtol=0.01, atol=0.01)


def test_a_picture_that_a_killed_walk_left_is_swept(walked: Shop) -> None:
    path = next((walked.folder / "unlabelled").rglob("*.jpg"))
    stray = path.with_name(f"{path.parent.name}{'0' * 62}.jpg")
    shutil.copy(path, stray)
    assert sentences(walked) == ["Pictures that belong to no unlabelled photo: 1. Repair the shop."]
    assert repair_shop(walked, check_shop(walked)).ok
    assert not stray.exists() and path.exists()


def test_a_photo_that_a_killed_program_did_not_look_at_is_seen_by_a_repair(
    walked: Shop,
) -> None:
    with walked.catalog.transaction() as db:
        db.execute("DELETE FROM unlabelled_vectors WHERE unlabelled_id = 2")
    assert sentences(walked) == ["Unlabelled photos that were not looked at yet: 1. Repair the shop."]
    assert repair_shop(walked, check_shop(walked)).ok
    assert 2 in unlabelled_vectors(walked.catalog, LITE2.fingerprint).ids


def test_a_shop_of_before_opens_with_all_that_it_has(shop: Shop) -> None:
    """As the last version left it: without the two tables, and with its record of migrations."""
    shop.close()
    with sqlite3.connect(shop.folder / "catalog.db") as old:
        old.executescript(
            "DROP TABLE unlabelled_vectors; DROP TABLE unlabelled_photos;"
            "DELETE FROM _sqlite_migrations WHERE name = '0011_unlabelled_photos';"
            "PRAGMA user_version = 1010;"
        )
    old.close()
    with open_shop(shop.folder) as opened:
        assert unlabelled_counts(opened.catalog).total == 0
        assert opened.index().count == 4
        assert check_shop(opened).ok


def test_a_damaged_vector_is_told_and_a_repair_sees_the_picture_anew(walked: Shop) -> None:
    before = unlabelled_vectors(walked.catalog, LITE2.fingerprint)
    with walked.catalog.transaction() as db:
        db.execute("UPDATE unlabelled_vectors SET vector = zeroblob(length(vector)) WHERE unlabelled_id = 1")
    assert sentences(walked) == ["The vector of the unlabelled photo 1 is damaged: repair the shop."]
    repair_shop(walked, check_shop(walked))
    assert check_shop(walked).ok
    after = unlabelled_vectors(walked.catalog, LITE2.fingerprint)
    assert after.ids.tolist() == before.ids.tolist()
    first, rest = after.vectors[0].astype(np.float32), after.vectors[1:]
    assert np.array_equal(rest, before.vectors[1:])
    lengths = np.linalg.norm(first) * np.linalg.norm(before.vectors[0].astype(np.float32))
    assert first @ before.vectors[0] / lengths > 0.95  # of a smaller picture
