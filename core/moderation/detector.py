"""What every detector is: something with a name and a version that looks at a picture and tells findings."""

from collections.abc import Sequence
from typing import Protocol

from core.finding import Finding
from core.messages import Sentence
from core.moderation.looked_at import LookedAt

LEAST_SCORE = 0.1
"""What is less sure need not be told: nobody sets a threshold so low."""


class Detector(Protocol):
    """Looks at one picture after the other; used by one thread at a time.

    Attributes:
        name: what its findings are kept under.
        version: changes when it may see something else on the same picture; whatever of the shop it goes by
            (a list of words, a set of photos) is part of it.
        problem: why it can see nothing, if so (a file of the program is damaged): it is left out then.
    """

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def version(self) -> str: ...  # noqa: D102
    @property
    def problem(self) -> Sentence | None: ...  # noqa: D102

    def find(self, picture: LookedAt) -> Sequence[Finding]:
        """All that it sees from :data:`LEAST_SCORE` on; which of that is told is the shop's threshold's
        business.
        """
        ...
