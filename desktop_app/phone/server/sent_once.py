"""A button that is pressed twice was meant once: a form that carries an id of its own is heard once.

What such a form led to is remembered for a while, by phone; the same form with the same content is led there
again and does nothing. What came to nothing is not remembered, and can be tried again.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import OrderedDict, defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

ONCE = "once"
"""The name of a form's field for its id."""
_REMEMBERED = 32
"""Forms of each phone."""


def new_id() -> str:
    """For one more form."""
    return secrets.token_urlsafe(12)


@dataclass(slots=True)
class _Sent:
    """By one phone: where each form led."""

    one_by_one: asyncio.Lock = field(default_factory=asyncio.Lock)
    led_to: OrderedDict[bytes, str] = field(default_factory=OrderedDict)


class SentOnce:
    """Lives on the server's event loop."""

    def __init__(self) -> None:
        self._sent: defaultdict[str, _Sent] = defaultdict(_Sent)

    async def hear(
        self, phone: str, path: str, form: FormData, do: Callable[[], Awaitable[Response]]
    ) -> Response:
        """What ``do`` answers, unless it answered this form of this phone by leading to a page already."""
        if not form.get(ONCE):
            return await do()
        sent, content = self._sent[phone], _content(path, form)
        async with sent.one_by_one:
            if content in sent.led_to:
                return RedirectResponse(sent.led_to[content], 303)
            response = await do()
            if response.status_code == 303 and "set-cookie" not in response.headers:
                sent.led_to[content] = response.headers["location"]
                while len(sent.led_to) > _REMEMBERED:
                    sent.led_to.popitem(last=False)
            return response


def _content(path: str, form: FormData) -> bytes:
    """A hash of what a form says; of a file, its name and size are enough beside the id."""
    said = [
        (name, f"{value.filename} {value.size}" if isinstance(value, UploadFile) else value)
        for name, value in form.multi_items()
    ]
    return hashlib.sha256(repr((path, said)).encode(errors="replace")).digest()
