"""Searching: a picture is taken or words are typed, the answer says what it is, the clerk what is right."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.phone.server.rendering import render
from desktop_app.phone.server.routing import ask, field, page, pictures_of, whole, write


async def show(request: Request) -> Response:
    """Where a picture is taken."""
    return render(request, "search.html")


async def search(request: Request, form: FormData) -> Response:
    """Pictures of one thing, or further ones of it."""
    values = {"at_desk": field(form, "at_desk") == "yes", "more_of": whole(form, "more_of")}
    found = await ask(request, "search", values, await pictures_of(form))
    return RedirectResponse(f"/search/{found.values['search']}", 303)


async def find(request: Request) -> Response:
    """Words, a SKU or a barcode."""
    found = await ask(request, "find", {"text": request.query_params.get("text", "")})
    return RedirectResponse(f"/search/{found.values['search']}", 303)


async def answer(request: Request) -> Response:
    """The answer to a search."""
    found = await ask(request, "answered", {"search": request.path_params["search"]})
    return render(request, "answer.html", **found.values)


async def say(request: Request, form: FormData) -> Response:
    """A word on the answer."""
    search = request.path_params["search"]
    values = {"search": search, "said": field(form, "said"), "product": whole(form, "product")}
    await ask(request, "say", values)
    return RedirectResponse(f"/search/{search}", 303)


async def unsay(request: Request, _form: FormData) -> Response:
    """The last word is taken back."""
    search = request.path_params["search"]
    await ask(request, "unsay", {"search": search})
    return RedirectResponse(f"/search/{search}", 303)


async def picture(request: Request) -> Response:
    """What was searched with, small."""
    found = await ask(request, "picture", dict(request.path_params))
    return Response(found.parts[0], media_type="image/jpeg")


ROUTES = (
    page("/", show),
    write("/search", search),
    page("/find", find),
    page("/search/{search:int}", answer),
    write("/search/{search:int}/say", say),
    write("/search/{search:int}/unsay", unsay),
    page("/search/{search:int}/picture/{number:int}", picture),
)
