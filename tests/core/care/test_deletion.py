"""Products deleted for good: what goes, what stays, and what may not go."""

import numpy as np
import pytest

from core.care.check import check_shop
from core.care.deletion import delete_for_good
from core.catalog.edits.deletion import what_would_go
from core.catalog.edits.edit_log import next_undo, steps
from core.catalog.edits.product_change import ProductChange
from core.catalog.log.search_log import log_search
from core.catalog.photos.photos import PhotoFile, add_photo, photos_of_product
from core.catalog.products.products import product_by_id, set_archived
from core.catalog.stock import Reason, move_stock, movements
from core.errors import Cancelled, KnownError
from core.feedback import Said
from core.ingest.shop_edits import NewPicture, add_pictures, edit_shop, remove_picture
from core.quantities.quantity import whole
from core.search.kept import keep_feedback
from core.search.print_points import points_of
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.steps.undo import undo_step
from core.stocktake.booking import book
from core.stocktake.ledger import How, count_quantity
from core.stocktake.stocktake import begin
from tests.core.conftest import draw

GONE, STAYS = 1, 2


def files(shop: Shop) -> set[str]:
    """Every file of photos, thumbnails, points and kept searches."""
    folders = ("photos", "thumbs", "points", "kept_searches")
    return {
        str(path.relative_to(shop.folder))
        for folder in folders
        for path in (shop.folder / folder).rglob("*")
        if path.is_file()
    }


def test_a_deleted_product_leaves_nothing_behind(shop: Shop) -> None:
    before = files(shop)
    own = {path for path in before if photos_of_product(shop.catalog, GONE)[0].sha256 in path}
    shop.index()
    picture = draw("ellipse", (90, 90, 90))
    add_pictures(shop, GONE, [NewPicture("another", image=picture)], who="Kim")
    photos = photos_of_product(shop.catalog, GONE)
    remove_picture(shop, GONE, photos[0].sha256, who="Kim")  # its file waits for whoever undoes that
    points_of(shop, photos[1].sha256)
    search = log_search(shop.catalog, origin="file", verdict="match", top_product_id=GONE)
    vector = np.ones(shop.spec.dim, np.float32)
    keep_feedback(shop, search, Said.RIGHT, GONE, pictures=[picture], vectors=[vector])
    count = begin(shop, who="Kim")
    count_quantity(shop, count, GONE, whole(3), how=How.TYPED)
    book(shop, count, who="Kim")
    move_stock(shop.catalog, GONE, whole(-1), who="Kim", reason=Reason.SALE)
    both = {one: ProductChange(category="Toys") for one in (GONE, STAYS)}
    edit_shop(shop, both, who="Kim")
    edit_shop(shop, {GONE: ProductChange(archived=True)}, who="Kim")

    told = what_would_go(shop.catalog, [GONE])
    assert (told.products, told.title, told.photos, told.movements) == (1, "blue ball", 1, 2)
    assert delete_for_good(shop, [GONE]) == told

    assert product_by_id(shop.catalog, GONE) is None
    assert movements(shop.catalog, [GONE]) == []
    assert files(shop) == before - own
    assert check_shop(shop).ok
    assert photos[1].id not in [neighbour.photo_id for neighbour in shop.index().search(vector, 10)]
    # The change of both is still a step, of the other one alone.
    last = next_undo(shop.catalog)
    assert last is not None and (last.products, last.title) == (1, "red ball")
    undo_step(shop, who="Kim")
    other = product_by_id(shop.catalog, STAYS)
    assert other is not None and other.category == "Balls"
    assert all(edit.products for edit in steps(shop.catalog))


def test_a_photo_that_another_product_has_or_could_get_back_keeps_its_file(shop: Shop) -> None:
    first = photos_of_product(shop.catalog, GONE)[0]
    file = PhotoFile(first.sha256, first.width, first.height)
    add_photo(shop.catalog, STAYS, file)
    remove_picture(shop, STAYS, first.sha256, who="Kim")
    set_archived(shop.catalog, [GONE])
    delete_for_good(shop, [GONE])
    assert shop.files.path(first.sha256).exists()
    undo_step(shop, who="Kim")
    assert first.sha256 in {photo.sha256 for photo in photos_of_product(shop.catalog, STAYS)}
    assert check_shop(shop).ok


def test_what_is_on_the_shelf_or_being_counted_is_not_deleted(shop: Shop) -> None:
    before = files(shop)
    set_archived(shop.catalog, [STAYS])
    with pytest.raises(KnownError, match="on the shelf"):
        delete_for_good(shop, [STAYS, GONE])
    count_quantity(shop, begin(shop, who="Kim"), GONE, whole(3), how=How.TYPED)
    set_archived(shop.catalog, [GONE])
    with pytest.raises(KnownError, match="stocktake under way"):
        delete_for_good(shop, [STAYS, GONE])
    with pytest.raises(Cancelled):
        delete_for_good(shop, [STAYS], lambda _progress: False)
    assert product_by_id(shop.catalog, STAYS) is not None
    assert files(shop) == before


def test_nothing_is_deleted_by_who_may_only_read(shop: Shop) -> None:
    set_archived(shop.catalog, [GONE])
    with open_shop(shop.folder) as reader, pytest.raises(KnownError, match="is changing"):
        delete_for_good(reader, [GONE])
    assert product_by_id(shop.catalog, GONE) is not None
