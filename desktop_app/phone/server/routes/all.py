"""Every page of the phone: a line a file."""

from desktop_app.phone.server.routes import pair, search

ROUTES = (*pair.ROUTES, *search.ROUTES)
