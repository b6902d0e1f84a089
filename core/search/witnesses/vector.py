"""The vector's word: how alike a product's best photo is, calibrated.

It names the candidates, too. Where an evaluation switches it off, it still does (something must), but nothing
is said for the nearer ones, and of products for which the others say the same the lower number comes first.
"""

from core.models.verdict import likeness_odds
from core.search.witnesses.witness import Case, Need, Say, Witness, always


def _says(case: Case) -> Say:
    similarities = [group.best.similarity for group in case.candidates]
    return Say(*likeness_odds(similarities, case.measure, case.model.calibrations.get(case.measure)))


VECTOR = Witness("vector", (Need.LIKENESS,), ms=0.1, is_asked=always, says=_says)
