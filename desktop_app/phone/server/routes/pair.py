"""Letting a phone in: it brings the code off the computer's screen and waits for the computer's yes.

The code stands behind the # of the address, which a browser sends to nobody; the page's script puts it into
the form. The answer is a ticket, by which the phone asks until somebody at the computer has decided.
"""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from desktop_app.phone.server.guards.refused import Refused
from desktop_app.phone.server.key import give_key, hash_of, new_key
from desktop_app.phone.server.rendering import render
from desktop_app.phone.server.routing import link_of, page, read_form

_TICKET = "__Host-ticket"
_WAITS_S = 180
_LONGEST = 60


async def show(request: Request) -> Response:
    """Where the code off the screen leads."""
    if request.scope["state"]["phone"] is not None:
        return RedirectResponse("/", 303)
    name = _called(request.headers.get("user-agent", ""))
    return render(request, "pair.html", fingerprint=request.app.state.fingerprint, name=name)


async def ask(request: Request) -> Response:
    """The phone brings its code and says what it is called."""
    async with read_form(request) as form:
        values = {name: _short(form, name) for name in ("code", "name")}
    address = request.client.host if request.client is not None else ""
    answer = await link_of(request).ask("pair", {**values, "address": address})
    if not answer.values["ticket"]:
        raise Refused(403, "no code of ours")
    response = JSONResponse({"number": answer.values["number"]})
    response.set_cookie(
        _TICKET,
        answer.values["ticket"],
        max_age=_WAITS_S,
        path="/",
        secure=True,
        httponly=True,
        samesite="strict",
    )
    return response


async def asked(request: Request) -> Response:
    """What was decided; with a yes the phone gets its key, once."""
    ticket = request.cookies.get(_TICKET, "")[:_LONGEST]
    key = new_key()
    answer = await link_of(request).ask("paired", {"ticket": ticket, "key_hash": hash_of(key)})
    decided = answer.values["decided"]
    response = JSONResponse({"decided": decided})
    if decided == "yes":
        give_key(response, key)
    if decided != "waiting":
        response.delete_cookie(_TICKET, path="/", secure=True, httponly=True, samesite="strict")
    return response


def _called(agent: str) -> str:
    """What to propose as the phone's name."""
    return next((kind for kind in ("iPhone", "iPad", "Android") if kind in agent), "")


def _short(form: FormData, name: str) -> str:
    said = form.get(name)
    return said[:_LONGEST] if isinstance(said, str) else ""


ROUTES = (
    page("/pair", show),
    Route("/pair", ask, methods=["POST"]),  # a stranger has no token yet: the code stands in its place
    Route("/pair/asked", asked, methods=["POST"]),  # and the ticket here
)
