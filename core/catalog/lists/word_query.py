"""What people type, as a query of the full-text index: nothing in it is taken for an operator.

Every chunk must occur, as the beginning of a word: as it is typed, in one word or in several (``7up``,
``7 up``), together with its neighbour (``coca cola``, ``cocacola``), or in another number (``berries``).
"""

from collections.abc import Iterator

from core.catalog.database.tokens import chunks, is_unit, joined
from core.catalog.lists.plurals import other_numbers
from core.unspaced import is_unspaced

_MOST_CHUNKS = 32
_AND = frozenset("and und et e y og och и".split())  # noqa: SIM905
"""Not asked for, unless it is typed last: the title may have ``&``."""


def match_expression(text: str, *, whole_words: bool = False) -> str | None:
    """``text``, printable, as an FTS5 query; None if there is no word in it.

    Args:
        whole_words: let nothing that is typed be the beginning of a longer word.
    """
    runs = [run for chunk in chunks(text) for run in _runs(chunk)][:_MOST_CHUNKS]
    found = [run for run in runs[:-1] if "".join(run) not in _AND] + runs[-1:]
    terms = []
    for place, run in enumerate(found):
        is_last = place == len(found) - 1
        # A letter alone is a word (vitamin c, b 12), unless more may be to come; so is a unit (1 l).
        counts = place > 0 and found[place - 1][-1][0].isdigit() and is_unit(run[0])
        star = "" if whole_words or counts or (len("".join(run)) == 1 and not is_last) else " *"
        ways = list(_ways(run, star))
        if not is_unspaced(run[-1]):
            for neighbours in (found[place - 1 : place + 1] if place else [], found[place : place + 2]):
                both = joined([piece for one in neighbours for piece in one]) if len(neighbours) == 2 else ""
                ways += [_quoted(both) + ("" if whole_words else " *")] if both else []
        terms.append(ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})")
    return " AND ".join(terms) or None


def short_words(text: str) -> bool:
    """Whether a word is so short that many begin with it: then whole words should come first."""
    return any(len(run[0]) <= 2 for chunk in chunks(text) for run in _runs(chunk) if not is_unspaced(run[0]))


def _runs(chunk: list[str]) -> Iterator[list[str]]:
    """A chunk cut where a script without spaces begins or ends."""
    run: list[str] = []
    for piece in chunk:
        if run and is_unspaced(piece) != is_unspaced(run[-1]):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _ways(run: list[str], star: str) -> Iterator[str]:
    """The ways in which one run may stand in the index."""
    if is_unspaced(run[-1]):
        yield _quoted(" ".join(run))  # nothing begins with such a character but itself
        return
    yield _quoted(" ".join(run)) + star
    if len(run) > 1:
        one = joined(run)
        yield from [_quoted(one) + star] if one else []
        return
    for other in other_numbers(run[0]):
        yield _quoted(other.word) + (star if other.may_go_on else "")


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
