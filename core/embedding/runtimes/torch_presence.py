"""Which program this is: the full one, or the light one, which comes without torch.

Answered without importing torch. The light program searches, imports and takes quick lessons; deep lessons
and the GPU need the full one.
"""

from importlib.util import find_spec

from core.errors import KnownError
from core.messages import message


def full_program() -> bool:
    """Whether torch is there; also right in a packaged program. Takes microseconds."""
    return find_spec("torch") is not None


def require_full_program() -> None:
    """Call it first where torch is about to be needed.

    Raises:
        KnownError: this is the light program; the sentence says what the full one adds.
    """
    if not full_program():
        raise KnownError(
            message(
                "core",
                "This is the light program. Deep lessons and the graphics card come with the full one: "
                "install it in its place; shops and settings stay as they are.",
            )
        )
