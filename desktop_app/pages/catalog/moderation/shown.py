"""What the dialog asks of the shop, as jobs that hand over plain data."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.catalog.edits.edit_log import Edit
from core.catalog.moderation.thresholds import thresholds
from core.catalog.photos.photos import PhotoKind, live_photo_hashes, photos_of_hash
from core.catalog.products.products import products_by_ids
from core.faces.detection import LIKELY
from core.finding import Box, Finding, FindingKind
from core.ingest.face_removal import FacesBlurred, blur_kept_photos
from core.messages import Sentence
from core.moderation.deciding import decide
from core.moderation.forbidden.titled import named_products
from core.moderation.looking import Moderated, look_through, moderated, problems_of_detectors
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.program.user_name import user_name


@dataclass(frozen=True, slots=True)
class SeenPhoto:
    """A photo on which something was seen, or a product without a photo whose words name such goods.

    Attributes:
        sha256, path: of the photo; "" without one.
        size: of the photo in pixels, which boxes are told in.
        findings: all that are told, the surest first.
        shown: what a person decided; None while nothing is, or something else was seen since.
        is_counter: whether it was taken in the shop.
    """

    sha256: str
    path: str
    size: tuple[int, int]
    product_id: int
    title: str
    sku: str
    findings: tuple[Finding, ...]
    shown: bool | None = None
    is_counter: bool = False

    @property
    def may_be_blurred(self) -> bool:
        """Whether it shows somebody who did not ask to be on a photo."""
        return self.is_counter and FindingKind.FACE in self.kinds

    @property
    def kinds(self) -> frozenset[FindingKind]:
        """Of its findings."""
        return frozenset(one.kind for one in self.findings)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Where things were seen, in shares of the picture's width and height."""
        width, height = self.size
        return tuple(
            (left / width, top / height, right / width, bottom / height)
            for left, top, right, bottom in (one.box for one in self.findings if one.box is not None)
        )


@dataclass(frozen=True, slots=True)
class SeenPhotos:
    """All of them, those that wait first; and what is not looked for, and why."""

    photos: tuple[SeenPhoto, ...]
    problems: tuple[Sentence, ...] = ()


def look(shop: Shop, progress: ReportProgress) -> SeenPhotos:
    """Look at what nobody has looked at yet, then tell.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    if shop.writable:
        look_through(shop, progress)
    return seen_photos(shop)


def seen_photos(shop: Shop) -> SeenPhotos:
    """What is known; nothing is looked at."""
    found = moderated(shop, dict.fromkeys(live_photo_hashes(shop.catalog).values()))
    photos = [_of(shop, one) for one in found if one.findings or one.decision is not None]
    bare = [one for one in named_products(shop.catalog) if not one.photo]
    photos += [SeenPhoto("", "", (1, 1), one.product_id, one.title, one.sku, one.findings) for one in bare]
    photos.sort(key=lambda one: one.shown is not None)
    return SeenPhotos(tuple(photos), tuple(problems_of_detectors(shop)))


def decide_photos(shop: Shop, hashes: Sequence[str], *, shown: bool | None) -> Edit | None:
    """Decide. Raises as :func:`core.moderation.deciding.decide`."""
    return decide(shop, hashes, shown=shown, who=user_name())


def blur_photos(shop: Shop, hashes: Sequence[str]) -> FacesBlurred:
    """Blur the faces that are told. Raises as :func:`core.ingest.face_removal.blur_kept_photos`."""
    told = thresholds(shop.catalog)[FindingKind.FACE]
    least = LIKELY if told is None else min(LIKELY, told)
    return blur_kept_photos(shop, hashes, who=user_name(), least=least)


def _of(shop: Shop, one: Moderated) -> SeenPhoto:
    photos = photos_of_hash(shop.catalog, one.sha256)
    photo = photos[0]
    product = products_by_ids(shop.catalog, [photo.product_id])[0]
    return SeenPhoto(
        one.sha256,
        one.name,
        (max(1, photo.width), max(1, photo.height)),
        product.id,
        product.title,
        product.sku,
        one.findings,
        one.decided,
        any(own.kind is PhotoKind.COUNTER for own in photos),
    )
