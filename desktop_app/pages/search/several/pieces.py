"""What the window asks of the shop about a picture of several products, as jobs that hand over plain data."""

from collections.abc import Mapping, Sequence
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
        product: what it is taken for; None if the shop does not have it.
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


def grouped(pieces: Sequence[SeenPiece]) -> tuple[Group, ...]:
    """The products among them, those seen most often first."""
    of_product: dict[int, list[SeenPiece]] = {}
    for piece in pieces:
        if piece.product is not None:
            of_product.setdefault(piece.product.product_id, []).append(piece)
    groups = [
        Group(own[0].product, len(own), sum(piece.is_sure for piece in own))
        for own in of_product.values()
        if own[0].product is not None
    ]
    return tuple(sorted(groups, key=lambda group: (-group.pieces, group.product.title)))


def count_groups(shop: Shop, pieces: Mapping[int, int]) -> CountedTogether:
    """Count so many pieces of each product; raises as :func:`core.stocktake.together.count_together`."""
    return count_together(shop, {key: whole(number) for key, number in pieces.items()}, who=user_name())


def _seen(piece: Piece) -> SeenPiece:
    return SeenPiece(piece.box, piece.product, piece.answer.verdict is not Verdict.UNSURE)
