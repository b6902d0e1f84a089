"""An eight-bit variant of the shop's network: made, measured on the shop's own photos, kept only if worth it.

Worth it means: on this computer it is faster, and it loses less than half a point of top-1 on photos held
out of the shop's own, look-alikes together, with a lesson and without one.
"""

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.catalog.photos.photos import photos_by_ids
from core.catalog.photos.vectors import searchable_photos
from core.embedding.adding import backbone_names, build_backbone
from core.embedding.backbone import BackboneSpec
from core.embedding.backbone_store import check_name
from core.embedding.loading import exported_model
from core.embedding.quantisation import INT8, quantise
from core.embedding.runtimes.in_child import in_child
from core.embedding.runtimes.torch_presence import require_full_program
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE
from core.imaging.preprocess import to_tensor
from core.ingest.photo_pipeline import embed_missing
from core.learning.examples import Examples, shop_examples
from core.learning.look_alikes import look_alike_groups, spread_over_folds
from core.learning.proof import FOLDS, LEAST_HELD_OUT, Learn, examined_photos, first_is_right
from core.learning.quick import learn_projection
from core.messages import Sentence, message
from core.models.shop_model import plain_model
from core.progress import ReportProgress, ignore_progress, report
from core.shop.network import ShopNetwork
from core.shop.shop import Shop

MOST_LOSS = 0.005
"""Share of top-1 that may be lost."""

_CALIBRATING_PICTURES = 40
_TIMED = 9
_LEAST_GAIN = 0.95  # of the exact network's time: less is no reason for another network
_STAGE = message("core", "Preparing the model")
_DIED = Sentence(
    message("core", "The model was not added: making it was stopped, most likely for want of memory.")
)


@dataclass(frozen=True, slots=True)
class Int8Trial:
    """What was measured.

    Attributes:
        held_out: photos it was measured on.
        exact_top1, int8_top1: shares of these whose product came first, in the case that lost most.
        exact_ms, int8_ms: milliseconds that one picture takes the network.
    """

    spec: BackboneSpec
    held_out: int
    exact_top1: float
    int8_top1: float
    exact_ms: float
    int8_ms: float

    @property
    def problem(self) -> Sentence | None:
        """Why it is not worth having; None if it is."""
        loss = self.exact_top1 - self.int8_top1
        if not loss < MOST_LOSS:
            text = message("core", "it loses {loss:.1f} points of top-1 on {count} held-out photos")
            return Sentence(text, {"loss": 100 * loss, "count": self.held_out})
        if not self.int8_ms < _LEAST_GAIN * self.exact_ms:
            text = message(
                "core",
                "it is not faster on this computer: {int8:.1f} against {exact:.1f} milliseconds a picture",
            )
            return Sentence(text, {"int8": self.int8_ms, "exact": self.exact_ms})
        return None


def add_int8(shop: Shop, progress: ReportProgress = ignore_progress) -> Int8Trial:
    """Make the variant of the network in use, measure it, and give it to the shop if it is worth it.

    Raises:
        KnownError: it is not worth it (the sentence says why), there are too few photos to tell, or the shop
            cannot be written to.
        Cancelled: ``progress`` asked to stop; nothing is kept.
    """
    shop.require_writable()
    require_full_program()  # the light program has no onnx
    name = f"{shop.spec.name}{INT8}"
    check_name(name, backbone_names(shop.models.folder))
    report(progress, _STAGE, 0, 2)
    pictures = _calibrating_pictures(shop)
    made: list[BackboneSpec] = []
    trials: list[Int8Trial] = []

    def worthy(building: Path) -> BackboneSpec:
        model = exported_model(shop.spec)
        made.append(in_child(quantise, shop.spec, model, pictures, building, died=_DIED))
        report(progress, _STAGE, 1, 2)
        trials.append(_tried(shop, made[0], pictures, progress))
        _require_worth(trials[0])
        return made[0]

    try:
        build_backbone(shop.models.folder, name, worthy)
    except BaseException:
        for variant in made:
            shop.searched_by.forget(variant.fingerprint)
        raise
    report(progress, _STAGE, 2, 2)
    return trials[0]


def _require_worth(trial: Int8Trial) -> None:
    if trial.problem is not None:
        raise KnownError(
            message("core", "The model {name} was measured and not added: {reason}."),
            name=trial.spec.name,
            reason=trial.problem,
        )


def _calibrating_pictures(shop: Shop) -> NDArray[np.float32]:
    """Some of the shop's photos, chosen by chance, the same each time."""
    ids = searchable_photos(shop.catalog, shop.spec.fingerprint).ids
    chosen = np.random.default_rng(0).permutation(ids)[:_CALIBRATING_PICTURES]
    found = []
    for photo in photos_by_ids(shop.catalog, np.sort(chosen).tolist()):
        try:
            image = decode_file(shop.files.path(photo.sha256), max_side=MAX_SIDE)
        except KnownError:  # `check` names the damaged files
            continue
        found.append(to_tensor(image, shop.spec.preprocessing))
    if not found:
        raise KnownError(message("core", "The shop has no photos to measure the network on."))
    return np.stack(found)


def _tried(
    shop: Shop, variant: BackboneSpec, pictures: NDArray[np.float32], progress: ReportProgress
) -> Int8Trial:
    network = shop.searched_by.network(variant)
    try:
        embed_missing(shop, progress, network)
        exact, small = _in_step(shop_examples(shop), shop_examples(shop, variant))
        examined = examined_photos(exact)
        if examined.sum() < LEAST_HELD_OUT:
            raise KnownError(
                message(
                    "core",
                    "There are too few photos taken in the shop to tell what eight bits lose: {count}. It "
                    "takes {least} or more.",
                ),
                count=int(examined.sum()),
                least=LEAST_HELD_OUT,
            )
        worst = max(_top1s(exact, small, examined, shop.spec), key=lambda pair: pair[0] - pair[1])
        return Int8Trial(
            variant,
            int(examined.sum()),
            *worst,
            _milliseconds(shop.network, pictures),
            _milliseconds(network, pictures),
        )
    finally:
        network.close()


def _in_step(exact: Examples, small: Examples) -> tuple[Examples, Examples]:
    """The photos that both networks have seen, in one order."""
    keys = [
        {(product, stamp): row for row, (product, stamp) in enumerate(zip(e.products, e.stamps, strict=True))}
        for e in (exact, small)
    ]
    common = sorted(keys[0].keys() & keys[1].keys())
    orders = [np.array([rows[key] for key in common], np.int64) for rows in keys]
    return exact.only(orders[0]), small.only(orders[1])


def _top1s(
    exact: Examples, small: Examples, examined: NDArray[np.bool_], spec: BackboneSpec
) -> list[tuple[float, float]]:
    """Top-1 of the exact network and of the variant: as they come, and after a quick lesson."""
    folds = np.full(len(exact), -1, np.int64)
    groups = look_alike_groups(exact.vectors[examined], exact.products[examined])
    folds[examined] = spread_over_folds(groups, exact.products[examined], FOLDS)
    plain = plain_model(spec).compared
    learners: list[Learn] = [lambda _some: plain, lambda some: learn_projection(some, spec).apply]
    found = []
    for learn in learners:
        shares = []
        for examples in (exact, small):
            right = [
                first_is_right(
                    learn(examples.only(folds != fold)),
                    examples.only(folds != fold),
                    examples.only(folds == fold),
                )
                for fold in range(FOLDS)
                if (folds == fold).any()
            ]
            shares.append(float(np.concatenate(right).mean()))
        found.append((shares[0], shares[1]))
    return found


def _milliseconds(network: ShopNetwork, pictures: NDArray[np.float32]) -> float:
    """The median time of one picture."""
    network.embed(pictures[:1], urgent=True)
    times = []
    for number in range(_TIMED):
        start = time.perf_counter()
        network.embed(pictures[number % len(pictures)][None], urgent=True)
        times.append(time.perf_counter() - start)
    return float(np.median(times)) * 1000
