"""The vector's word: how alike a product's best photo is, calibrated, and the doubt that it is one of them.

It names the candidates, too. Where an evaluation switches it off, it still does (something must), but nothing
is said for the nearer ones, and of products for which the others say the same the lower number comes first.
"""

import numpy as np

from core.catalog.photos.photos import photos_of_product
from core.catalog.photos.vectors import vectors_of
from core.embedding.measures import Measure
from core.models.doubt import MOST_PHOTOS, Views, traits
from core.models.projection import balanced
from core.models.verdict import Calibration, first_scores, likeness_odds
from core.search.witnesses.witness import Case, Need, Say, Witness, always


def _says(case: Case) -> Say:
    similarities = [group.best.similarity for group in case.candidates]
    calibration = case.model.calibrations.get(case.measure)
    odds, none = likeness_odds(similarities, case.measure, calibration)
    return Say(odds, none if calibration is None else none + _doubt(case, calibration))


def _doubt(case: Case, calibration: Calibration) -> float:
    """What the first product says for "none of these"; 0 where that was not proven to help.

    Its own photos say it; after a lesson that taught itself, what drew photos to it then. Neither is to do
    with a product that a confirmed search put first: a clerk said of a picture like this that it is this one.
    """
    model, projection = case.model, case.model.projection
    if projection is None or case.measure is not Measure.COSINE:
        return 0.0
    first = case.candidates[0]
    if first.confirmed:
        return 0.0
    if model.prototypes is not None:
        return model.prototypes.doubt(first.key)
    if calibration.doubt is None:
        return 0.0
    photos = [photo.id for photo in photos_of_product(case.shop.catalog, first.key)]
    chosen = sorted(photos, key=lambda photo: photo != first.best.photo_id)[:MOST_PHOTOS]
    own = vectors_of(case.shop.catalog, model.spec.fingerprint, chosen).vectors
    if not len(own):
        return 0.0
    query = np.stack([picture.vector for picture in case.seen.pictures]).mean(axis=0, keepdims=True)
    parts = model.spec.parts
    seen, known = (Views(balanced(rows, parts), model.compared(rows)) for rows in (query, own))
    [scores] = first_scores(np.array([[group.best.similarity for group in case.candidates]]))
    told = traits(scores, seen, known, projection.mean, parts[-1].length)
    return float(calibration.doubt.odds(told))


VECTOR = Witness("vector", (Need.LIKENESS,), ms=2.0, is_asked=always, says=_says)
