"""The fields of a product that a table can fill, by the names that core has for them."""

from PySide6.QtCore import QCoreApplication


def field_names() -> dict[str, str]:
    """What each field is called in the language of now, in the order in which they are offered."""
    return {
        "sku": QCoreApplication.translate("import", "SKU (number)"),
        "title": QCoreApplication.translate("import", "Title"),
        "category": QCoreApplication.translate("import", "Category"),
        "brand": QCoreApplication.translate("import", "Brand"),
        "description": QCoreApplication.translate("import", "Description"),
        "barcode": QCoreApplication.translate("import", "Barcode"),
        "price": QCoreApplication.translate("import", "Price"),
        "currency": QCoreApplication.translate("import", "Currency"),
        "sale_price": QCoreApplication.translate("import", "Sale price"),
        "sale_starts": QCoreApplication.translate("import", "Sale begins"),
        "sale_ends": QCoreApplication.translate("import", "Sale ends"),
        "low_stock": QCoreApplication.translate("import", "Low stock at"),
        "stock": QCoreApplication.translate("import", "Stock"),
        "unit": QCoreApplication.translate("import", "Unit"),
        "location": QCoreApplication.translate("import", "Shelf place"),
        "tags": QCoreApplication.translate("import", "Tags"),
        "photo": QCoreApplication.translate("import", "Photo"),
    }
