"""Every kind of damage is found; what can be repaired is, and the rest is as it was."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.catalog.checking.check import check
from core.catalog.checking.problem import Defect
from core.catalog.checking.repair import repair
from core.catalog.database.catalog import Catalog
from core.catalog.lists.text_search import find_products
from core.catalog.log.search_log import forget_searches, log_choice, log_search
from core.catalog.photos.photos import PhotoFile, add_photo, photos_of_product
from core.catalog.photos.vectors import photos_without_vector, store_vectors, stream_vectors, vectors_of
from core.catalog.products.products import product_by_id
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import Cancelled
from core.quantities.quantity import whole
from tests.what_is_stored import recent_searches


@pytest.fixture
def shelf(catalog: Catalog, tmp_path: Path) -> Catalog:
    for number in range(5):
        product = upsert_product(
            catalog, ProductDraft(f"S{number}", title=f"thing {number}", stock=whole(number), tags=("t",))
        ).product_id
        data = f"photo {number}".encode()
        sha256 = hashlib.sha256(data).hexdigest()
        photo = add_photo(catalog, product, PhotoFile(sha256, 1, 1)).photo
        store_vectors(catalog, "model", [photo.id], np.ones((1, 4)))
        _photo_path(tmp_path, sha256).write_bytes(data)
    return catalog


def _photo_path(folder: Path, sha256: str) -> Path:
    return folder / f"{sha256}.jpg"


@pytest.fixture
def photo_path(tmp_path: Path) -> Callable[[str], Path]:
    return lambda sha256: _photo_path(tmp_path, sha256)


def raw(catalog: Catalog, sql: str) -> None:
    """Change the file as no function of ours would."""
    catalog.db.execute("PRAGMA foreign_keys = OFF")
    with catalog.transaction() as db:
        db.execute(sql)
    catalog.db.execute("PRAGMA foreign_keys = ON")


def defects(catalog: Catalog, photo_path: Callable[[str], Path] | None = None) -> list[Defect]:
    return [problem.defect for problem in check(catalog, photo_path)]


def test_a_good_catalog_has_no_problems(shelf: Catalog, photo_path: Callable[[str], Path]) -> None:
    assert check(shelf, photo_path, known_models={"model"}) == []


@pytest.mark.parametrize(
    ("damage", "defect"),
    [
        ("UPDATE products SET stock_milli = 99 WHERE id = 2", Defect.STOCK_TOTAL),
        ("UPDATE products SET sku_key = 'wrong' WHERE id = 2", Defect.SKU_KEY),
        ("UPDATE vectors SET vector = x'0011' WHERE id = 2", Defect.VECTOR),
        ("UPDATE vectors SET vector = x'007c007c007c007c' WHERE id = 2", Defect.VECTOR),
        ("UPDATE vectors SET vector = x'003d003c003c003c' WHERE id = 2", Defect.VECTOR),
        ("UPDATE vectors SET photo_id = 77 WHERE id = 2", Defect.ORPHAN),
        ("DELETE FROM product_text WHERE rowid = 2", Defect.TEXT_INDEX),
        ("UPDATE product_text_content SET c0 = 'else' WHERE id = 2", Defect.TEXT_INDEX),
        ("INSERT INTO product_text (rowid, title) VALUES (77, 'nothing')", Defect.TEXT_INDEX),
        ("UPDATE product_text_data SET block = x'00' WHERE id > 10", Defect.TEXT_INDEX),
    ],
)
def test_damage_is_found_repaired_and_gone(shelf: Catalog, damage: str, defect: Defect) -> None:
    raw(shelf, damage)
    problems = check(shelf)
    assert [problem.defect for problem in problems] == [defect]
    assert str(problems[0].sentence)
    assert repair(shelf, problems) == problems
    assert check(shelf) == []
    product = product_by_id(shelf, 2)
    assert product is not None
    assert product.stock == whole(1)
    assert [hit.product_id for hit in find_products(shelf, "thing 1")] == [2]


def test_vectors_that_were_exchanged_are_noticed_and_serve_no_search(shelf: Catalog) -> None:
    store_vectors(shelf, "model", [1, 2], np.array([[1, 0, 0, 0], [0, 1, 0, 0]]))
    raw(shelf, "UPDATE vectors SET vector = (SELECT vector FROM vectors WHERE id = 1) WHERE id = 2")
    assert [problem.row_id for problem in check(shelf)] == [2]
    assert vectors_of(shelf, "model", [1, 2]).ids.tolist() == [1]
    assert next(stream_vectors(shelf, "model")).ids.tolist() == [1, 3, 4, 5]


def test_a_title_that_its_search_index_contradicts_is_told_in_both_readings_and_not_adopted(
    shelf: Catalog,
) -> None:
    raw(shelf, "DROP TRIGGER product_text_update")  # as a flipped byte in the table's page does it
    raw(shelf, "UPDATE products SET title = 'thinq 1' WHERE id = 2")
    raw(shelf, "DELETE FROM product_text WHERE rowid = 3")  # an index that can be made again beside
    (problem,) = [one for one in check(shelf) if one.defect is Defect.TEXT]
    assert problem.sentence.values == {
        "sku": "S1",
        "field": "title",
        "catalog": "thinq 1",
        "index": "thing 1",
    }
    repair(shelf, check(shelf))
    assert check(shelf) == [problem]
    assert [hit.product_id for hit in find_products(shelf, "thing 2")] == [3]


def test_a_deleted_vector_is_computed_anew(shelf: Catalog) -> None:
    raw(shelf, "UPDATE vectors SET vector = x'0011' WHERE id = 2")
    repair(shelf, check(shelf))
    assert photos_without_vector(shelf, "model").tolist() == [2]


def test_missing_and_changed_photos_are_marked_and_unmarked_when_they_are_back(
    shelf: Catalog, photo_path: Callable[[str], Path]
) -> None:
    paths = [photo_path(photos_of_product(shelf, product)[0].sha256) for product in (1, 2)]
    data = [path.read_bytes() for path in paths]
    paths[0].unlink()
    paths[1].write_bytes(b"something else")
    problems = check(shelf, photo_path)
    assert sorted(problem.defect for problem in problems) == [Defect.PHOTO_CHANGED, Defect.PHOTO_MISSING]
    repair(shelf, problems)
    assert [photos_of_product(shelf, product)[0].missing for product in (1, 2, 3)] == [True, True, False]
    still = check(shelf, photo_path)
    assert repair(shelf, still) == [] and check(shelf, photo_path) == still
    assert {str(problem.sentence.values["product"]) for problem in still} == {"thing 0 (S0)", "thing 1 (S1)"}
    for path, content in zip(paths, data, strict=True):
        path.write_bytes(content)
    problems = check(shelf, photo_path)
    assert {problem.defect for problem in problems} == {Defect.PHOTO_BACK}
    repair(shelf, problems)
    assert not photos_of_product(shelf, 1)[0].missing
    assert check(shelf, photo_path) == []


def test_vectors_of_a_model_that_is_gone_are_found_and_dropped(shelf: Catalog) -> None:
    problems = check(shelf, known_models=[])
    assert [problem.defect for problem in problems] == [Defect.UNKNOWN_MODEL]
    repair(shelf, problems)
    assert check(shelf, known_models=[]) == []
    assert len(photos_without_vector(shelf, "model")) == 5


def test_a_movement_without_a_product_is_told_but_not_deleted(shelf: Catalog) -> None:
    raw(
        shelf,
        "INSERT INTO stock_movements (product_id, quantity_milli, reason, who, moved) VALUES (77, 1, 'sale', "
        "'', '')",
    )
    problems = check(shelf)
    assert [(problem.defect, problem.can_repair) for problem in problems] == [(Defect.ORPHAN, False)]
    assert repair(shelf, problems) == []


def test_a_damaged_page_wants_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "catalog.db"
    with Catalog(path) as catalog:
        for number in range(200):
            upsert_product(catalog, ProductDraft(f"S{number}", description="many words " * 30))
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 8192 * 3 // 4, len(data) // 8192):
        data[page * 8192 : page * 8192 + 300] = b"\xff" * 300
    path.write_bytes(data)
    with Catalog(path) as catalog:
        problems = check(catalog)
        assert {problem.defect for problem in problems} == {Defect.DAMAGED_FILE}
        assert not any(problem.can_repair for problem in problems)
        assert repair(catalog, problems) == []


def test_a_check_can_be_stopped(shelf: Catalog, photo_path: Callable[[str], Path]) -> None:
    with pytest.raises(Cancelled):
        check(shelf, photo_path, progress=lambda _: False)


def test_a_catalog_opened_for_reading_can_be_checked(shelf: Catalog) -> None:
    with Catalog(shelf.path, read_only=True) as reader:
        assert check(reader) == []


def test_searches_are_logged_without_pictures_and_forgotten(shelf: Catalog) -> None:
    first = log_search(
        shelf, origin="file", verdict="match", top_product_id=1, top_confidence=0.9, milliseconds=80
    )
    second = log_search(shelf, origin="camera", verdict="unknown")
    log_choice(shelf, first, 2, "wrong")
    newest, oldest = recent_searches(shelf)
    assert (newest.id, newest.verdict, newest.top_product_id) == (second, "unknown", None)
    assert (oldest.chosen_product_id, oldest.feedback, oldest.top_confidence) == (2, "wrong", 0.9)
    assert forget_searches(shelf, newest.searched) <= 1
    assert forget_searches(shelf, "9999") >= 1
    assert recent_searches(shelf) == []
