"""A question is heard and answered; a form that changes or sends something is heard once.

Every form carries an id. A button that is pressed twice, an answer that was lost on its way and is asked for
again, a page that the browser sends anew: each brings an id that was heard before, with the same content, and
leads where it led then. What came to nothing is not remembered, and can be tried again.
"""

from __future__ import annotations

import hashlib

from core.errors import KnownError
from core.messages import message
from core.shop.shop import Shop
from desktop_app.phone.asks.ask import Ask, Caller, Reply
from desktop_app.phone.asks.table import ASKS, CHANGING

_SENDING = "search"
"""Changes nothing, but shows up at the desk."""


def hear(shop: Shop, caller: Caller, name: str, ask: Ask, form: str = "") -> Reply:
    """What ``ask`` leads to, or led to.

    Args:
        name: a key of ASKS.
        form: the id of the form that brings it, ``<run>.<anything>`` (server/key.py); "" where none does.

    Raises:
        KnownError: it cannot be done, or nobody remembers whether it was: the form is of an earlier run.
    """
    if name in CHANGING and not shop.writable:
        raise KnownError(message("phone", "This shop can only be read just now."))
    if not form or (name not in CHANGING and name != _SENDING):
        return ASKS[name](shop, caller, ask)
    if form.partition(".")[0] != caller.run and name in CHANGING:
        raise KnownError(
            message(
                "phone",
                "This page is older than the program's last start. See whether it was done; if not, open the"
                " page again and do it there.",
            )
        )
    content = _content(name, ask, form)
    before = caller.heard(content)
    if before is not None:
        return before
    last = caller.last_told
    reply = ASKS[name](shop, caller, ask)
    caller.remember(content, reply, caller.last_told if caller.last_told is not last else {})
    return reply


def _content(name: str, ask: Ask, form: str) -> bytes:
    """A hash of what a form says: another button of it is another form."""
    said = hashlib.sha256(repr((form, name, sorted(ask.values.items()))).encode(errors="replace"))
    for part in ask.parts:
        said.update(hashlib.sha256(part).digest())
    return said.digest()
