"""What was seen, answered by the witnesses: the nearest products, what speaks for each, and the verdict.

What the witnesses say (core/search/witnesses) is added up, each in the weight that the shop has for it.
Where a quick one is beyond doubt, the slow ones are not asked; the slowest only where the others leave a
doubt that it may settle.
"""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from core.answer import Heard, Seen
from core.catalog.barcodes.written import clean_barcode
from core.catalog.lists.filters import Filter
from core.embedding.measures import Measure
from core.errors import Cancelled
from core.feedback import Feedback
from core.models.verdict import Judgement, judge
from core.models.witness_weights import WEIGHED
from core.search.found import JUDGED_PRODUCTS, Found, settled
from core.search.nearest import allowed_photos, nearest_to_seen, raw_vectors
from core.search.results import Ranked, result_list
from core.search.witnesses.all import WITNESSES
from core.search.witnesses.barcode import barcode_of
from core.search.witnesses.vector import VECTOR
from core.search.witnesses.witness import Case, Say, Witness
from core.shop.shop import Shop


def found_by_witnesses(
    shop: Shop,
    seen: Seen,
    filter_: Filter,
    said: Feedback,
    count: int,
    measure: Measure,
    without: Collection[str],
    first: Callable[[Found], None] | None,
    wanted: Callable[[], bool],
) -> Found:
    """The products that the pictures show; arguments and errors as of :func:`core.search.answering.answer`.

    Args:
        first: told what is found by what is quick, once, where a slow witness may be heard yet.
    """
    model = shop.model
    vectors = raw_vectors(seen, model)
    candidates = nearest_to_seen(
        shop, model, vectors, said, allowed_photos(shop, filter_), max(count, JUDGED_PRODUCTS), measure
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

    def weighed() -> Found:
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


def _weighed(
    case: Case, heard: Mapping[str, Say], filter_: Filter, count: int, is_ranked: bool, later_ms: float
) -> Found:
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
    found = Found(judgement.verdict, results, judgement.unknown, code, later_ms, heard=kept)
    for say in says:
        found = settled(shop, found, say, filter_, count)
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
