"""How a count ends: what was put aside is decided, the differences are seen, and booked or thrown away.

What is more than one button says asks on a page of its own first.
"""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.phone.server.rendering import render
from desktop_app.phone.server.routing import ask, own_page, page, whole, write

_COUNT, _ASIDE, _COMPARE = "/count", "/count/aside", "/count/compare"


async def show_aside(request: Request) -> Response:
    """What was put aside."""
    found = await ask(request, "put aside")
    return render(request, "count_aside.html", **found.values)


async def picture(request: Request) -> Response:
    """What was put aside, as it was seen."""
    found = await ask(request, "picture aside", dict(request.path_params))
    return Response(found.parts[0], media_type="image/jpeg")


async def decide(request: Request, form: FormData) -> Response:
    """It is this product, or none of the shop's."""
    values = {"doubt": request.path_params["doubt"], "product": whole(form, "product")}
    await ask(request, "decide", values)
    return RedirectResponse(own_page(form), 303)


async def wait_again(request: Request, _form: FormData) -> Response:
    """It is to be decided anew."""
    await ask(request, "wait again", dict(request.path_params))
    return RedirectResponse(_ASIDE, 303)


async def compare(request: Request) -> Response:
    """The count against the books."""
    found = await ask(request, "compare")
    return render(request, "count_compare.html", **found.values)


async def ask_zero(request: Request) -> Response:
    """What was not counted, and whether there is none of it."""
    found = await ask(request, "not counted")
    return render(request, "count_zero.html", **found.values)


async def zero(request: Request, _form: FormData) -> Response:
    """There is none of it."""
    await ask(request, "zero")
    return RedirectResponse(_COMPARE, 303)


async def unzero(request: Request, _form: FormData) -> Response:
    """It is not counted again."""
    await ask(request, "unzero")
    return RedirectResponse(_COMPARE, 303)


async def ask_away(request: Request) -> Response:
    """Whether the count is to be thrown away."""
    found = await ask(request, "count")
    return render(request, "count_away.html", **found.values)


async def throw_away(request: Request, _form: FormData) -> Response:
    """It is."""
    await ask(request, "throw away")
    return RedirectResponse(_COUNT, 303)


async def book(request: Request, _form: FormData) -> Response:
    """The differences are booked."""
    await ask(request, "book count")
    return RedirectResponse(_COUNT, 303)


async def bring_back(request: Request, form: FormData) -> Response:
    """They are not."""
    await ask(request, "bring back", {"ended": whole(form, "ended")})
    return RedirectResponse(_COUNT, 303)


ROUTES = (
    page(_ASIDE, show_aside),
    page("/count/aside/{doubt:int}/picture", picture),
    write("/count/aside/{doubt:int}", decide),
    write("/count/aside/{doubt:int}/again", wait_again),
    page(_COMPARE, compare),
    page("/count/zero", ask_zero),
    write("/count/zero", zero),
    write("/count/unzero", unzero),
    page("/count/away", ask_away),
    write("/count/away", throw_away),
    write("/count/book", book),
    write("/count/again", bring_back),
)
