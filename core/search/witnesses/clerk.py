"""The clerk's word: relevance feedback.

Each of two things was chosen by an experiment on real shop photos (docs/decisions/0014-feedback.md,
`benchmarks/feedback.py`):

* **Wrong** conditions: the product is taken out, and the probabilities of those that are left are given their
  due by the same softmax over fewer candidates, p(i | not w) = p(i) / (1 − p(w)). That is Bayes' rule, as in
  I. J. Cox et al., "The Bayesian image retrieval system, PicHunter", IEEE Trans. Image Processing 9 (2000).
  Moving the query away from what was wrong, as J. J. Rocchio's formula has it ("Relevance feedback in
  information retrieval", 1971), was measured too and does not help: what the network takes for the product
  looks like the product.
* **Right** is beyond doubt. It also moves the query towards the product's own photos, the other half of
  Rocchio's formula, so that the places below it go to what is like it.

In odds, wrong is minus infinity. It is not added: what is ruled out would take a candidate's place, so it is
left out before the candidates are looked for, and the query moves then, too (core/search/nearest.py). What is
left to say here is what is beyond doubt.
"""

import numpy as np

from core.feedback import Feedback
from core.search.witnesses.witness import Case, Need, Say, Witness, always


def word(said: Feedback, candidates: int = 0) -> Say:
    """What the clerk is sure of, for so many candidates."""
    sure = (said.right,) if said.right is not None else ()
    return Say(np.zeros(candidates), sure=sure, is_none=said.absent)


def _says(case: Case) -> Say:
    return word(case.said, len(case.candidates))


CLERK = Witness("clerk", (Need.FEEDBACK,), ms=0.0, is_asked=always, says=_says)
