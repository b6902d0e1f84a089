"""The language is chosen on this phone, whatever its browser asks for."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.phone.language import OWN_NAMES
from desktop_app.phone.server.rendering import LANGUAGE
from desktop_app.phone.server.routing import field, own_page, write

_YEAR_S = 365 * 24 * 3600


async def choose(request: Request, form: FormData) -> Response:
    """Speak it from now on."""
    response = RedirectResponse(own_page(form), 303)
    chosen = field(form, "language")
    if chosen in OWN_NAMES:
        response.set_cookie(
            LANGUAGE, chosen, max_age=_YEAR_S, path="/", secure=True, httponly=True, samesite="strict"
        )
    return response


ROUTES = (write("/language", choose),)
