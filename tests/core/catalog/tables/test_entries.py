"""What importing a product would change, and the change."""

from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import PhotoFile, PhotoKind, photos_of_product
from core.catalog.products.products import counts, product_by_sku
from core.catalog.products.upsert import Outcome, ProductDraft, upsert_product
from core.catalog.tables.entries import PlannedEntry, apply_row, plan_entry, source_sha256
from core.catalog.tables.parse import Table, parse_table
from core.quantities.quantity import whole


def table(folder: Path, text: str) -> Table:
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    return parse_table(path)


def stored(path: Path, letter: str) -> PhotoFile:
    return PhotoFile(letter * 64, 1, 1, source_sha256(path), path.name)


def test_a_plan_says_what_would_change_and_changes_nothing(tmp_path: Path, catalog: Catalog) -> None:
    upsert_product(catalog, ProductDraft("same", title="x", stock=whole(3), tags=("A",)))
    upsert_product(catalog, ProductDraft("other", title="x", stock=whole(3)))
    before = counts(catalog)
    parsed = table(tmp_path, "sku,title,stock,tags\nsame,x,3,a\nother,x,4,\nnew,y,1,\n,bad,,\n")
    assert [(row.row, plan_entry(catalog, row)) for row in parsed.rows] == [
        (2, PlannedEntry(Outcome.UNCHANGED, 0)),
        (3, PlannedEntry(Outcome.UPDATED, 0)),
        (4, PlannedEntry(Outcome.CREATED, 0)),
    ]
    assert [remark.row for remark in parsed.skipped] == [5]
    assert counts(catalog) == before


def test_a_photo_that_the_product_has_is_known_without_decoding_it(tmp_path: Path, catalog: Catalog) -> None:
    (tmp_path / "a.jpg").write_bytes(b"picture")
    (entry,) = table(tmp_path, "sku,photo\nA,a.jpg\n").rows
    assert plan_entry(catalog, entry) == PlannedEntry(Outcome.CREATED, 1)
    applied = apply_row(
        catalog, entry.draft, [(stored(tmp_path / "a.jpg", "a"), PhotoKind.CATALOG)], who="Kim"
    )
    assert len(applied.new_photo_ids) == 1
    assert plan_entry(catalog, entry) == PlannedEntry(Outcome.UNCHANGED, 0)


def test_a_new_photo_alone_makes_an_update_and_replaces_the_older_of_its_name(
    tmp_path: Path, catalog: Catalog
) -> None:
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"old")
    (entry,) = table(tmp_path, "sku,photo\nA,a.jpg\n").rows
    apply_row(catalog, entry.draft, [(stored(picture, "a"), PhotoKind.CATALOG)])
    picture.write_bytes(b"new")
    assert plan_entry(catalog, entry) == PlannedEntry(Outcome.UPDATED, 1)
    applied = apply_row(catalog, entry.draft, [(stored(picture, "b"), PhotoKind.CATALOG)])
    assert applied.outcome is Outcome.UPDATED
    assert [photo.sha256[0] for photo in photos_of_product(catalog, applied.product_id)] == ["b"]


def test_a_table_imported_twice_doubles_nothing(grocery: Path, catalog: Catalog) -> None:
    parsed = parse_table(grocery / "catalog.csv")
    assert [plan_entry(catalog, row).outcome for row in parsed.rows] == [Outcome.CREATED] * 81
    for row in parsed.rows:
        apply_row(catalog, row.draft)
    for row in parsed.rows:
        assert apply_row(catalog, row.draft).outcome is Outcome.UNCHANGED
    assert counts(catalog).products == 81
    product = product_by_sku(catalog, "F000")
    assert product is not None
    assert (product.price_minor, product.stock, product.extra) == (3178, whole(39), {"department": "Fruit"})
