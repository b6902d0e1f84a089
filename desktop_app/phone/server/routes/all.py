"""Every page of the phone: a line a file."""

from desktop_app.phone.server.routes import (
    counting,
    ending_count,
    language,
    newcomers,
    pair,
    products,
    search,
)

ROUTES = (
    *pair.ROUTES,
    *search.ROUTES,
    *products.ROUTES,
    *newcomers.ROUTES,
    *counting.ROUTES,
    *ending_count.ROUTES,
    *language.ROUTES,
)
