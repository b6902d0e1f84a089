"""The first page: a picture is taken, and the answer says what it shows."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.phone.server.rendering import render
from desktop_app.phone.server.routing import ask, page, pictures_of, write


async def show(request: Request) -> Response:
    """Where a picture is taken."""
    return render(request, "search.html")


async def search(request: Request, form: FormData) -> Response:
    """Search with pictures of one thing; the answer has a page of its own, which can be loaded again."""
    found = await ask(request, "search", {}, await pictures_of(form))
    return RedirectResponse(f"/answers/{found.values['search']}", 303)


async def answered(request: Request) -> Response:
    """What the pictures show."""
    found = await ask(request, "answered", {"search": request.path_params["search"]})
    return render(request, "answer.html", **found.values)


ROUTES = (page("/", show), write("/search", search), page("/answers/{search:int}", answered))
