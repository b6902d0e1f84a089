"""The pipelines that a shop can be compared by, and their comparison on a table of photos."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from core.catalog.photos.photos import PhotoKind, photos_by_ids
from core.catalog.photos.vectors import searchable_photos
from core.catalog.products.products import products_by_ids
from core.errors import KnownError
from core.imaging.denoise import Denoise
from core.ingest.photo_table import LabelledPhoto
from core.learning.examples import Examples, shop_examples
from core.learning.synthetic.synthetic import synthetic_examples
from core.measuring.compared.classic_pipelines import classic_pipelines
from core.measuring.compared.compare import Row, compare
from core.measuring.compared.network_pipelines import MakeMore, network_pipelines
from core.measuring.compared.pipeline import Learned, Picture, Pipeline
from core.measuring.compared.small_cnn import small_cnn_pipeline
from core.measuring.evaluation import evaluate
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop

IN_USE = "in-use"
"""The shop as it searches now, with whatever lesson it uses."""


def shop_pipelines(shop: Shop, progress: ReportProgress = ignore_progress) -> tuple[Pipeline, ...]:
    """Every pipeline there is for the shop, the simplest first."""
    found = [*classic_pipelines(), small_cnn_pipeline()]
    for spec in shop.models.backbones():
        more = _synthetic(shop, progress) if spec.fingerprint == shop.spec.fingerprint else None
        found += network_pipelines(spec, shop, make_more=more)
    if shop.spec.fingerprint not in {spec.fingerprint for spec in shop.models.backbones()}:
        found += network_pipelines(shop.spec, shop, make_more=_synthetic(shop, progress))
    for denoise in (Denoise.MEDIAN, Denoise.GAUSSIAN):
        recipe = replace(shop.spec.preprocessing, denoise=denoise)
        # Another recipe, other vectors: another fingerprint, but the same network and its export.
        found += network_pipelines(shop.spec, None, name=f"{shop.spec.name}-{denoise}", recipe=recipe)[:2]
    return tuple(found)


def compare_shop(
    shop: Shop,
    photos: Sequence[LabelledPhoto],
    names: Sequence[str] = (),
    *,
    progress: ReportProgress = ignore_progress,
    after_each: Callable[[Row], None] = lambda _row: None,
) -> list[Row]:
    """Compare pipelines with the shop's photos as references and a table's as queries.

    Args:
        names: of the pipelines; none for all of them.
        after_each: told of each row as soon as it is there.

    Raises:
        KnownError: there is no pipeline of a name, or the shop has fewer than two products with photos.
        Cancelled: ``progress`` asked to stop.
    """
    available = shop_pipelines(shop, progress)
    known_names = [IN_USE, *(pipeline.name for pipeline in available)]
    for name in names:
        if name not in known_names:
            raise KnownError(
                message("core", "There is no pipeline called {name}. There are: {names}."),
                name=name,
                names=", ".join(known_names),
            )
    chosen = [pipeline for pipeline in available if not names or pipeline.name in names]
    references, products = shop_references(shop)
    if len({picture.sku for picture in references}) < 2:
        raise KnownError(message("core", "A comparison takes two or more products with photos."))
    queries = [Picture(photo.path, photo.sku) for photo in photos]
    rows = []
    if not names or IN_USE in names:
        rows.append(_in_use(shop, photos, progress))
        after_each(rows[0])
    return rows + compare(chosen, references, queries, products, progress, after_each=after_each)


def shop_references(shop: Shop) -> tuple[list[Picture], dict[str, int]]:
    """Every photo of a live product that the shop can be searched by, and the number of each SKU."""
    ids = searchable_photos(shop.catalog, shop.spec.fingerprint).ids
    photos = photos_by_ids(shop.catalog, ids.tolist())
    numbers = sorted({photo.product_id for photo in photos})
    skus = {product.id: product.sku for product in products_by_ids(shop.catalog, numbers)}
    references = [
        Picture(
            shop.files.path(photo.sha256), skus[photo.product_id], photo.id, photo.kind is PhotoKind.COUNTER
        )
        for photo in photos
        if photo.product_id in skus
    ]
    return references, {sku: number for number, sku in skus.items()}


def _synthetic(shop: Shop, progress: ReportProgress) -> MakeMore:
    """Synthetic counter photos of products that nobody photographed, as the quick lesson makes them."""

    def make(_learned: Learned) -> Examples:
        return synthetic_examples(shop, shop_examples(shop), progress)

    return make


def _in_use(shop: Shop, photos: Sequence[LabelledPhoto], progress: ReportProgress) -> Row:
    evaluation = evaluate(shop, photos, progress=progress)
    return Row(IN_USE, evaluation.overall, evaluation.unknown_auroc, None, evaluation.ms_per_photo)
