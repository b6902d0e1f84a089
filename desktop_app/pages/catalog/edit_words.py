"""Edits of products in the words of the user's language, for messages and for what undo would take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from core.catalog.edits.edit_log import Edit
    from core.catalog.edits.edit_undo import Turned


_NAMED = 5
"""So many products are named that an undo left alone."""


class EditCounts(QObject):
    """Numbers in words: the extraction tool knows the plural forms of a class's own texts only."""

    def products(self, count: int) -> str:
        """How many products."""
        return self.tr("%n product(s)", "", count)

    def kept(self, count: int) -> str:
        """How many values an undo left alone."""
        return self.tr("%n value(s) had been changed by somebody since and stay.", "", count)

    def left(self, count: int, names: str) -> str:
        """Which products the undo of an import left alone."""
        return self.tr("%n product(s) had been changed since and stay: {names}", "", count).format(
            names=names
        )


def edit_words(edit: Edit) -> str:
    """What was edited: ``price of “Banana”``, ``category of 12 products``."""
    translate = QCoreApplication.translate
    what = named(edit.title, edit.products)
    if edit.kind.value == "import":
        name = edit.about or translate("edit_words", "products")
        return translate("edit_words", "import of {name}, {products}").format(
            name=name, products=EditCounts().products(edit.products)
        )
    if edit.kind.value == "sales":
        return translate("edit_words", "receipts of {name}, {products}").format(
            name=edit.about, products=EditCounts().products(edit.products)
        )
    if edit.kind.value == "booking":
        return translate("edit_words", "booking of a count, {products}").format(
            products=EditCounts().products(edit.products)
        )
    if edit.kind.value == "add":
        return translate("edit_words", "new product {products}").format(products=what)
    if edit.kind.value == "archive":
        return translate("edit_words", "archiving of {products}").format(products=what)
    if edit.kind.value == "restore":
        return translate("edit_words", "return of {products} to the shelf").format(products=what)
    if edit.kind.value == "merge":
        return translate("edit_words", "merge of {products}").format(products=what)
    if edit.kind.value == "decision":
        return translate("edit_words", "decision about photos of {products}").format(products=what)
    if len(edit.fields) != 1:
        return translate("edit_words", "several fields of {products}").format(products=what)
    return translate("edit_words", "{field} of {products}").format(
        field=_field(edit.fields[0].value), products=what
    )


def done_words(edit: Edit) -> str:
    """What to say when it is done."""
    translate = QCoreApplication.translate
    what = named(edit.title, edit.products)
    texts = {
        "add": translate("edit_words", "Added: {products}"),
        "archive": translate("edit_words", "Archived: {products}"),
        "restore": translate("edit_words", "Back on the shelf: {products}"),
    }
    if edit.kind.value in texts:
        return texts[edit.kind.value].format(products=what)
    return translate("edit_words", "Changed: {what}").format(what=edit_words(edit))


def turned_words(turned: Turned) -> str:
    """What to say when an edit was undone, or done again."""
    translate = QCoreApplication.translate
    text = (
        translate("edit_words", "Undone: {what}")
        if turned.edit.undone
        else translate("edit_words", "Redone: {what}")
    )
    words = text.format(what=edit_words(turned.edit))
    if turned.edit.kind.value == "import" and turned.left:
        names = [f"“{product.title}” ({product.sku})" for product in turned.left[:_NAMED]]
        more = ["…"] if len(turned.left) > _NAMED else []
        words += " " + EditCounts().left(len(turned.left), ", ".join([*names, *more]))
    elif turned.kept:
        words += " " + EditCounts().kept(turned.kept)
    return words


def named(title: str, products: int) -> str:
    """A product by its title, several by how many they are."""
    if title:
        return QCoreApplication.translate("edit_words", "“{title}”").format(title=title)
    return EditCounts().products(products)


def _field(name: str) -> str:
    translate = QCoreApplication.translate
    return {
        "title": translate("edit_words", "title"),
        "description": translate("edit_words", "description"),
        "category": translate("edit_words", "category"),
        "brand": translate("edit_words", "brand"),
        "barcode": translate("edit_words", "barcode"),
        "location": translate("edit_words", "shelf place"),
        "price": translate("edit_words", "price"),
        "sale": translate("edit_words", "sale price"),
        "stock": translate("edit_words", "stock"),
        "low": translate("edit_words", "low-stock mark"),
        "unit": translate("edit_words", "unit"),
        "tags": translate("edit_words", "tags"),
        "archived": translate("edit_words", "place in the archive"),
        "photos": translate("edit_words", "photos"),
    }[name]
