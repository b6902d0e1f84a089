"""The last step taken back: what an import made and changed, and what others changed since."""

from pathlib import Path

import pytest

from core.care.check import check_shop, repair_shop
from core.catalog.checking.check import check
from core.catalog.edits.edit_log import EditKind, next_undo, steps
from core.catalog.edits.import_log import KEPT_IMPORTS
from core.catalog.edits.product_change import ProductChange
from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import Product, product_by_sku
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, move_stock
from core.catalog.tables.export import export_table
from core.catalog.tags.tags import add_tag
from core.errors import Cancelled, KnownError
from core.ingest.product_import import GROUP_ENTRIES
from core.ingest.shop_edits import book_stock, edit_shop, redo_edit
from core.ingest.table import import_table
from core.progress import Progress
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.steps.undo import undo_step
from core.stocktake.booking import book
from core.stocktake.ledger import How, count_quantity
from core.stocktake.stocktake import begin, under_way
from tests.core.conftest import draw


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path / "shop", create=True)


def import_text(shop: Shop, text: str, name: str = "table.csv") -> int | None:
    table = shop.folder.parent / name
    table.write_text(text, encoding="utf-8")
    return import_table(shop, table, who="Kim").step


def product(shop: Shop, sku: str) -> Product:
    found = product_by_sku(shop.catalog, sku)
    assert found is not None
    return found


def exported(shop: Shop) -> str:
    """All that the shop says of its products."""
    path = shop.folder.parent / "out.csv"
    export_table(shop.catalog, path, photo_path=lambda sha256: sha256, replace=True)
    return path.read_text(encoding="utf-8-sig")


EVERYTHING = """\
sku,title,description,category,brand,barcode,price,currency,stock,location,tags,archived,photo,Origin
A,Apple juice,Cloudy,Drinks,Orchard,4006381333931,2.50,EUR,12,A-1,"bio, new",no,red.png,Kent
B,Pear juice,Clear,Drinks,Orchard,96385074,1.50,EUR,3,A-2,new,yes,blue.png,Rome
"""


def test_every_field_of_an_import_is_taken_back_and_done_again(shop: Shop) -> None:
    for name, colour in (("red", (210, 40, 40)), ("blue", (40, 60, 210))):
        draw("ellipse", colour).save(shop.folder.parent / f"{name}.png")
    upsert_product(
        shop.catalog, ProductDraft("A", title="Old", brand="Before", stock=whole(5), tags=("bio", "old"))
    )
    before = exported(shop)
    assert import_text(shop, EVERYTHING) is not None
    after = exported(shop)
    key = product(shop, "B").id
    turned = undo_step(shop, who="Kim")
    assert (turned.changed, turned.kept, turned.left) == (2, 0, ())
    assert exported(shop) == before
    assert product_by_sku(shop.catalog, "B") is None
    redo_edit(shop, who="Kim")
    assert exported(shop) == after and product(shop, "B").id == key
    assert shop.index().count == 1  # B is archived
    assert check(shop.catalog) == []
    undo_step(shop, who="Lou")
    assert exported(shop) == before


def test_an_import_is_undone_days_later_by_another_program(shop: Shop) -> None:
    import_text(shop, "sku,title\nA,Apple\n")
    shop.close()
    with open_shop(shop.folder, write=True) as again:
        undo_step(again, who="Lou")
        assert product_by_sku(again.catalog, "A") is None
        with pytest.raises(KnownError, match="nothing to undo"):
            undo_step(again, who="Lou")


def test_an_import_is_undone_by_a_program_that_knows_more_of_products(shop: Shop) -> None:
    import_text(shop, EVERYTHING)
    # As it was written before products had this column.
    shop.catalog.db.execute("UPDATE edit_changes SET after = json_remove(after, '$.low_milli')")
    assert undo_step(shop, who="Kim").changed == 2
    assert product_by_sku(shop.catalog, "A") is None


def test_products_that_were_changed_since_are_left_whole_and_named(shop: Shop) -> None:
    upsert_product(shop.catalog, ProductDraft("A", title="Apple", brand="Old"))
    rows = ("A,Green apple", "B,Pear", "C,Quince", "D,Fig", "E,Kiwi")
    import_text(shop, "sku,title,brand\n" + "".join(f"{row},New\n" for row in rows))
    upsert_product(shop.catalog, ProductDraft("A", title="Red apple"))  # by another program
    move_stock(shop.catalog, product(shop, "B").id, whole(-1), who="till", reason=Reason.SALE)
    add_tag(shop.catalog, [product(shop, "C").id], "ripe", who="Kim")
    stocktake = begin(shop, who="Kim")
    count_quantity(shop, stocktake, product(shop, "D").id, whole(2), how=How.TYPED)
    turned = undo_step(shop, who="Kim")
    assert [one.sku for one in turned.left] == ["A", "B", "C", "D"]
    assert (turned.changed, turned.kept) == (1, 4)
    assert (product(shop, "A").title, product(shop, "A").brand) == ("Red apple", "New")
    assert product_by_sku(shop.catalog, "E") is None
    assert product(shop, "B").stock is None  # it was never counted


def test_sales_since_an_import_count_when_its_stock_is_taken_back(shop: Shop) -> None:
    upsert_product(shop.catalog, ProductDraft("A", title="Apple", stock=whole(10)))
    import_text(shop, "sku,title,stock\nA,Apple,500\n")
    move_stock(shop.catalog, product(shop, "A").id, whole(-3), who="till", reason=Reason.SALE)
    assert undo_step(shop, who="Kim").kept == 0
    assert product(shop, "A").stock == whole(7)


def test_a_photo_that_an_import_replaced_comes_back(shop: Shop) -> None:
    picture = shop.folder.parent / "a.png"
    draw("ellipse", (210, 40, 40)).save(picture)
    import_text(shop, "sku,title,photo\nA,Apple,a.png\n")
    old = photos_of_product(shop.catalog, product(shop, "A").id)[0].sha256
    draw("ellipse", (40, 60, 210)).save(picture)
    import_text(shop, "sku,title,photo\nA,Apple,a.png\n")
    (new,) = photos_of_product(shop.catalog, product(shop, "A").id)
    assert new.sha256 != old
    assert repair_shop(shop, check_shop(shop)).ok  # its file is nobody's, but for the undo
    undo_step(shop, who="Kim")
    (back,) = photos_of_product(shop.catalog, product(shop, "A").id)
    assert back.sha256 == old and shop.index().count == 1
    assert shop.files.path(old).exists() and check_shop(shop).ok


def test_an_import_that_changes_nothing_is_no_step(shop: Shop) -> None:
    table = "sku,title,stock,tags\nA,Apple,3,bio\n"
    first = import_text(shop, table)
    assert import_text(shop, table) is None
    latest = next_undo(shop.catalog)
    assert latest is not None and latest.id == first


def test_an_import_that_was_cancelled_is_undone_as_far_as_it_came(shop: Shop) -> None:
    rows = "".join(f"S{number},Thing {number}\n" for number in range(GROUP_ENTRIES + 100))
    (shop.folder.parent / "long.csv").write_text("sku,title\n" + rows, encoding="utf-8")

    def stop(progress: Progress) -> None:
        if progress.done > GROUP_ENTRIES + 50:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_table(shop, shop.folder.parent / "long.csv", progress=stop)
    assert product_by_sku(shop.catalog, "S1") is not None
    undo_step(shop, who="Kim")
    assert shop.catalog.db.execute("SELECT count(*) FROM products").fetchone() == (0,)


def test_a_booking_is_taken_back_whole_and_its_count_goes_on(shop: Shop) -> None:
    upsert_product(shop.catalog, ProductDraft("A", title="Apple", stock=whole(5)))
    upsert_product(shop.catalog, ProductDraft("B", title="Pear", stock=whole(5)))
    stocktake = begin(shop, who="Kim")
    for sku, pieces in (("A", 7), ("B", 2)):
        count_quantity(shop, stocktake, product(shop, sku).id, whole(pieces), how=How.TYPED)
    book(shop, stocktake, who="Kim")
    edit_shop(shop, {product(shop, "A").id: ProductChange(title="Green apple")}, who="Kim")
    assert [step.kind for step in steps(shop.catalog)] == [EditKind.CHANGE, EditKind.BOOKING]
    undo_step(shop, who="Kim")
    turned = undo_step(shop, who="Kim")
    assert turned.edit.kind is EditKind.BOOKING and turned.changed == 2
    assert (product(shop, "A").stock, product(shop, "B").stock) == (whole(5), whole(5))
    assert under_way(shop) is not None
    assert next_undo(shop.catalog) is None


def test_a_booking_is_not_taken_back_over_another_count(shop: Shop) -> None:
    upsert_product(shop.catalog, ProductDraft("A", title="Apple", stock=whole(5)))
    stocktake = begin(shop, who="Kim")
    count_quantity(shop, stocktake, product(shop, "A").id, whole(7), how=How.TYPED)
    book(shop, stocktake, who="Kim")
    begin(shop, who="Kim")
    with pytest.raises(KnownError, match="under way already"):
        undo_step(shop, who="Kim")
    assert product(shop, "A").stock == whole(7)


def test_the_imports_beyond_those_that_are_kept_are_forgotten_their_effect_is_not(shop: Shop) -> None:
    for number in range(KEPT_IMPORTS + 2):
        import_text(shop, f"sku,title\nA,Apple {number}\n")
    for _ in range(KEPT_IMPORTS):
        undo_step(shop, who="Kim")
    assert product(shop, "A").title == "Apple 1"
    with pytest.raises(KnownError, match="nothing to undo"):
        undo_step(shop, who="Kim")


def test_an_import_under_way_is_not_taken_back_and_what_is_edited_meanwhile_is(shop: Shop) -> None:
    table = shop.folder.parent / "long.csv"
    rows = "".join(f"S{n},Thing {n}\n" for n in range(GROUP_ENTRIES + 100))
    table.write_text(f"sku,title\n{rows}", encoding="utf-8")
    refused: list[str] = []

    def listen(progress: Progress) -> None:
        if progress.done != GROUP_ENTRIES + 80 or refused:
            return
        with pytest.raises(KnownError) as caught:  # the first products are written, the last ones are not
            undo_step(shop, who="Lou")
        refused.append(str(caught.value))
        edit_shop(shop, {product(shop, "S1").id: ProductChange(title="Edited")}, who="Lou")
        undo_step(shop, who="Lou")

    import_table(shop, table, who="Kim", progress=listen)
    assert refused == ["An import is under way. It can be undone once it has ended."]
    assert product(shop, "S1").title == "Thing 1"
    undo_step(shop, who="Kim")
    assert (
        product_by_sku(shop.catalog, "S0") is None
        and product_by_sku(shop.catalog, f"S{GROUP_ENTRIES + 99}") is None
    )


def test_who_means_one_step_takes_back_no_other(shop: Shop) -> None:
    import_text(shop, EVERYTHING)
    one = product(shop, "A")
    sold = book_stock(shop, one.id, whole(-1), Reason.SALE, who="Kim")
    assert sold is not None
    edit_shop(shop, {one.id: ProductChange(location="B-1")}, who="Kim")
    with pytest.raises(KnownError, match="since"):
        undo_step(shop, who="Kim", only=sold.id)
    assert (product(shop, "A").stock, product(shop, "A").location) == (whole(11), "B-1")
    undo_step(shop, who="Kim")
    undo_step(shop, who="Kim", only=sold.id)
    assert product(shop, "A").stock == whole(12)
