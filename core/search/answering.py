"""The read path: what was seen, typed or pointed at, to a ranked answer with a verdict.

Both clients come through :func:`answer`, so that they answer the same question alike, filter and barcode
included::

    seen = see(shop, [path])                      # core/search/see.py: all that a picture is needed for
    found = answer(shop, seen)
    found = answer(shop, seen, Refinement(filter_, feedback))    # again, without looking at a picture

Nearest photos, grouped into the candidate products; what the witnesses say of them
(core/search/witnesses/all.py), added up; the verdict. A client that shows something meanwhile hears the
answer without the slow witnesses first. Where a quick one is beyond doubt, the slow ones are not asked; the
slowest only where the others leave a doubt that it may settle.
"""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from core.answer import Answer, Asked, AskedText, Heard, LikeProduct, Result, Seen, Timings, Verdict
from core.catalog.barcodes.written import clean_barcode
from core.catalog.lists.filters import Filter, matching_photo_ids, matching_product_ids
from core.catalog.lists.text_search import Why
from core.embedding.measures import Measure
from core.errors import Cancelled, KnownError
from core.feedback import NOTHING_SAID, Feedback
from core.messages import Sentence, message
from core.models.shop_model import ShopModel
from core.models.verdict import Judgement, judge
from core.models.witness_weights import WEIGHED
from core.search.beside import fitting, narrowed, read_beside
from core.search.by_words import alike_to_words, find_by_words
from core.search.nearest import nearest_to_product, nearest_to_seen
from core.search.results import Ranked, result_list
from core.search.witnesses import clerk
from core.search.witnesses.all import WITNESSES
from core.search.witnesses.barcode import barcode_of
from core.search.witnesses.vector import VECTOR
from core.search.witnesses.witness import Case, Say, Witness
from core.shop.shop import Shop

JUDGED_PRODUCTS = 50
"""How many products' odds the verdict looks at; further ones carry no weight in it."""


@dataclass(frozen=True, slots=True)
class Refinement:
    """What narrows an answer down; nothing of it needs the picture.

    Attributes:
        filter_: what the products must fulfil; it costs no results, as many are given as the shop has.
        feedback: what was said of the search so far.
    """

    filter_: Filter = field(default_factory=Filter)
    feedback: Feedback = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class _Found:
    """As :class:`core.answer.Answer`; ``later_ms`` is what other witnesses than the vector took."""

    verdict: Verdict
    results: tuple[Result, ...]
    unknown: float = 0.0
    barcode: str = ""
    later_ms: float = 0.0
    meant: str = ""
    heard: Heard | None = None


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
    said = NOTHING_SAID if clerk.CLERK.name in without else refinement.feedback
    pictures = asked.pictures if isinstance(asked, Seen) else ()
    start = time.perf_counter()

    def timed(found: _Found) -> Answer:
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
                found = _by_text(shop, asked.text, filter_, said, count)
            case LikeProduct():
                found = _by_likeness(shop, asked.product_id, filter_, said, count, measure)
            case Seen() if asked.beside.strip():
                found = _by_picture_and_words(shop, asked, filter_, said, count, measure)
            case Seen():
                tells = None if first is None else lambda found: first(timed(found))
                found = _by_witnesses(shop, asked, filter_, said, count, measure, without, tells, wanted)
    return timed(found)


def _by_witnesses(
    shop: Shop,
    seen: Seen,
    filter_: Filter,
    said: Feedback,
    count: int,
    measure: Measure,
    without: Collection[str],
    first: Callable[[_Found], None] | None,
    wanted: Callable[[], bool],
) -> _Found:
    model = shop.model
    vectors = _vectors(seen, model)
    candidates = nearest_to_seen(
        shop, model, vectors, said, _allowed(shop, filter_), max(count, JUDGED_PRODUCTS), measure
    )
    barcode = barcode_of(shop, [code for picture in seen.pictures for code in picture.codes])
    case = Case(shop, model, measure, seen, barcode, said, candidates)
    witnesses = [
        witness
        for witness in WITNESSES
        if witness.name not in without and all(case.has(need) for need in witness.needs)
    ]
    says, later_ms = _heard(case, [witness for witness in witnesses if not witness.is_slow])
    is_ranked = VECTOR.name not in without  # with the vector switched off its order says nothing

    def weighed() -> _Found:
        in_order = {witness.name: says[witness.name] for witness in witnesses if witness.name in says}
        return _weighed(case, in_order, filter_, count, is_ranked, later_ms)

    if any(say.sure for say in says.values()):
        return weighed()
    slow = [witness for witness in witnesses if witness.is_slow and witness.is_asked(case)]
    always = [witness for witness in slow if witness.can_settle is None]
    # Who may wait for these is weighed after the first answer: before, it would only hold it.
    asked = always or _settling(case, says, slow)
    if asked and first is not None:
        first(weighed())
    start = time.perf_counter()
    if always:
        asked = [*always, *_settling(case, says, slow, [witness.name for witness in always])]
    while asked:
        if not wanted():
            raise Cancelled
        says |= _heard_at_once(case, asked)
        asked = _settling(case, says, slow)
    later_ms += (time.perf_counter() - start) * 1000
    return weighed()


def _vectors(seen: Seen, model: ShopModel) -> NDArray[np.float32]:
    """The raw vectors of the pictures, (n, dim)."""
    if any(picture.fingerprint != model.spec.fingerprint for picture in seen.pictures):
        raise KnownError(
            message(
                "core", "The shop is searched by another model since then. Search with the picture again."
            )
        )
    return np.stack([picture.vector for picture in seen.pictures])


def _by_picture_and_words(
    shop: Shop, seen: Seen, filter_: Filter, said: Feedback, count: int, measure: Measure
) -> _Found:
    """What is like the pictures and fits the words: the likeness of a product, less where it fits worse."""
    model, beside = shop.model, read_beside(seen.beside)
    vectors, filter_ = _vectors(seen, model), narrowed(filter_, beside)
    fit = fitting(shop.catalog, beside)
    scores: dict[int, float] = {}
    if fit is not None:
        scores = dict(zip(fit.products.tolist(), fit.scores.tolist(), strict=True))
        said_so = " ".join(word.typed for word in beside.wanted)
        refused = set(fit.refused.tolist())
        for product_id, sure in alike_to_words(shop, said_so, filter_, JUDGED_PRODUCTS).items():
            if product_id not in refused:
                scores[product_id] = max(scores.get(product_id, 0.0), sure)
        among = scores if filter_.among is None else scores.keys() & set(filter_.among)
        filter_ = replace(filter_, among=tuple(among))
    groups = nearest_to_seen(
        shop, model, vectors, said, _allowed(shop, filter_), max(count, JUDGED_PRODUCTS), measure
    )
    groups.sort(key=lambda group: -group.best.similarity * (0.5 + 0.5 * scores.get(group.key, 1.0)))
    ranked = [Ranked(group.key, group.best.photo_id, group.best.similarity, 0.0) for group in groups[:count]]
    results = result_list(shop, ranked)
    if fit is None or not beside.wanted or not results:
        return _Found(Verdict.UNSURE, results)
    if not fit.is_whole:
        return _Found(Verdict.UNSURE, results, meant=" ".join(word.typed for word in fit.had))
    words = Sentence(
        message("core", "fits “{words}”"), {"words": " ".join(word.typed for word in beside.wanted)}
    )
    return _Found(Verdict.UNSURE, tuple(replace(result, why=(words,)) for result in results))


def _weighed(
    case: Case, heard: Mapping[str, Say], filter_: Filter, count: int, is_ranked: bool, later_ms: float
) -> _Found:
    """What the words come to, by witness, in the order in which a later one overrules."""
    shop, candidates, says = case.shop, case.candidates, list(heard.values())
    judgement = _judged(case, heard)
    # Of equally probable ones the nearer comes first.
    ties = [place if is_ranked else group.key for place, group in enumerate(candidates)]
    order = np.lexsort((np.array(ties, np.int64), -judgement.confidences))
    ranked = [
        Ranked(
            candidates[place].key,
            candidates[place].best.photo_id,
            candidates[place].best.similarity,
            float(judgement.confidences[place]),
        )
        for place in order[:count].tolist()
    ]
    results = tuple(
        replace(result, why=tuple(say.why[result.product_id] for say in says if result.product_id in say.why))
        for result in result_list(shop, ranked)
    )
    kept = _to_learn_from(case, heard) if filter_.is_default else None
    code = clean_barcode(case.barcode)
    found = _Found(judgement.verdict, results, judgement.unknown, code, later_ms, heard=kept)
    for say in says:
        found = _settled(shop, found, say, filter_, count)
    return found


def _judged(case: Case, heard: Mapping[str, Say]) -> Judgement:
    """The candidates by the sum of what was heard of them, each word in its weight."""
    weights = case.shop.witness_weights(case.model)
    odds, none = np.zeros(len(case.candidates)), weights.absent
    for name, say in heard.items():
        odds, none = odds + weights.of(name) * say.odds, none + weights.of(name) * say.none
    return judge(odds, none)


def _to_learn_from(case: Case, heard: Mapping[str, Say]) -> Heard | None:
    """What the weights of the witnesses can be fitted to; see :attr:`core.answer.Answer.heard`."""
    is_plain = case.measure is Measure.COSINE and case.said.is_empty and VECTOR.name in heard
    if not is_plain or not heard.keys() <= set(WEIGHED) or not case.candidates:
        return None
    products = np.array([group.key for group in case.candidates], np.int64)
    odds = {name: say.odds for name, say in heard.items()}
    return Heard(case.model.taught_by, products, odds, heard[VECTOR.name].none)


def _heard(case: Case, witnesses: Sequence[Witness]) -> tuple[dict[str, Say], float]:
    """What the witnesses say, by their names, and the milliseconds that all but the vector took."""
    says: dict[str, Say] = {}
    later_ms = 0.0
    for witness in witnesses:
        start = time.perf_counter()
        if witness.is_asked(case):
            says[witness.name] = witness.says(case)
        if witness is not VECTOR:
            later_ms += (time.perf_counter() - start) * 1000
    return says, later_ms


def _settling(
    case: Case, heard: Mapping[str, Say], slow: Sequence[Witness], coming: Collection[str] = ()
) -> list[Witness]:
    """Those that were not heard yet whose word may settle what is in doubt (see :class:`Witness`)."""
    later = [(one, one.can_settle) for one in slow if one.can_settle and one.name not in heard]
    confidences = _judged(case, heard).confidences if later else np.zeros(0)
    return [one for one, can_settle in later if can_settle(case, confidences, coming)]


def _heard_at_once(case: Case, asked: Sequence[Witness]) -> dict[str, Say]:
    """What witnesses that are asked say, side by side: none keeps all cores busy all the time."""
    with ThreadPoolExecutor(max_workers=len(asked), thread_name_prefix="witness") as pool:
        said = {witness.name: pool.submit(witness.says, case) for witness in asked}
        return {name: say.result() for name, say in said.items()}


def _settled(shop: Shop, found: _Found, say: Say, filter_: Filter, count: int) -> _Found:
    """``found`` with the products that a witness is sure of first; what only looks alike comes behind."""
    if say.is_none:  # what comes near is shown as it was
        return replace(found, verdict=Verdict.UNKNOWN, unknown=1.0)
    there = {result.product_id: result for result in found.results}
    unseen = [Ranked(product_id, None, 1.0, 0.0) for product_id in say.sure if product_id not in there]
    there |= {result.product_id: result for result in result_list(shop, unseen)}
    ids = [product_id for product_id in say.sure if product_id in there]
    if not ids:
        return found
    passing = None if filter_.is_default else matching_product_ids(shop.catalog, filter_)
    first = [
        replace(
            there[one],
            score=there[one].score if say.score is None else say.score,
            confidence=1 / len(say.sure),
            outside_filter=passing is not None and one not in passing,
        )
        for one in ids
    ]
    others = [replace(result, confidence=0.0) for result in found.results if result.product_id not in ids]
    verdict = Verdict.MATCH if len(first) == 1 else Verdict.UNSURE
    return replace(found, verdict=verdict, results=tuple([*first, *others][:count]), unknown=0.0)


def _by_likeness(
    shop: Shop, product_id: int, filter_: Filter, said: Feedback, count: int, measure: Measure
) -> _Found:
    model = shop.model
    groups = nearest_to_product(shop, model, product_id, said, _allowed(shop, filter_), count, measure)
    ranked = [Ranked(group.key, group.best.photo_id, group.best.similarity, 0.0) for group in groups]
    found = _Found(Verdict.UNSURE, result_list(shop, ranked))
    return replace(found, verdict=Verdict.UNKNOWN, unknown=1.0) if said.absent else found


def _by_text(shop: Shop, text: str, filter_: Filter, said: Feedback, count: int) -> _Found:
    text_found = find_by_words(shop, text, filter_, limit=count + len(said.wrong))
    hits = [hit for hit in text_found.hits if hit.product_id not in said.wrong][:count]
    results = result_list(shop, [Ranked(hit.product_id, None, 0.0, 0.0) for hit in hits])
    by_number = len([hit for hit in hits if hit.why is Why.NUMBER]) == 1
    verdict = Verdict.UNKNOWN if not results else Verdict.MATCH if by_number else Verdict.UNSURE
    found = _Found(verdict, results, meant=text_found.meant)
    return _settled(shop, found, clerk.word(said), filter_, count)


def _allowed(shop: Shop, filter_: Filter) -> NDArray[np.int64] | None:
    """Ascending ids of the photos that may be found; None for all."""
    return None if filter_.is_default else matching_photo_ids(shop.catalog, filter_)
