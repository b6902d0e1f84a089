"""A product that the shop does not have: proposed from its pictures, filled in, added."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from desktop_app.phone.server.rendering import render
from desktop_app.phone.server.routing import ask, field, page, pictures_of, whole, write
from desktop_app.phone.server.window_link import Failed

_FIELDS = ("sku", "title", "category", "barcode", "price", "stock", "location")


async def show(request: Request) -> Response:
    """The form, with what is proposed of the search that led here."""
    search = _search(request)
    proposed = await ask(request, "proposed", {"search": search})
    return render(request, "new.html", search=search, proposed=proposed.values, typed={}, said=None)


async def title(request: Request) -> Response:
    """What the label in the search's pictures says; takes up to a second, so the form does not wait."""
    found = await ask(request, "label words", {"search": _search(request)})
    return JSONResponse({"title": found.values["title"]})


async def add(request: Request, form: FormData) -> Response:
    """Make it; where that cannot be, say why, with all that was typed."""
    search = whole(form, "search")
    typed = {name: field(form, name) for name in _FIELDS}
    try:
        added = await ask(request, "add", {**typed, "search": search}, await pictures_of(form))
    except Failed as failed:
        proposed = await ask(request, "proposed", {"search": search})
        values = {"search": search, "proposed": proposed.values, "typed": typed, "said": failed.said}
        return render(request, "new.html", 422, **values)
    return RedirectResponse(_page_of(added.values["product"], search), 303)


async def give(request: Request, form: FormData) -> Response:
    """The search's pictures are of a product that the shop has."""
    search = whole(form, "search")
    given = await ask(request, "give", {"search": search, "product": whole(form, "product")})
    return RedirectResponse(_page_of(given.values["product"], search), 303)


def _page_of(product: int, search: int) -> str:
    return f"/product/{product}?search={search}" if search else f"/product/{product}"


def _search(request: Request) -> int:
    text = request.query_params.get("search", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


ROUTES = (page("/new", show), page("/new/title", title), write("/new", add), write("/give", give))
