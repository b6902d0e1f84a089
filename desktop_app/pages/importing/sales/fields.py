"""The fields of a receipt's line that a table can fill, by the names that core has for them."""

from PySide6.QtCore import QCoreApplication


def sales_fields() -> dict[str, str]:
    """What each field is called in the language of now, in the order in which they are offered."""
    translate = QCoreApplication.translate
    return {
        "receipt": translate("import_sales", "Receipt's number"),
        "date": translate("import_sales", "Day"),
        "time": translate("import_sales", "Time"),
        "zone": translate("import_sales", "Time zone"),
        "sku": translate("import_sales", "SKU (number)"),
        "barcode": translate("import_sales", "Barcode"),
        "title": translate("import_sales", "Title"),
        "variant": translate("import_sales", "Variant"),
        "quantity": translate("import_sales", "Quantity"),
        "returned": translate("import_sales", "Came back since"),
        "kept": translate("import_sales", "What did not come back"),
        "total": translate("import_sales", "Line's total"),
        "price": translate("import_sales", "Price of one"),
        "discount": translate("import_sales", "Discount"),
        "subtotal": translate("import_sales", "Receipt's total after its discount"),
        "currency": translate("import_sales", "Currency"),
        "place": translate("import_sales", "Place of the till"),
        "customer": translate("import_sales", "Customer's number"),
        "kind": translate("import_sales", "Sale or refund"),
        "line_kind": translate("import_sales", "Kind of line, such as tip"),
        "status": translate("import_sales", "State"),
        "cancelled": translate("import_sales", "Called off"),
    }
