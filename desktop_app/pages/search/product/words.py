"""A product's own words for the eye: its title in the user's language, the merchant's headings spelt out."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from core.catalog.products.titles import CHINESE_TITLES, chinese_title


def shown_title(title: str, extra: Mapping[str, str]) -> str:
    """The title to show: the Chinese one where the user reads Chinese and the shop has one."""
    if QLocale().language() == QLocale.Language.Chinese:
        return chinese_title(extra) or title
    return title


def further_columns(title: str, extra: Mapping[str, str]) -> list[tuple[str, str]]:
    """The merchant's own columns as (heading, value); the title that is not shown stands among them."""
    rows = []
    chinese = chinese_title(extra)
    if chinese:
        other = title if shown_title(title, extra) == chinese else chinese
        rows.append((QCoreApplication.translate("product", "Other title"), other))
    for name, value in extra.items():
        if value and name.strip().casefold() not in CHINESE_TITLES:
            rows.append((heading(name), value))
    return rows


def heading(name: str) -> str:
    """``shelf_life_days`` as ``Shelf life days``, ``department`` in the user's language."""
    known = {
        "department": QCoreApplication.translate("product", "Department"),
        "supplier": QCoreApplication.translate("product", "Supplier"),
        "size": QCoreApplication.translate("product", "Size"),
        "colour": QCoreApplication.translate("product", "Colour"),
        "color": QCoreApplication.translate("product", "Colour"),
        "weight": QCoreApplication.translate("product", "Weight"),
        "unit": QCoreApplication.translate("product", "Unit"),
        "material": QCoreApplication.translate("product", "Material"),
    }
    spaced = " ".join(name.replace("_", " ").split())
    if spaced.casefold() in known:
        return known[spaced.casefold()]
    return spaced[:1].upper() + spaced[1:] if spaced.islower() else spaced
