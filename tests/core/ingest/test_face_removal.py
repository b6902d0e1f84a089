"""Faces in counter photos that are kept already go in one step, and nothing else keeps them in the end."""

import json
from pathlib import Path

import pytest
from PIL import Image

from core import paths
from core.care.originals import delete_originals, kept_originals
from core.catalog.edits.edit_log import steps
from core.catalog.moderation.decisions import not_shown
from core.catalog.photo_log.lines import lines_of
from core.catalog.photos.faces import choose_blurring, counter_photos_not_looked_at, faces_gone
from core.catalog.photos.photos import Photo, PhotoKind, photos_of_product
from core.catalog.photos.vectors import photos_without_vector
from core.catalog.products.products import product_by_sku
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.errors import KnownError
from core.faces.detection import find_faces
from core.imaging.decode import decode_file
from core.ingest.face_removal import blur_kept_photos, look_for_faces
from core.ingest.product_import import import_entries
from core.ingest.shop_edits import redo_edit, undo_edit
from core.learning.deep.work_folder import WorkFolder
from core.moderation.deciding import decide
from core.search.print_points import points_of
from core.shop.shop import Shop

FACE = Path(__file__).parents[1] / "faces" / "astronaut.jpg"


@pytest.fixture
def passer_by(shop: Shop, tmp_path: Path) -> Photo:
    """A counter photo of the product “new” that shows somebody; it was kept while nobody blurred faces."""
    scene = Image.new("RGB", (420, 300), (206, 190, 160))
    scene.paste(Image.open(FACE), (10, 30))
    scene.save(tmp_path / "passer-by.png")
    bring(shop, tmp_path / "passer-by.png")
    return photos_of(shop)[0]


def bring(shop: Shop, path: Path) -> None:
    choose_blurring(shop.catalog, False)
    photo = PhotoSource(path, path.name, PhotoKind.COUNTER)
    import_entries(shop, [Entry("1", ProductDraft(sku="new", title="new"), (photo,))])
    choose_blurring(shop.catalog, True)


def photos_of(shop: Shop) -> list[Photo]:
    product = product_by_sku(shop.catalog, "new")
    assert product is not None
    return photos_of_product(shop.catalog, product.id)


def faces_on(shop: Shop, sha256: str) -> int:
    return len(find_faces(shop.faces.network(), decode_file(shop.files.path(sha256))))


def test_a_look_names_the_photos_and_changes_nothing(shop: Shop, passer_by: Photo) -> None:
    (found,) = look_for_faces(shop).photos
    assert found.sha256 == passer_by.sha256 and len(found.faces) == 1
    assert counter_photos_not_looked_at(shop.catalog) == [passer_by.sha256]


def test_the_copy_takes_the_photos_place_and_is_seen_anew(shop: Shop, passer_by: Photo) -> None:
    blurred = blur_kept_photos(shop, who="Kim")
    (photo,) = photos_of(shop)
    assert blurred.copies == {passer_by.sha256: photo.sha256} and photo.id != passer_by.id
    assert (photo.kind, photo.source_name) == (PhotoKind.COUNTER, passer_by.source_name)
    assert faces_on(shop, photo.sha256) == 0 and faces_gone(shop.catalog, [photo.sha256])[photo.sha256] == 1
    assert photos_without_vector(shop.catalog, shop.spec.fingerprint).tolist() == []
    assert counter_photos_not_looked_at(shop.catalog) == []
    assert blur_kept_photos(shop, who="Kim").edit is None


def test_the_log_of_photos_tells_both_with_their_own_dates(shop: Shop, passer_by: Photo) -> None:
    before = lines_of(shop.catalog, [passer_by.sha256])[passer_by.sha256]
    copy = blur_kept_photos(shop, who="Kim").copies[passer_by.sha256]
    lines = lines_of(shop.catalog, [passer_by.sha256, copy])
    assert lines[passer_by.sha256] == before
    assert lines[copy].source_sha256 == before.source_sha256 and lines[copy].had > before.had


def test_a_photo_that_is_not_shown_is_not_shown_without_the_face_either(shop: Shop, passer_by: Photo) -> None:
    decide(shop, [passer_by.sha256], shown=False, who="Kim")
    copy = blur_kept_photos(shop, who="Kim").copies[passer_by.sha256]
    assert copy in not_shown(shop.catalog)


def test_it_is_one_step_that_is_taken_back_and_done_again(shop: Shop, passer_by: Photo) -> None:
    blurred = blur_kept_photos(shop, who="Kim")
    undo_edit(shop, who="Kim")
    assert [photo.sha256 for photo in photos_of(shop)] == [passer_by.sha256]
    assert kept_originals(shop) == {} and delete_originals(shop) == 0
    redo_edit(shop, who="Kim")
    assert [photo.sha256 for photo in photos_of(shop)] == list(blurred.copies.values())


def test_once_the_photos_with_faces_are_deleted_nothing_of_them_is_left(shop: Shop, passer_by: Photo) -> None:
    points_of(shop, passer_by.sha256)
    blurred = blur_kept_photos(shop, who="Kim")
    assert kept_originals(shop) == blurred.copies
    copies = WorkFolder(shop.models.folder).pictures  # of a deep lesson that is paused
    copies.parent.mkdir(parents=True)
    copies.touch()
    with shop.deep_lesson, pytest.raises(KnownError, match="deep lesson"):
        delete_originals(shop)
    assert kept_originals(shop) == blurred.copies
    assert delete_originals(shop) == 1 and kept_originals(shop) == {}
    assert list(shop.folder.rglob(f"{passer_by.sha256}*")) == [] and not copies.exists()
    logged = shop.catalog.db.execute("SELECT before, after FROM edit_changes").fetchall()
    assert passer_by.sha256 not in json.dumps(logged)
    # The step itself is gone; the import before it takes the copy away, and brings it back.
    assert next(edit.kind.value for edit in steps(shop.catalog)) == "import"
    undo_edit(shop, who="Kim")
    assert product_by_sku(shop.catalog, "new") is None
    redo_edit(shop, who="Kim")
    assert [photo.sha256 for photo in photos_of(shop)] == list(blurred.copies.values())


def test_the_same_file_that_comes_again_is_known(shop: Shop, passer_by: Photo, tmp_path: Path) -> None:
    blurred = blur_kept_photos(shop, who="Kim")
    bring(shop, tmp_path / "passer-by.png")
    assert [photo.sha256 for photo in photos_of(shop)] == list(blurred.copies.values())


def test_a_photo_that_cannot_be_opened_is_named_and_stays(shop: Shop, passer_by: Photo) -> None:
    shop.files.path(passer_by.sha256).write_bytes(b"no picture")
    blurred = blur_kept_photos(shop, who="Kim")
    assert blurred.edit is None and list(blurred.skipped) == [passer_by.sha256]
    assert counter_photos_not_looked_at(shop.catalog) == [passer_by.sha256]


def test_where_the_administrator_decided_against_it_nothing_is_blurred(
    shop: Shop, passer_by: Photo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "policy_file", lambda: tmp_path / "policy.json")
    (tmp_path / "policy.json").write_text(json.dumps({"blur_faces": False}))
    with pytest.raises(KnownError, match="by its administrator"):
        blur_kept_photos(shop, who="Kim")
    assert [photo.sha256 for photo in photos_of(shop)] == [passer_by.sha256]
