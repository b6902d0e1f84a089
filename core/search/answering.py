"""The read path: what was seen, typed or pointed at, to a ranked answer with a verdict.

Both clients come through :func:`answer`, so that they answer the same question alike, filter and barcode
included::

    seen = see(shop, [path])                      # core/search/see.py: all that a picture is needed for
    found = answer(shop, seen)
    found = answer(shop, seen, Refinement(filter_, feedback))    # again, without looking at a picture

Pictures are answered by the witnesses (core/search/by_witnesses.py), or, where something was said beside
them, by what is like them and fits (beside.py); words by what is written and seen (by_words.py). A client
that shows something meanwhile hears the answer without the slow witnesses first.
"""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from core.answer import Answer, Asked, AskedText, LikeProduct, Seen, Timings, Verdict
from core.catalog.lists.filters import Filter
from core.embedding.measures import Measure
from core.feedback import NOTHING_SAID, Feedback
from core.search.beside import found_beside
from core.search.by_witnesses import found_by_witnesses
from core.search.by_words import found_by_words
from core.search.found import Found
from core.search.nearest import allowed_photos, nearest_to_product
from core.search.results import Ranked, result_list
from core.search.witnesses.clerk import CLERK
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Refinement:
    """What narrows an answer down; nothing of it needs the picture.

    Attributes:
        filter_: what the products must fulfil; it costs no results, as many are given as the shop has.
        feedback: what was said of the search so far.
    """

    filter_: Filter = field(default_factory=Filter)
    feedback: Feedback = NOTHING_SAID


def answer(
    shop: Shop,
    asked: Asked,
    refinement: Refinement = Refinement(),
    *,
    count: int = 10,
    measure: Measure = Measure.COSINE,
    without: Collection[str] = (),
    first: Callable[[Answer], None] | None = None,
    wanted: Callable[[], bool] = lambda: True,
) -> Answer:
    """The ``count`` products that are meant by what was seen, by words, or by "like this", best first.

    A filter costs no results. A product whose barcode was read comes first whether it passes the filter or
    not, and so does one that was called right; each says so (:attr:`core.answer.Result.outside_filter`). One
    that was called wrong is left out, and what is left is judged without it.

    What looks like a product is given without a verdict (unsure), how alike is no probability of anything.
    So are pictures beside which something was said ("but blue"): core/search/beside.py. If nothing fits that,
    there are no results, which says nothing of whether the shop has what is on the pictures.
    Words are a match if they are one product's number, unknown if nothing has them.

    Args:
        asked: what :func:`core.search.see.see` saw, words, or a product.
        without: names of witnesses that are not heard.
        first: told the answer by what is quick, once, where a slow witness may be heard yet.
        wanted: whether the answer still is; asked each time before slow witnesses are heard.

    Returns:
        The answer; its timings tell what seeing took, too, whenever that was.

    Raises:
        KnownError: another backbone is in use than the one that saw the pictures, or it was asked what is
            like a product that has no photo.
        Cancelled: it is not wanted any more.
    """
    said = NOTHING_SAID if CLERK.name in without else refinement.feedback
    pictures = asked.pictures if isinstance(asked, Seen) else ()
    start = time.perf_counter()

    def timed(found: Found) -> Answer:
        barcodes = sum(picture.barcode_ms for picture in pictures)
        decode = sum(picture.decode_ms for picture in pictures) + barcodes
        embed = sum(picture.embed_ms for picture in pictures)
        index = (time.perf_counter() - start) * 1000
        total = decode + embed + index
        timings = Timings(decode, embed, index, total, first=total - barcodes - found.later_ms)
        return Answer(
            found.verdict, found.results, timings, found.unknown, asked, found.barcode, found.meant,
            found.heard,
        )  # fmt: skip

    with shop.right_of_way.searching():
        filter_ = refinement.filter_
        match asked:
            case AskedText():
                found = found_by_words(shop, asked.text, filter_, said, count)
            case LikeProduct():
                found = _by_likeness(shop, asked.product_id, filter_, said, count, measure)
            case Seen() if asked.beside.strip():
                found = found_beside(shop, asked, filter_, said, count, measure)
            case Seen():
                tells = None if first is None else lambda found: first(timed(found))
                found = found_by_witnesses(shop, asked, filter_, said, count, measure, without, tells, wanted)
    return timed(found)


def _by_likeness(
    shop: Shop, product_id: int, filter_: Filter, said: Feedback, count: int, measure: Measure
) -> Found:
    model = shop.model
    groups = nearest_to_product(shop, model, product_id, said, allowed_photos(shop, filter_), count, measure)
    ranked = [Ranked(group.key, group.best.photo_id, group.best.similarity, 0.0) for group in groups]
    found = Found(Verdict.UNSURE, result_list(shop, ranked))
    return replace(found, verdict=Verdict.UNKNOWN, unknown=1.0) if said.absent else found
