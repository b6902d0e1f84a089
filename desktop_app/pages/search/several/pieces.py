"""What the window asks of the shop about a picture of several products, as jobs that hand over plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.answer import Result, Verdict
from core.imaging.cut import Box, Cut, apply_cut
from core.progress import ReportProgress
from core.quantities.quantity import whole
from core.quantities.units import Unit
from core.scene.counting import Piece, count_pieces
from core.shop.shop import Shop
from core.stocktake.together import CountedTogether, count_together
from desktop_app.engine.decoded_pictures import CUT_SIDE
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.shop_engine import decode_picture
from desktop_app.program.user_name import user_name


@dataclass(frozen=True, slots=True)
class SeenPiece:
    """A thing in the picture.

    Attributes:
        box: where, in the picture turned as it was looked at.
        product: what it is taken for; None if it was not recognised.
        is_sure: False for a guess.
    """

    box: Box
    product: Result | None
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Group:
    """All pieces of one product.

    Attributes:
        sure: of the pieces, those that are no guess.
        can_be_counted: whether it is counted by the piece.
    """

    product: Result
    pieces: int
    sure: int

    @property
    def can_be_counted(self) -> bool:
        """Whether it is counted by the piece."""
        return self.product.unit in (None, Unit.PIECE)


def look_for_pieces(
    shop: Shop, source: PictureSource, quarters: int, progress: ReportProgress
) -> tuple[SeenPiece, ...]:
    """All that is in a picture, turned by so many right angles.

    Raises:
        KnownError: it is no picture, or the model's files are missing or damaged.
        Cancelled: ``progress`` asked to stop.
    """
    picture = apply_cut(decode_picture(source, CUT_SIDE), Cut(quarters=quarters))
    return tuple(_seen(piece) for piece in count_pieces(shop, picture, progress))


def grouped(pieces: Iterable[tuple[Result | None, bool]]) -> tuple[Group, ...]:
    """The products among pieces, each with whether it is no guess; those seen most often first."""
    of_product: dict[int, list[bool]] = {}
    products: dict[int, Result] = {}
    for product, is_sure in pieces:
        if product is not None:
            products[product.product_id] = product
            of_product.setdefault(product.product_id, []).append(is_sure)
    groups = [Group(products[key], len(sure), sum(sure)) for key, sure in of_product.items()]
    return tuple(sorted(groups, key=lambda group: (-group.pieces, group.product.title)))


def count_groups(shop: Shop, pieces: Mapping[int, int]) -> CountedTogether:
    """Count so many pieces of each product; raises as :func:`core.stocktake.together.count_together`."""
    return count_together(shop, {key: whole(number) for key, number in pieces.items()}, who=user_name())


def _seen(piece: Piece) -> SeenPiece:
    return SeenPiece(piece.box, piece.product, piece.answer.verdict is not Verdict.UNSURE)
