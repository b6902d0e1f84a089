"""The hash of a line of the log of photos: it covers the line, and the hash of the line before.

Never changed: lines that are written stay as they are. Another form would be another version in its name.
"""

import hashlib
import json

BEGINNING = "0" * 64
"""What stands for the hash before the first line."""
_FORM = "snapshelf photo log 1"


def line_digest(
    number: int,
    sha256: str,
    source_sha256: str,
    had: str,
    logged: str,
    how: str,
    taken: str,
    program: str,
    before: str,
) -> str:
    """SHA-256, in hexadecimal, of these in a JSON array without spaces, all beyond ASCII escaped.

    The columns of ``photo_log`` in their order; ``before`` is the digest of the line before.
    """
    said = [_FORM, number, sha256, source_sha256, had, logged, how, taken, program, before]
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode("ascii")).hexdigest()
