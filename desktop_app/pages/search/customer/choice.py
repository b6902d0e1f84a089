"""What of an answer the customer is shown: what is certain, and nothing while anything is open."""

from core.answer import AskedText, LikeProduct, Verdict
from desktop_app.pages.search.desk.search import Search


def certain_product(search: Search | None) -> int | None:
    """The product that the clerk confirmed, or of which the answer is very sure; None for none of the kind.

    A customer is shown no guess, nothing that a closer look may change yet, and nothing that was asked
    before: what the clerk is told with a doubt would be told to the customer without one.
    """
    if search is None or search.answer is None or search.answered is None or not search.is_answered:
        return None
    answer, said = search.answer, search.answered.feedback
    if said.right is not None:
        return said.right
    if said.absent or search.is_settling or search.settled is not None or not answer.results:
        return None
    if answer.verdict is not Verdict.MATCH or isinstance(answer.asked, LikeProduct):
        return None
    is_by_number = isinstance(answer.asked, AskedText)
    return answer.results[0].product_id if is_by_number or answer.is_certain else None
