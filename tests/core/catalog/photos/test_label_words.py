"""Words read on photos: kept, found, and gone with their photo."""

import pytest

from core.catalog.checking.check import check
from core.catalog.checking.problem import Defect
from core.catalog.checking.repair import repair
from core.catalog.database.catalog import Catalog
from core.catalog.lists.text_search import Why, find_products
from core.catalog.photos.label_words import label_of_same_picture, labels_of, photos_to_read, store_label
from core.catalog.photos.photos import PhotoFile, PhotoKind, add_photo, remove_photos
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.label.lines import Corners, Line

PLACE: Corners = ((1.0, 2.0), (9.5, 2.0), (9.5, 4.0), (1.0, 4.0))
READER = "reader 1"


def product(catalog: Catalog, sku: str, title: str, *, tags: tuple[str, ...] = ()) -> int:
    return upsert_product(catalog, ProductDraft(sku, title=title, tags=tags)).product_id


def photo(catalog: Catalog, product_id: int, number: int, kind: PhotoKind = PhotoKind.CATALOG) -> int:
    file = PhotoFile(f"{number:064x}", 10, 10)
    return add_photo(catalog, product_id, file, kind=kind).photo.id


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text, PLACE, 0.9) for text in texts)


@pytest.fixture
def carton(catalog: Catalog) -> int:
    return photo(catalog, product(catalog, "P1", "Arla Medium Fat Milk"), 1)


def skus(catalog: Catalog, text: str) -> list[str]:
    rows = dict(catalog.db.execute("SELECT id, sku FROM products").fetchall())
    return [rows[hit.product_id] for hit in find_products(catalog, text)]


def test_what_was_read_is_kept_as_it_was(catalog: Catalog, carton: int) -> None:
    store_label(catalog, carton, READER, lines("eko", "MELLANMJÖLK", "有机"))
    assert labels_of(catalog, [carton, carton + 1]) == {carton: lines("eko", "MELLANMJÖLK", "有机")}
    store_label(catalog, carton, "reader 2", lines("Arla"))
    assert labels_of(catalog, [carton]) == {carton: lines("Arla")}


def test_a_photo_without_words_was_read_all_the_same(catalog: Catalog, carton: int) -> None:
    assert photos_to_read(catalog, READER).tolist() == [carton]
    store_label(catalog, carton, READER, ())
    assert photos_to_read(catalog, READER).tolist() == []
    assert photos_to_read(catalog, "reader 2").tolist() == [carton], "another reader may see more"
    assert labels_of(catalog, [carton]) == {carton: ()}


def test_counter_photos_are_read_where_there_is_no_catalog_photo(catalog: Catalog, carton: int) -> None:
    (owner,) = catalog.db.execute("SELECT product_id FROM photos WHERE id = ?", [carton]).fetchone()
    photo(catalog, owner, 2, PhotoKind.COUNTER)
    alone = photo(catalog, product(catalog, "P2", "Sour cream"), 3, PhotoKind.COUNTER)
    assert photos_to_read(catalog, READER).tolist() == [carton, alone]


def test_the_same_picture_of_another_product_need_not_be_read_again(catalog: Catalog, carton: int) -> None:
    twin = photo(catalog, product(catalog, "P2", "Arla Milk"), 1)
    assert label_of_same_picture(catalog, twin, READER) is None
    store_label(catalog, carton, READER, lines("eko"))
    assert label_of_same_picture(catalog, twin, READER) == lines("eko")
    assert label_of_same_picture(catalog, twin, "reader 2") is None


def test_a_package_is_found_by_what_it_says_and_after_those_whose_title_says_it(
    catalog: Catalog, carton: int
) -> None:
    product(catalog, "P2", "Eko apples")
    product(catalog, "P3", "Oat milk", tags=("eko",))
    assert skus(catalog, "eko") == ["P2", "P3"]
    store_label(catalog, carton, READER, lines("eko", "eko", "MELLANMJÖLK 1,5%", "eko eko eko"))
    assert skus(catalog, "eko") == ["P2", "P3", "P1"]
    assert find_products(catalog, "eko")[-1].why is Why.LABEL
    assert skus(catalog, "arla eko") == ["P1"], "words of the title and of the label together"
    assert skus(catalog, "mellanmjolk") == ["P1"], "accents are folded"


def test_a_title_that_has_it_inside_a_word_comes_before_a_label(catalog: Catalog, carton: int) -> None:
    product(catalog, "P2", "Blodapelsin")
    store_label(catalog, carton, READER, lines("apelsin"))
    assert skus(catalog, "apelsin") == ["P2", "P1"]


def test_chinese_on_a_package_is_found(catalog: Catalog, carton: int) -> None:
    store_label(catalog, carton, READER, lines("有机苹果汁"))
    assert skus(catalog, "苹果") == ["P1"]
    assert skus(catalog, "果苹") == []


def test_with_the_photo_its_words_go(catalog: Catalog, carton: int) -> None:
    (owner,) = catalog.db.execute("SELECT product_id FROM photos WHERE id = ?", [carton]).fetchone()
    other = photo(catalog, owner, 2)
    store_label(catalog, carton, READER, lines("eko"))
    store_label(catalog, other, READER, lines("Arla", "laktosfri"))
    remove_photos(catalog, [carton])
    assert skus(catalog, "eko") == []
    assert skus(catalog, "laktosfri") == ["P1"]
    for table in ("label_lines", "label_readings"):
        assert catalog.db.execute(f"SELECT DISTINCT photo_id FROM {table}").fetchall() == [(other,)]  # noqa: S608
    assert check(catalog) == []


def test_words_of_a_photo_that_went_meanwhile_are_not_kept(catalog: Catalog, carton: int) -> None:
    remove_photos(catalog, [carton])
    store_label(catalog, carton, READER, lines("eko"))
    assert labels_of(catalog, [carton]) == {}
    assert check(catalog) == []


def test_an_index_that_lost_words_of_a_label_is_mended_without_asking_anybody(
    catalog: Catalog, carton: int
) -> None:
    store_label(catalog, carton, READER, lines("eko"))
    with catalog.transaction() as db:
        db.execute("UPDATE product_text SET label = 'oko'")
    found = check(catalog)
    assert [problem.defect for problem in found] == [Defect.TEXT_INDEX]
    repair(catalog, found)
    assert check(catalog) == []
    assert skus(catalog, "eko") == ["P1"]


def test_words_without_their_photo_are_swept_away(catalog: Catalog, carton: int) -> None:
    store_label(catalog, carton, READER, lines("eko"))
    catalog.db.execute("PRAGMA foreign_keys = OFF")
    with catalog.transaction() as db:
        db.execute("UPDATE label_lines SET photo_id = 77")
        db.execute("UPDATE label_readings SET photo_id = 77")
    catalog.db.execute("PRAGMA foreign_keys = ON")
    found = check(catalog)
    assert {problem.defect for problem in found} >= {Defect.ORPHAN}
    repair(catalog, found)
    repair(catalog, check(catalog))
    assert check(catalog) == []
    assert catalog.db.execute("SELECT count(*) FROM label_lines").fetchone() == (0,)


def test_places_that_a_stranger_wrote_are_nowhere(catalog: Catalog, carton: int) -> None:
    store_label(catalog, carton, READER, lines("eko"))
    with catalog.transaction() as db:
        db.execute("UPDATE label_lines SET corners = '[[1,2],\"x\"]'")
    ((line,),) = labels_of(catalog, [carton]).values()
    assert line.text == "eko"
    assert line.corners == ((0, 0),) * 4
