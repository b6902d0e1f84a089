"""Counting the stock: by camera, by number, by choice."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.phone.server.rendering import render
from desktop_app.phone.server.routing import ask, field, page, pictures_of, whole, write

_COUNT = "/count"


async def show(request: Request) -> Response:
    """How the count stands, or where one is begun."""
    found = await ask(request, "count")
    template = "count.html" if found.values["is_under_way"] else "begin_count.html"
    return render(request, template, **found.values)


async def begin(request: Request, form: FormData) -> Response:
    """Begin one."""
    await ask(request, "begin count", {name: field(form, name) for name in ("category", "location")})
    return RedirectResponse(_COUNT, 303)


async def enter(request: Request, form: FormData) -> Response:
    """One piece."""
    values: dict[str, Any] = {"text": field(form, "text")}
    if field(form, "product"):
        values |= {"product": whole(form, "product"), "step": -1 if field(form, "step") == "-1" else 1}
    await ask(request, "enter", values, (await pictures_of(form))[:1])
    return RedirectResponse(_COUNT, 303)


async def correct(request: Request, form: FormData) -> Response:
    """So many of the product that was counted last."""
    await ask(request, "correct", {"product": whole(form, "product"), "amount": field(form, "amount")})
    return RedirectResponse(_COUNT, 303)


async def take_back(request: Request, _form: FormData) -> Response:
    """The last count is undone."""
    await ask(request, "take back")
    return RedirectResponse(_COUNT, 303)


ROUTES = (
    page(_COUNT, show),
    write("/count/begin", begin),
    write("/count/enter", enter),
    write("/count/correct", correct),
    write("/count/back", take_back),
)
