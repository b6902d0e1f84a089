"""Entries of a source that are about one product, as one: a step knows each product once."""

from collections.abc import Iterable
from dataclasses import fields, replace

from core.catalog.clean_text import clean_line
from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry


def joined_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Each product once, where it is named first, with the photos of all; what is said later counts.

    A folder may name one twice (``a b.jpg``, ``a  b.jpg``), and so does a table of photos with a product and
    another that was merged into it.
    """
    by_sku: dict[str, Entry] = {}
    for entry in entries:
        sku = clean_line(entry.draft.sku)
        first = by_sku.get(sku)
        by_sku[sku] = entry if first is None else _joined(first, entry)
    return list(by_sku.values())


def _joined(first: Entry, later: Entry) -> Entry:
    return replace(
        first,
        draft=_said(first.draft, later.draft),
        photos=(*first.photos, *later.photos),
        only_known=first.only_known and later.only_known,
        only_with_photo=first.only_with_photo and later.only_with_photo,
    )


def _said(first: ProductDraft, later: ProductDraft) -> ProductDraft:
    names = [field.name for field in fields(ProductDraft)]
    said = {name: value for name in names if (value := getattr(later, name)) is not None}
    if later.currency is not None:
        said["price_minor"] = later.price_minor  # which is then "no price" where it is None
    if later.extra is not None:
        said["extra"] = {**(first.extra or {}), **later.extra}
    return replace(first, **said)
