"""One SKU that two tills gave apart: both products stay, the same one has the SKU everywhere, a merge makes
them
one."""

from pathlib import Path

from core.catalog.edits.deletion import delete_products
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import current_stock
from core.copies.merging import merge_products
from core.hub.made_twice import made_twice
from core.quantities.quantity import whole
from tests.core.hub.tills import joined_till, sync, told


def test_two_products_of_one_sku_stay_apart_until_they_are_merged_on_one_till(
    tmp_path: Path, manager: str
) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea", stock=whole(2)), who="")
        upsert_product(b.catalog, ProductDraft("T-1", title="Green tea", stock=whole(3)), who="")
        for till in (b, a, b):
            sync(till, manager)
        assert told(a.catalog) == told(b.catalog)
        (found,) = made_twice(b.catalog)
        assert (found.sku, found.kept.title, [one.title for one in found.others]) == (
            "T-1",
            "Tea",
            ["Green tea"],
        )
        assert found.others[0].sku.startswith("T-1-")
        merge_products(b, found.kept.id, [one.id for one in found.others], who="bo")
        for till in (b, a):
            sync(till, manager)
        assert made_twice(a.catalog) == made_twice(b.catalog) == []
        assert told(a.catalog) == told(b.catalog)
        tea = product_by_sku(a.catalog, "T-1")
        assert tea is not None
        assert current_stock(a.catalog, tea.id) == whole(5)


def test_the_other_product_gets_the_sku_once_the_first_is_deleted(tmp_path: Path, manager: str) -> None:
    with (
        joined_till(tmp_path / "a", manager, "Harbour") as a,
        joined_till(tmp_path / "b", manager, "Harbour") as b,
    ):
        upsert_product(a.catalog, ProductDraft("T-1", title="Tea"), who="")
        upsert_product(b.catalog, ProductDraft("T-1", title="Green tea"), who="")
        for till in (a, b, a):
            sync(till, manager)
        tea = product_by_sku(a.catalog, "T-1")
        assert tea is not None
        set_archived(a.catalog, [tea.id])
        delete_products(a.catalog, [tea.id])
        for till in (a, b):
            sync(till, manager)
        for till in (a, b):
            left = product_by_sku(till.catalog, "T-1")
            assert left is not None
            assert left.title == "Green tea"
