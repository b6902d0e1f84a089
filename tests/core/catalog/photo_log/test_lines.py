"""Every photo that a shop gets has a line: since when, how it came, and the camera's own date; it stays."""

from pathlib import Path

import pytest
from PIL import Image

from core.care.deletion import delete_for_good
from core.catalog.database.catalog import Catalog
from core.catalog.edits.product_change import ProductChange
from core.catalog.photo_log.lines import (
    Origin,
    all_lines,
    digest_before,
    lines_of,
    log_photo,
    log_what_has_no_line,
    photos_without_line,
)
from core.catalog.photos.photos import PhotoFile, add_photo, photos_of_product
from core.catalog.products.products import products_by_ids
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.ingest.shop_edits import NewPicture, add_pictures, edit_shop, undo_edit
from core.program_version import program_version
from core.shop.shop import Shop
from core.signed_log.verification import check_log
from tests.core.conftest import SHAPES, draw


def dated(folder: Path) -> Path:
    """A photo whose camera told when it took it."""
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:11:29 10:15:30"
    draw(*SHAPES["Balls/red ball"], shift=20).save(folder / "dated.jpg", exif=exif.tobytes())
    return folder / "dated.jpg"


def test_an_import_says_so(shop: Shop) -> None:
    lines = list(all_lines(shop.catalog))
    assert [line.number for line in lines] == [1, 2, 3, 4]
    for line in lines:
        assert (line.how, line.taken, line.program) == (Origin.IMPORT, "", program_version())
        assert len(line.source_sha256) == 64 and line.had == line.logged
        assert line.digest == line.digest_after(digest_before(shop.catalog, line))


def test_a_photo_added_by_hand_says_so_and_tells_the_cameras_date(shop: Shop, tmp_path: Path) -> None:
    (product, *_) = products_by_ids(shop.catalog, [1])
    add_pictures(shop, product.id, [NewPicture("dated.jpg", dated(tmp_path))], who="Kim")
    last = list(all_lines(shop.catalog))[-1]
    assert (last.number, last.how, last.taken) == (5, Origin.HAND, "2026-11-29T10:15:30")
    undo_edit(shop, who="Kim")
    assert len(photos_of_product(shop.catalog, product.id)) == 1
    add_pictures(shop, product.id, [NewPicture("dated.jpg", dated(tmp_path))], who="Kim")
    assert list(all_lines(shop.catalog))[-1] == last, "it had it already"
    assert check_log(shop.catalog, shop.folder).problems == ()


def test_a_product_deleted_for_good_leaves_its_line(shop: Shop) -> None:
    (product, *_) = products_by_ids(shop.catalog, [1])
    (photo,) = photos_of_product(shop.catalog, product.id)
    edit_shop(shop, {product.id: ProductChange(archived=True)}, who="Kim")
    delete_for_good(shop, [product.id])
    assert photo.sha256 in lines_of(shop.catalog, [photo.sha256])
    found = check_log(shop.catalog, shop.folder)
    assert (found.lines, found.unsigned, found.problems) == (4, 0, ())


def test_the_same_photo_of_two_products_has_one_line(catalog: Catalog) -> None:
    for sku in ("A", "B"):
        product = upsert_product(catalog, ProductDraft(sku)).product_id
        add_photo(catalog, product, PhotoFile("a" * 64, 1, 1))
    assert [line.sha256 for line in all_lines(catalog)] == ["a" * 64]


def test_a_photo_that_another_version_added_is_found_and_known_since_it_was_added(catalog: Catalog) -> None:
    product = upsert_product(catalog, ProductDraft("A")).product_id
    with catalog.transaction() as db:
        db.execute(
            "INSERT INTO photos (product_id, kind, sha256, source_sha256, source_name, width, height,"
            " position, added) VALUES (?, 'catalog', ?, '', '', 1, 1, 0, '2020-01-01T00:00:00.000Z')",
            [product, "b" * 64],
        )
    assert photos_without_line(catalog) == 1
    assert (log_what_has_no_line(catalog), photos_without_line(catalog)) == (1, 0)
    (line,) = all_lines(catalog)
    assert (line.how, line.had) == (Origin.FOUND, "2020-01-01T00:00:00.000Z")
    assert line.logged > "2026"


def test_a_line_is_written_with_its_photo_or_not_at_all(catalog: Catalog) -> None:
    with pytest.raises(RuntimeError), catalog.transaction():
        log_photo(catalog, "c" * 64, "", Origin.HAND)
        raise RuntimeError
    assert list(all_lines(catalog)) == []
