"""Movements of stock in the words of the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.quantities.quantity import NOTHING
from desktop_app.look.stock_words import quantity, signed

if TYPE_CHECKING:
    from core.catalog.stock import Movement
    from core.quantities.units import Unit


def reason_words(reason: str) -> str:
    """What a core.catalog.stock.Reason is called, by its value."""
    translate = QCoreApplication.translate
    return {
        "import": translate("stock_history", "Import"),
        "count": translate("stock_history", "Count"),
        "sale": translate("stock_history", "Sale"),
        "delivery": translate("stock_history", "Delivery"),
        "return": translate("stock_history", "Return"),
        "loss": translate("stock_history", "Loss"),
        "correction": translate("stock_history", "Correction"),
        "undo": translate("stock_history", "Undone"),
    }[reason]


def change_words(movement: Movement, unit: Unit | None) -> str:
    """How much more or less it made: ``+3``, ``−0.5 kg``; or that nobody knows any more."""
    if movement.counted is False:
        return QCoreApplication.translate("stock_history", "Not counted any more")
    if movement.quantity == NOTHING:
        return "±" + quantity(NOTHING, unit)
    return signed(movement.quantity, unit)
