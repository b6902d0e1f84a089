"""The read path: a query picture to a ranked answer with a verdict.

Decode, embed, find the nearest photos, group them into products, judge how sure it is. What was embedded
travels with the answer, so that another filter or a word of the clerk's costs no second look at the picture
(:func:`search_again`).
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.answer import Answer, Asked, AskedText, LikeProduct, SeenPictures, Timings, Verdict
from core.catalog.lists.filters import matching_photo_ids
from core.catalog.lists.text_search import Why, find_products
from core.embedding.measures import Measure
from core.errors import KnownError
from core.feedback import NOTHING_SAID
from core.imaging.decode import decode_file
from core.messages import message
from core.search.barcode_step import Found, barcode_of, with_barcode
from core.search.nearest import find_like, find_pictures
from core.search.print_check import QueryPrint
from core.search.query_look import QUERY_SIDE, embed_picture
from core.search.refinement import Refinement
from core.search.results import Ranked, result_list
from core.shop.shop import Shop

_T = TypeVar("_T")


def search_file(
    shop: Shop,
    path: Path,
    *,
    count: int = 10,
    measure: Measure = Measure.COSINE,
    allowed: NDArray[np.int64] | None = None,
) -> Answer:
    """Search with the picture in a file; see :func:`search_picture`.

    Raises:
        KnownError: the file is no picture that can be opened.
    """
    with shop.right_of_way.searching():
        image, decode_ms = _timed(lambda: decode_file(path, max_side=QUERY_SIDE))
        return search_picture(shop, image, count=count, measure=measure, allowed=allowed, decode_ms=decode_ms)


def search_picture(
    shop: Shop,
    image: Image.Image,
    *,
    count: int = 10,
    measure: Measure = Measure.COSINE,
    allowed: NDArray[np.int64] | None = None,
    decode_ms: float = 0.0,
) -> Answer:
    """The ``count`` products that look most like ``image``; see :func:`search_pictures`."""
    return search_pictures(shop, [image], count=count, measure=measure, allowed=allowed, decode_ms=decode_ms)


def search_pictures(
    shop: Shop,
    images: Sequence[Image.Image],
    *,
    count: int = 10,
    measure: Measure = Measure.COSINE,
    allowed: NDArray[np.int64] | None = None,
    decode_ms: float = 0.0,
    verify: bool = True,
) -> Answer:
    """The ``count`` products that look most like the one thing on ``images`` (upright RGB), best first.

    A barcode in one of them wins over likeness (:mod:`core.search.barcode_step`); reading it counts as
    decoding. Where catalog photos are all there is, the print has a say, too
    (:mod:`core.search.print_check`).

    Args:
        images: at least one; further ones show the same thing from elsewhere.
        allowed: ascending ids of the photos that may be found; None for all. A filter costs no results:
            as many are given as the shop has.
        decode_ms: what decoding took before, for the timings.
        verify: let the print have a say.

    Raises:
        KnownError: the model's files are missing or damaged.
    """
    with shop.right_of_way.searching():
        model, network = shop.in_use  # taken once: a lesson may be put in use while this search is on its way
        barcode, barcode_ms = _timed(lambda: barcode_of(shop, images))
        vectors, embed_ms = _timed(lambda: np.stack([embed_picture(network, image) for image in images]))
        print_ = QueryPrint(images) if verify else None
        asked = SeenPictures(vectors, model.spec.fingerprint, barcode, print_)
        (results, judgement), index_ms = _timed(
            lambda: find_pictures(shop, model, asked, NOTHING_SAID, allowed, count, measure)
        )
        found = judgement.verdict, results, judgement.unknown
        verdict, results, unknown = with_barcode(shop, barcode, found, count, allowed=allowed)
    decode_ms += barcode_ms
    timings = Timings(decode_ms, embed_ms, index_ms, decode_ms + embed_ms + index_ms)
    return Answer(verdict, results, timings, unknown, asked)


def search_text(
    shop: Shop,
    text: str,
    refinement: Refinement = Refinement(),  # noqa: B008  (it cannot be changed)
    *,
    count: int = 10,
) -> Answer:
    """The products that ``text`` means: a number, a barcode, words. A likeness is not claimed.

    The verdict is match if it is one product's number, unsure if there are others, unknown if there is none.
    """
    return search_again(shop, AskedText(text), refinement, count=count)


def search_again(
    shop: Shop,
    asked: Asked,
    refinement: Refinement = Refinement(),  # noqa: B008  (it cannot be changed)
    *,
    count: int = 10,
    measure: Measure = Measure.COSINE,
) -> Answer:
    """Answer a search anew under a filter and with what the clerk said of it; no picture is looked at.

    A product that was called wrong is left out, and what is left is judged without it. One that was called
    right comes first, whatever the filter says, and below it what is like both it and the picture.

    Raises:
        KnownError: it was asked what is like a product that has no photo.
    """
    with shop.right_of_way.searching():
        (verdict, results, unknown), took = _timed(lambda: _answer(shop, asked, refinement, count, measure))
    return Answer(verdict, results, Timings(0.0, 0.0, took, took), unknown, asked)


def _answer(shop: Shop, asked: Asked, refinement: Refinement, count: int, measure: Measure) -> Found:
    said = refinement.feedback
    if isinstance(asked, AskedText):
        found = _find_text(shop, asked.text, refinement, count)
    else:
        filter_ = refinement.filter_
        allowed = None if filter_.is_default else matching_photo_ids(shop.catalog, filter_)
        if isinstance(asked, LikeProduct):
            found = find_like(shop, asked.product_id, said, allowed, count, measure)
        else:
            model = shop.model
            if asked.fingerprint != model.spec.fingerprint:
                raise KnownError(
                    message(
                        "core",
                        "The shop is searched by another model since then. Search with the picture again.",
                    )
                )
            results, judgement = find_pictures(shop, model, asked, said, allowed, count, measure)
            found = judgement.verdict, results, judgement.unknown
            found = with_barcode(shop, asked.barcode, found, count, left_out=said.wrong)
    if said.absent:
        return Verdict.UNKNOWN, found[1], 1.0
    if said.right is not None and not isinstance(asked, LikeProduct):
        return _with_right(shop, found, said.right, count)
    return found


def _with_right(shop: Shop, found: Found, right: int, count: int) -> Found:
    """The right product first, beyond doubt; the others keep their order."""
    there = [result for result in found[1] if result.product_id == right]
    first = there or list(result_list(shop, [Ranked(right, None, 1.0, 1.0)]))
    others = [replace(result, confidence=0.0) for result in found[1] if result.product_id != right]
    results = tuple([*(replace(result, confidence=1.0) for result in first), *others][:count])
    return (Verdict.MATCH, results, 0.0) if first else found


def _find_text(shop: Shop, text: str, refinement: Refinement, count: int) -> Found:
    wrong = set(refinement.feedback.wrong)
    hits = find_products(shop.catalog, text, refinement.filter_, limit=count + len(wrong))
    hits = [hit for hit in hits if hit.product_id not in wrong][:count]
    results = result_list(shop, [Ranked(hit.product_id, None, 0.0, 0.0) for hit in hits])
    if not results:
        return Verdict.UNKNOWN, results, 0.0
    by_number = len([hit for hit in hits if hit.why is Why.NUMBER]) == 1
    return (Verdict.MATCH if by_number else Verdict.UNSURE), results, 0.0


def _timed(step: Callable[[], _T]) -> tuple[_T, float]:
    """What ``step`` returned, and the milliseconds that it took."""
    start = time.perf_counter()
    value = step()
    return value, (time.perf_counter() - start) * 1000
