"""A product: all about it, its photos, what is sold and received of it, and the way back."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from desktop_app.phone.server.rendering import render
from desktop_app.phone.server.routing import ask, field, own_page, page, pictures_of, whole, write


async def show(request: Request) -> Response:
    """All about one product; ``search`` is the one that led here."""
    found = await ask(request, "product", {"product": request.path_params["product"]})
    search = request.query_params.get("search", "")
    return render(request, "product.html", search=int(search) if _is_number(search) else 0, **found.values)


async def book(request: Request, form: FormData) -> Response:
    """So much was sold or received."""
    values = {
        "product": request.path_params["product"],
        "kind": field(form, "kind"),
        "amount": field(form, "amount"),
        "search": whole(form, "search"),
    }
    await ask(request, "book", values)
    return RedirectResponse(own_page(form), 303)


async def undo(request: Request, form: FormData) -> Response:
    """A step of this phone is taken back."""
    await ask(request, "undo", {"step": whole(form, "step")})
    return RedirectResponse(own_page(form), 303)


async def add_photos(request: Request, form: FormData) -> Response:
    """Pictures become photos of it."""
    product = request.path_params["product"]
    await ask(request, "add photos", {"product": product}, await pictures_of(form))
    return RedirectResponse(f"/product/{product}", 303)


async def photo(request: Request) -> Response:
    """A photo of the shop, small."""
    found = await ask(request, "photo", {"photo": request.path_params["photo"]})
    return Response(found.parts[0], media_type="image/jpeg")


async def large_photo(request: Request) -> Response:
    """A photo of the shop, large."""
    found = await ask(request, "photo", {"photo": request.path_params["photo"], "large": True})
    return Response(found.parts[0], media_type="image/jpeg")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


ROUTES = (
    page("/product/{product:int}", show),
    write("/product/{product:int}/book", book),
    write("/product/{product:int}/photos", add_photos),
    write("/undo", undo),
    page("/photo/{photo}", photo),
    page("/photo/{photo}/large", large_photo),
)
