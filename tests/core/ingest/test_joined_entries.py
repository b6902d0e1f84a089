"""Two entries that are about one product are one."""

from pathlib import Path

from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.ingest.joined_entries import joined_entries

TEA, MUG, CUP = (PhotoSource(Path(f"{name}.jpg"), f"{name}.jpg") for name in ("tea", "mug", "cup"))


def test_one_stands_where_its_product_was_named_first_with_the_photos_of_all() -> None:
    entries = [
        Entry(1, ProductDraft("a  b"), (TEA,)),
        Entry(2, ProductDraft("c"), (MUG,)),
        Entry(3, ProductDraft(" a b"), (CUP,)),
    ]
    assert [(entry.row, entry.photos) for entry in joined_entries(entries)] == [(1, (TEA, CUP)), (2, (MUG,))]


def test_what_is_said_later_counts_and_what_is_said_once_stays() -> None:
    first = ProductDraft("a", title="Tea", brand="Orchard", extra={"Colour": "red", "Size": "S"})
    later = ProductDraft("a", title="Green tea", archived=False, extra={"Size": "L"})
    (joined,) = joined_entries([Entry(1, first), Entry(2, later)])
    assert joined.draft == ProductDraft(
        "a", title="Green tea", brand="Orchard", archived=False, extra={"Colour": "red", "Size": "L"}
    )


def test_no_price_said_later_is_no_price() -> None:
    first, later = ProductDraft("a", price_minor=500, currency="EUR"), ProductDraft("a", currency="EUR")
    (joined,) = joined_entries([Entry(1, first), Entry(2, later)])
    assert (joined.draft.price_minor, joined.draft.currency) == (None, "EUR")


def test_it_may_be_made_if_one_of_them_may() -> None:
    photo, row = Entry(1, ProductDraft("a"), only_known=True), Entry(2, ProductDraft("a", title="Tea"))
    assert [entry.only_known for entry in joined_entries([photo, row])] == [False]
    assert [entry.only_known for entry in joined_entries([photo, photo])] == [True]
