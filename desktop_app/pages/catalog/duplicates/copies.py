"""What the dialog of copied photos asks of the shop, as jobs that hand over plain data."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.catalog.edits.edit_log import Edit
from core.catalog.photos.photos import Photo
from core.catalog.products.products import products_by_ids
from core.copies.best_photo import BestPhoto, best_photos, keep_best
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.program.user_name import user_name


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photo's file, its pixels, and the title of the product that has it."""

    picture: str
    width: int
    height: int
    title: str


@dataclass(frozen=True, slots=True)
class ShownCopies:
    """Copies of one photo: the best, and those that it can stand for."""

    chosen: BestPhoto
    best: ShownPhoto
    others: tuple[ShownPhoto, ...]


def find_copies(
    shop: Shop, groups: Sequence[Sequence[Photo]], progress: ReportProgress
) -> tuple[ShownCopies, ...]:
    """The best of each group.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    owners = {photo.product_id for group in groups for photo in group}
    titles = {product.id: product.title for product in products_by_ids(shop.catalog, owners)}

    def shown(photo: Photo) -> ShownPhoto:
        picture = str(shop.files.path(photo.sha256))
        return ShownPhoto(picture, photo.width, photo.height, titles.get(photo.product_id, ""))

    return tuple(
        ShownCopies(chosen, shown(chosen.best), tuple(map(shown, chosen.others)))
        for chosen in best_photos(shop, groups, progress)
    )


def keep(shop: Shop, chosen: Sequence[BestPhoto]) -> Edit | None:
    """Let the best stand for the others. Raises as :func:`core.copies.best_photo.keep_best`."""
    return keep_best(shop, chosen, who=user_name())
