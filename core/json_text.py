"""JSON from files that anybody may have written: whatever is wrong with it is one kind of error."""

import json
from typing import Any


def parse_json(text: str | bytes) -> Any:
    """What ``text`` says.

    Raises:
        ValueError: it is no JSON, is in no encoding that JSON may have, or is nested too deeply to be read;
            :func:`json.loads` raises :class:`RecursionError` for that, which callers tend to forget.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
