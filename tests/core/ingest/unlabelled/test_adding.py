"""A walk through the shop keeps each picture and each view once, and says what it passed over."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.catalog.photos.unlabelled import Source, unlabelled_photos
from core.catalog.photos.unlabelled_vectors import unlabelled_vectors
from core.errors import Cancelled, KnownError
from core.imaging.decode import decode_file
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.progress import Progress
from core.search.see import see
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.shop.unlabelled_files import unlabelled_files
from tests.core.imaging.films.filmed import film, walk
from tests.core.ingest.unlabelled.views import view


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of six pictures that differ, one of them in a folder of its own."""
    folder = tmp_path / "shelf"
    (folder / "left").mkdir(parents=True)
    for number in range(6):
        view(number).save(folder / ("left" if number == 3 else "") / f"{number}.png")
    return folder


def test_pictures_are_kept_as_they_would_be_searched_with(shop: Shop, shelf: Path) -> None:
    report = add_unlabelled_photos(shop, [shelf])
    assert (report.added, report.known, report.alike, report.total) == (6, 0, 0, 6)
    assert report.skipped == ()
    photos = unlabelled_photos(shop.catalog)
    found = unlabelled_vectors(shop.catalog, shop.spec.fingerprint)
    assert found.ids.tolist() == [photo.id for photo in photos]
    for photo, vector in zip(photos, found.vectors, strict=True):
        kept = decode_file(unlabelled_files(shop).path(photo.facts.sha256))
        assert kept.size == (photo.facts.width, photo.facts.height)
        source = next(shelf.rglob(photo.facts.source_name))
        seen = see(shop, [source]).pictures[0].vector
        np.testing.assert_allclose(vector.astype(np.float32), seen, rtol=0.01, atol=0.01)


def test_they_are_no_photos_of_products(shop: Shop, shelf: Path) -> None:
    before = shop.index().count
    add_unlabelled_photos(shop, [shelf])
    assert shop.index().count == before
    shop.refresh_index()
    assert shop.index().count == before
    assert not any((shop.folder / "unlabelled").rglob("thumbs"))


def test_the_same_again_is_passed_over(shop: Shop, shelf: Path, tmp_path: Path) -> None:
    shutil.copy(shelf / "0.png", shelf / "copy.png")
    first = add_unlabelled_photos(shop, [shelf / "0.png", shelf])
    assert (first.added, first.known, first.alike) == (6, 1, 0)
    again = add_unlabelled_photos(shop, [shelf])
    assert (again.added, again.known, again.total) == (0, 7, 6)
    decode_file(shelf / "4.png").save(tmp_path / "saved anew.jpg", quality=95)
    anew = add_unlabelled_photos(shop, [tmp_path / "saved anew.jpg"])
    assert (anew.added, anew.alike, anew.total) == (0, 1, 6)


def test_a_picture_that_is_a_products_photo_already_is_labelled(shop: Shop, pictures: Path) -> None:
    report = add_unlabelled_photos(shop, [pictures])
    assert (report.added, report.known) == (0, 4)


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(shop: Shop, shelf: Path, tmp_path: Path) -> None:
    (shelf / "broken.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "nothing").mkdir()
    report = add_unlabelled_photos(shop, [shelf, tmp_path / "nothing", tmp_path / "gone.jpg"])
    assert report.added == 6
    reasons = {Path(str(skip.row)).name: str(skip.reason) for skip in report.skipped}
    assert set(reasons) == {"broken.jpg", "nothing", "gone.jpg"}
    assert "no pictures" in reasons["nothing"]
    assert "not there" in reasons["gone.jpg"]


def test_of_a_film_each_view_is_kept_once_with_its_place(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "films").mkdir()
    path = film(tmp_path / "films" / "walk.mp4", walk([view(0), view(1), view(2), view(1)], seconds=2))
    seen: list[Progress] = []
    report = add_unlabelled_photos(shop, [tmp_path / "films"], seen.append)
    assert (report.added, report.added + report.alike, report.skipped) == (3, 12, ())
    facts = [photo.facts for photo in unlabelled_photos(shop.catalog)]
    assert [(one.source, one.source_name) for one in facts] == [(Source.FILM, "walk.mp4")] * 3
    assert [one.at_ms // 2000 for one in facts] == [0, 1, 2]
    assert any(one.stage == "Watching films" and one.total == 8 for one in seen)
    again = add_unlabelled_photos(shop, [path])
    assert (again.added, again.alike) == (0, 12)


def test_a_film_that_is_none_is_named_and_the_rest_goes_on(shop: Shop, shelf: Path) -> None:
    (shelf / "broken.mp4").write_bytes(b"no film")
    report = add_unlabelled_photos(shop, [shelf, shelf / "gone.mp4"])
    assert report.added == 6
    assert [Path(str(skip.row)).name for skip in report.skipped] == ["broken.mp4", "gone.mp4"]


def test_a_large_picture_is_kept_no_larger_than_a_query(shop: Shop, tmp_path: Path) -> None:
    Image.effect_mandelbrot((2400, 1800), (-2, -1.2, 1, 1.2), 60).convert("RGB").save(tmp_path / "big.png")
    add_unlabelled_photos(shop, [tmp_path / "big.png"])
    (photo,) = unlabelled_photos(shop.catalog)
    assert (photo.facts.width, photo.facts.height) == (1000, 750)
    assert decode_file(unlabelled_files(shop).path(photo.facts.sha256)).size == (1000, 750)


def test_a_walk_that_is_stopped_keeps_what_was_done(shop: Shop, shelf: Path) -> None:
    def stop(progress: Progress) -> bool:
        return progress.done < 3

    with pytest.raises(Cancelled):
        add_unlabelled_photos(shop, [shelf], stop)
    assert len(unlabelled_photos(shop.catalog)) == 3
    assert add_unlabelled_photos(shop, [shelf]).added == 3


def test_a_shop_that_somebody_else_writes_to_takes_none(shop: Shop, shelf: Path) -> None:
    with open_shop(shop.folder) as reader, pytest.raises(KnownError):
        add_unlabelled_photos(reader, [shelf])
