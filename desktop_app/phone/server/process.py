"""The server's process, from its start to its end.

Started by the window's (desktop_app/phone/child.py) and ended by it: when the pipe closes, for whatever
reason, this process leaves. It is a little nicer than the window and may not grow beyond a bound.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import ssl
import traceback
from collections import Counter
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection

import uvicorn

from desktop_app.phone.addresses import host_of
from desktop_app.phone.server.app import build_app
from desktop_app.phone.server.certificate import fingerprint, own_certificate
from desktop_app.phone.server.connections import MOST_HEAD
from desktop_app.phone.server.door import Door
from desktop_app.phone.server.listening import BACKLOG, listen
from desktop_app.phone.server.places import Places
from desktop_app.phone.server.plan import ServerPlan
from desktop_app.phone.server.window_link import WindowLink
from desktop_app.phone.wire import Message, Wire, WireBroken

_MOST_MEMORY = 2 * 2**30
"""Bytes of addresses: a few bodies of the largest size at once, and Python."""
_TELL_EVERY_S = 30.0


def serve(connection: Connection, plan: ServerPlan) -> None:
    """Listen as ``plan`` says, until the window closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window; it then closes the pipe
    # The libraries print a line for each mistake of a stranger; here those are counted, and ours are told.
    logging.getLogger().addHandler(logging.NullHandler())
    _bound_itself()
    wire = Wire(connection)
    with contextlib.suppress(WireBroken):
        try:
            asyncio.run(_serve(wire, plan))
        except OSError as error:
            wire.send(Message("not_listening", {"reason": error.strerror or type(error).__name__}))
        except Exception:
            wire.send(Message("bug", {"trace": traceback.format_exc()}))


async def _serve(wire: Wire, plan: ServerPlan) -> None:
    trusted = plan.trusted
    certificate, key = (
        (trusted.certificate, trusted.key)
        if trusted is not None
        else own_certificate(plan.folder, plan.addresses)
    )
    seal = "" if trusted is not None else fingerprint(certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(certificate, key)
    sockets = listen(plan.addresses, plan.port)
    port = sockets[0].getsockname()[1]
    names = [host_of(one.getsockname()[0]) for one in sockets]
    if trusted is not None:
        names.insert(0, trusted.name)
    hosts = [f"{name}:{port}" for name in names]
    refused: Counter[str] = Counter()
    stop = asyncio.Event()
    link = WindowLink(wire, stop.set)
    door = partial(Door, context, Places(), refused)
    server = _server(build_app(link, plan.shop, plan.run, hosts, seal, refused), door)
    async with asyncio.TaskGroup() as tasks:
        serving = tasks.create_task(server.serve(sockets))
        telling = tasks.create_task(_tell_refused(link, refused))
        await link.tell(
            "listening", {"addresses": [f"https://{host}" for host in hosts], "fingerprint": seal}
        )
        await stop.wait()
        server.should_exit = server.force_exit = True
        telling.cancel()
        await serving


def _server(app: object, door: Callable[..., Door]) -> uvicorn.Server:
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]  # an ASGI application
        http=door,  # type: ignore[arg-type]  # uvicorn calls it for each connection, and asks no more of it
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        h11_max_incomplete_event_size=MOST_HEAD,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=1,
        backlog=BACKLOG,
    )
    return uvicorn.Server(config)


async def _tell_refused(link: WindowLink, refused: Counter[str]) -> None:
    """Now and then, how much was refused and why."""
    with contextlib.suppress(WireBroken):
        while True:
            await asyncio.sleep(_TELL_EVERY_S)
            if refused:
                told = dict(refused)
                refused.clear()
                await link.tell("refused", told)


def _bound_itself() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)
