"""A phone's key: who asks; and what each of its forms carries: the phone's token, and an id of its own.

The key is 256 random bits, so its hash needs no salt and no slowness. The token is made of the key: another
site cannot know it, and nothing has to be remembered (OWASP, CSRF prevention: signed double submit). By its
id the window hears a form once (asks/hearing.py).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from starlette.requests import HTTPConnection
from starlette.responses import Response

COOKIE = "__Host-key"
TOKEN = "token"  # noqa: S105  (the name of a form's field)
ONCE = "once"
"""The name of a form's field for its id."""
_YEAR_S = 365 * 24 * 3600
_MOST = 64


def new_key() -> str:
    """A key for one more phone."""
    return secrets.token_urlsafe(32)


def hash_of(key: str) -> str:
    """What is kept of ``key`` on the computer."""
    return hashlib.sha256(key.encode()).hexdigest()


def key_of(connection: HTTPConnection) -> str:
    """The key that a request brings; "" for none."""
    key = connection.cookies.get(COOKIE, "")
    return key if len(key) <= _MOST else ""


def token_of(key: str, shop: str) -> str:
    """The token in forms of the phone with ``key``, shown while ``shop`` was open (see ServerPlan)."""
    return hmac.new(key.encode(), f"form {shop}".encode(), hashlib.sha256).hexdigest()


def is_token(said: object, key: str, shop: str) -> bool:
    """Whether a form that says ``said`` comes from a page of ours, shown of ``shop`` to this phone."""
    return isinstance(said, str) and hmac.compare_digest(said.encode(), token_of(key, shop).encode())


def new_id(run: str) -> str:
    """For one more form, shown in ``run`` (see ServerPlan)."""
    return f"{run}.{secrets.token_urlsafe(12)}"


def give_key(response: Response, key: str) -> None:
    """Let the phone keep ``key``: for this host alone, over HTTPS alone, out of reach of any script."""
    response.set_cookie(COOKIE, key, max_age=_YEAR_S, path="/", secure=True, httponly=True, samesite="strict")


def take_key(response: Response) -> None:
    """Let the phone forget its key."""
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
