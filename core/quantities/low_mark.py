"""The mark at and below which there is too little of something: what it may be, and what is below it."""

from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import LARGEST, NOTHING, Quantity, whole


def require_mark(mark: Quantity) -> None:
    """Refuse what cannot be a mark.

    Raises:
        KnownError: it is below zero or beyond reason.
    """
    if not NOTHING <= mark <= whole(LARGEST):
        raise no_mark(str(mark))


def no_mark(text: str) -> KnownError:
    """Why what was written cannot be a mark."""
    return KnownError(
        message("core", "“{quantity}” cannot mean low stock: write how much, like 5 or 0.5."), quantity=text
    )


def is_low(stock: Quantity | None, mark: Quantity | None) -> bool:
    """Whether there is too little, by the mark that counts."""
    return stock is not None and mark is not None and stock <= mark
