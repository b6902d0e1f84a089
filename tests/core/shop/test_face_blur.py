"""No counter photo is kept with a face that could be recognised, whatever door it comes through."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core import paths
from core.answer import Seen
from core.catalog.log.search_log import log_search
from core.catalog.photos.faces import choose_blurring, faces_gone
from core.catalog.photos.photos import Photo, PhotoKind, photos_of_product
from core.catalog.photos.vectors import vectors_of
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.faces.detection import find_faces
from core.feedback import Said
from core.imaging.decode import decode_file
from core.imaging.query_looks import query_looks
from core.ingest.product_import import import_entries
from core.ingest.shop_edits import NewPicture, add_pictures, set_picture_kind, undo_edit
from core.ingest.unlabelled.adding import add_unlabelled_photos
from core.search.kept import keep_feedback
from core.shop.shop import Shop
from tests.core.asking import ask

FACE = Path(__file__).parent.parent / "faces" / "astronaut.jpg"


@pytest.fixture
def passer_by(tmp_path: Path) -> Path:
    """A photo of the counter, somebody in it."""
    path = tmp_path / "passer-by.jpg"
    scene = Image.new("RGB", (420, 300), (206, 190, 160))
    scene.paste(Image.open(FACE), (10, 30))
    scene.save(path, quality=95)
    return path


def bring(shop: Shop, photo: Path, kind: PhotoKind, sku: str = "new") -> list[Photo]:
    import_entries(
        shop, [Entry("1", ProductDraft(sku=sku, title=sku), (PhotoSource(photo, photo.name, kind),))]
    )
    return photos_of(shop, sku)


def photos_of(shop: Shop, sku: str) -> list[Photo]:
    product = product_by_sku(shop.catalog, sku)
    assert product is not None
    return photos_of_product(shop.catalog, product.id)


def faces_on(shop: Shop, path: Path) -> int:
    return len(find_faces(shop.faces.network(), decode_file(path)))


def test_an_imported_counter_photo_is_kept_and_seen_without_the_face(shop: Shop, passer_by: Path) -> None:
    (photo,) = bring(shop, passer_by, PhotoKind.COUNTER)
    kept = shop.files.path(photo.sha256)
    assert faces_on(shop, passer_by) == 1
    assert faces_on(shop, kept) == faces_on(shop, shop.files.thumbnail_path(photo.sha256)) == 0
    assert faces_gone(shop.catalog, [photo.sha256]) == {photo.sha256: 1}
    looks = query_looks(decode_file(kept), shop.spec.preprocessing)
    seen = shop.network.embed(looks).mean(axis=0)
    kept_vector = np.asarray(vectors_of(shop.catalog, shop.spec.fingerprint, [photo.id]).vectors[0], float)
    assert np.dot(seen, kept_vector) / np.linalg.norm(seen) / np.linalg.norm(kept_vector) > 0.99


def test_a_catalog_photo_stays_as_it_is_until_the_same_file_is_a_counter_photo(
    shop: Shop, passer_by: Path
) -> None:
    (catalog,) = bring(shop, passer_by, PhotoKind.CATALOG, "poster")
    assert faces_on(shop, shop.files.path(catalog.sha256)) == 1
    (counter,) = bring(shop, passer_by, PhotoKind.COUNTER, "counter")
    assert counter.sha256 != catalog.sha256
    assert faces_on(shop, shop.files.path(counter.sha256)) == 0


def test_a_photo_called_a_counter_photo_later_loses_its_face_and_an_undo_gives_it_back(
    shop: Shop, passer_by: Path
) -> None:
    (before,) = bring(shop, passer_by, PhotoKind.CATALOG)
    set_picture_kind(shop, before.product_id, before.sha256, PhotoKind.COUNTER, who="Kim")
    (after,) = photos_of(shop, "new")
    assert after.kind is PhotoKind.COUNTER and faces_gone(shop.catalog, [after.sha256]) == {after.sha256: 1}
    undo_edit(shop, who="Kim")
    assert [photo.sha256 for photo in photos_of(shop, "new")] == [before.sha256]


def test_the_webcam_s_picture_is_kept_without_the_face(shop: Shop, passer_by: Path) -> None:
    product = product_by_sku(shop.catalog, "Balls/blue ball")
    assert product is not None
    picture = NewPicture("webcam", image=decode_file(passer_by))
    add_pictures(shop, product.id, [picture], who="Kim", kind=PhotoKind.COUNTER)
    photo = photos_of(shop, "Balls/blue ball")[-1]
    assert faces_on(shop, shop.files.path(photo.sha256)) == 0
    assert faces_gone(shop.catalog, [photo.sha256]) == {photo.sha256: 1}


def test_the_picture_of_a_confirmed_search_is_kept_without_the_face(shop: Shop, passer_by: Path) -> None:
    answer = ask(shop, passer_by)
    assert isinstance(answer.asked, Seen)
    search = log_search(shop.catalog, origin="file", verdict="match")
    pictures = [decode_file(passer_by)]
    vectors = [picture.vector for picture in answer.asked.pictures]
    keep_feedback(shop, search, Said.RIGHT, 1, pictures=pictures, vectors=vectors)
    (kept,) = (shop.folder / "kept_searches" / "photos").rglob("*.jpg")
    assert faces_on(shop, kept) == 0


def test_an_unlabelled_photo_is_kept_without_the_face(shop: Shop, passer_by: Path) -> None:
    add_unlabelled_photos(shop, [passer_by])
    (kept,) = (shop.folder / "unlabelled" / "photos").rglob("*.jpg")
    assert faces_on(shop, kept) == 0


def test_a_shop_that_does_not_want_it_keeps_photos_as_they_are(shop: Shop, passer_by: Path) -> None:
    choose_blurring(shop.catalog, False)
    (photo,) = bring(shop, passer_by, PhotoKind.COUNTER)
    assert faces_on(shop, shop.files.path(photo.sha256)) == 1
    assert faces_gone(shop.catalog, [photo.sha256]) == {}
    choose_blurring(shop.catalog, True)
    (again,) = bring(shop, passer_by, PhotoKind.COUNTER)
    assert faces_on(shop, shop.files.path(again.sha256)) == 0


def test_what_the_administrator_decided_goes_before_the_shop_s_choice(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "policy.json"
    monkeypatch.setattr(paths, "policy_file", lambda: file)
    choose_blurring(shop.catalog, False)
    assert not shop.faces.is_wanted
    file.write_text(json.dumps({"blur_faces": True}))
    assert shop.faces.is_wanted


def test_without_the_network_a_counter_photo_is_left_out_with_the_reason(
    shop: Shop, passer_by: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import core.embedding.runtimes.network_file as network_file

    monkeypatch.setattr(network_file, "resources", lambda: tmp_path)
    photo = PhotoSource(passer_by, passer_by.name, PhotoKind.COUNTER)
    report = import_entries(shop, [Entry("1", ProductDraft(sku="new", title="new"), (photo,))])
    assert "Faces cannot be found" in str(report.skipped[0].reason)
    assert photos_of(shop, "new") == []
