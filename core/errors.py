"""The one kind of failure that is not a bug.

:class:`KnownError` says that the world did something that we foresaw: a file is gone, a picture is
broken, the disk is full. It carries one sentence for the user that says what to do. Any other exception
that leaves core is a fault of ours and is shown as one.
"""

from functools import partial

from core.messages import Sentence


class KnownError(Exception):
    """Something outside the program went wrong in a way that it knows.

    Args:
        text: a template marked with :func:`core.messages.message`; it says what happened and what to do.
        values: what the template's fields stand for.
    """

    def __init__(self, text: str, **values: object) -> None:
        self.sentence = Sentence(text, values)
        super().__init__(str(self.sentence))

    def __reduce__(self) -> tuple[partial["KnownError"], tuple[()]]:
        """Travel between processes with the template and its values still apart."""
        return partial(type(self), self.sentence.text, **self.sentence.values), ()


class Cancelled(Exception):  # noqa: N818  (it is a wish, not an error)
    """The user asked a long task to stop; what was finished before stays."""
