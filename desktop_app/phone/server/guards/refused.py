"""A request that is not let through: a status, a reason for the log, and nothing more for whoever asked."""


class Refused(Exception):  # noqa: N818  (it is ours to refuse)
    """Answered with ``status`` alone.

    Args:
        why: for the log, in the code's own words: nothing that a stranger sent.
    """

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why
