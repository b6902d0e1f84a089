"""Where the server's process begins: light, as the window's process imports it to start that one."""

from __future__ import annotations

from multiprocessing.connection import Connection

from desktop_app.phone.server.plan import ServerPlan


def serve_phones(connection: Connection, plan: ServerPlan) -> None:
    """Serve phones until the window closes the pipe."""
    from desktop_app.phone.server.process import serve  # the ASGI stack: in that process alone

    serve(connection, plan)
