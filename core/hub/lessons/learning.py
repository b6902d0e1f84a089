"""``hub learn``: a lesson of what all stores have labelled, offered to each of them.

It is taught as a quick lesson is, of vectors alone, and examined in the same way. A fifth of the photos taken
in shops, look-alikes kept together, it never sees: on these each store can examine it for itself.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from psycopg import Connection

from core.embedding.backbone import BackboneSpec
from core.errors import KnownError
from core.hub.lessons.offer import Offer, make_offer
from core.learning.examples import Examples, no_examples, stamp_of
from core.learning.look_alikes import look_alike_groups, spread_over_folds
from core.learning.proof import FOLDS, Compare, Learn, Proof, examine, examined_photos
from core.learning.quick import learn_projection
from core.learning.varieties import choose_varieties
from core.messages import message
from core.models.shop_model import plain_model
from core.progress import ReportProgress, ignore_progress, part_of, report

MOST_GATHERED = 40_000
"""Photos: some 400 MB of vectors here. Of more, a part is taken, photos from shops first."""

_STAGE = message("core", "Gathering photos of all stores")
_TOO_LITTLE = message(
    "core",
    "The stores have labelled too little to learn from: it takes two or more products with two or more "
    "photos each.",
)


@dataclass(frozen=True, slots=True)
class HubLesson:
    """What ``hub learn`` taught.

    Attributes:
        digest: how the hub knows it.
        stores, products, photos: of how many it learned, or was examined on.
        proof: against the network as it comes, over all stores' photos.
    """

    digest: str
    stores: int
    products: int
    photos: int
    proof: Proof


def teach_hub_lesson(
    connection: Connection[Any], spec: BackboneSpec, progress: ReportProgress = ignore_progress
) -> HubLesson:
    """Learn of what the hub has, examine, and offer it to the stores; it is offered if it is better.

    Raises:
        KnownError: there is too little to learn from.
        Cancelled: ``progress`` asked to stop; nothing is offered.
    """
    report(progress, _STAGE, 0, 1)
    examples = gathered_examples(connection, spec)
    report(progress, _STAGE, 1, 1)

    def learner(most: int) -> Learn:
        return lambda some: _learned(some, spec, most)

    varieties = choose_varieties(examples, learner, part_of(progress, 0.1, 0.4))
    plain: Compare = plain_model(spec).compared
    proof = examine(examples, lambda _some: plain, learner(varieties), part_of(progress, 0.4, 0.9))
    shown = examples.only(~kept_for_the_stores(examples))
    try:
        projection = learn_projection(shown, spec, varieties)
    except ValueError as error:
        raise KnownError(_TOO_LITTLE) from error
    offer = Offer(
        None, projection, np.unique(shown.stamps), len(shown),
        proof.held_out, proof.before_top1, proof.after_top1, proof.gain_interval,
    )  # fmt: skip
    if proof.promoted:
        make_offer(connection, offer)
    ((stores,),) = connection.execute("SELECT count(*) FROM stores").fetchall()
    return HubLesson(offer.digest, stores, len(np.unique(examples.products)), len(examples), proof)


def gathered_examples(connection: Connection[Any], spec: BackboneSpec) -> Examples:
    """The photos of live products that the network has seen, products numbered; photos from shops first.

    A photo that several products show is left out: it teaches nothing.
    """
    rows = (
        connection.cursor(binary=True)
        .execute(
            """
        WITH shown AS MATERIALIZED (
            SELECT photo, min(product::text) AS product, bool_or(kind = 'counter') AS in_shop
            FROM product_photos JOIN live_products USING (product)
            WHERE gained AND EXISTS (
                SELECT FROM vectors
                WHERE fingerprint = %(network)s AND vectors.photo = product_photos.photo
            )
            GROUP BY photo HAVING count(*) = 1 ORDER BY in_shop DESC, photo LIMIT %(most)s
        )
        SELECT product, in_shop, photo, vector FROM shown, LATERAL (
            SELECT vector FROM vectors WHERE fingerprint = %(network)s AND vectors.photo = shown.photo
            ORDER BY looks DESC LIMIT 1
        ) AS seen
        """,
            {"network": spec.fingerprint, "most": MOST_GATHERED},
        )
        .fetchall()
    )
    if not rows:
        return no_examples(spec.dim)
    _, products = np.unique([row[0] for row in rows], return_inverse=True)
    return Examples(
        np.stack([row[3] for row in rows]).astype(np.float32),
        products.astype(np.int64),
        np.array([row[1] for row in rows], np.bool_),
        np.zeros(len(rows), np.bool_),
        np.array([stamp_of(row[2]) for row in rows], np.int64),
    )


def kept_for_the_stores(examples: Examples) -> NDArray[np.bool_]:
    """Which photos the lesson never sees, (n,): a fifth of those it is examined on, look-alikes together."""
    examined = examined_photos(examples)
    kept = np.zeros(len(examples), np.bool_)
    if examined.any():
        own = examples.only(examined)
        groups = look_alike_groups(own.vectors, own.products)
        kept[examined] = spread_over_folds(groups, own.products, FOLDS) == 0
    return kept


def _learned(some: Examples, spec: BackboneSpec, varieties: int) -> Compare:
    try:
        return learn_projection(some, spec, varieties).apply
    except ValueError:  # the only product with two photos is held out
        return plain_model(spec).compared
