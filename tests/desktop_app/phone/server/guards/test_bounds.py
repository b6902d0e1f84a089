"""A body comes whole, within its size and its time, or not at all."""

import asyncio
from collections.abc import Sequence

import pytest
from starlette.responses import FileResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desktop_app.phone.server.guards.bounds import MOST_STRANGERS_BYTES, BoundedBody
from desktop_app.phone.server.guards.refused import Refused


async def _read(_scope: Scope, receive: Receive, send: Send) -> None:
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200})


def _sent(
    chunks: Sequence[bytes],
    pause_s: float = 0.0,
    says: str = "",
    *,
    leaves: bool = False,
    method: str = "POST",
    app: ASGIApp = _read,
) -> list[Message]:
    """What is answered to a body of ``chunks`` with a pause before each; raises what the guard does."""
    left = list(chunks)
    answered: list[Message] = []

    async def receive() -> Message:
        await asyncio.sleep(pause_s)
        if leaves and not left:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": left.pop(0), "more_body": leaves or bool(left)}

    async def send(message: Message) -> None:
        answered.append(message)

    scope = {
        "type": "http",
        "method": method,
        "raw_path": b"/pair",
        "query_string": b"",
        "state": {"phone": None},
        "headers": [(b"content-length", says.encode())] if says else [],
    }
    asyncio.run(BoundedBody(app, within_s=0.2)(scope, receive, send))
    return answered


def test_a_small_body_is_let_through() -> None:
    assert _sent([b"code=", b"x"])[0]["status"] == 200


def test_a_body_is_counted_whatever_it_says_of_itself() -> None:
    with pytest.raises(Refused) as refused:
        _sent([b"x" * MOST_STRANGERS_BYTES, b"x"], says="1")
    assert refused.value.status == 413


def test_a_body_that_drips_is_refused_after_its_time() -> None:
    with pytest.raises(Refused) as refused:
        _sent([b"x"] * 1000, pause_s=0.01)
    assert refused.value.status == 408


def test_who_leaves_in_the_middle_of_a_body_is_counted_and_no_mistake_of_ours() -> None:
    with pytest.raises(Refused, match="left in the middle") as refused:
        _sent([b"code="], leaves=True)
    assert refused.value.status == 400


def test_who_leaves_while_the_answer_is_on_its_way_has_only_left() -> None:
    page = FileResponse(__file__)  # waits for that, as long as it is being sent
    assert _sent([], leaves=True, method="GET", app=page) is not None
