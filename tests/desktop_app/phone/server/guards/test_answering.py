"""What is refused is counted by its reason; nothing that a stranger sent gets into the log."""

import asyncio
from collections import Counter

from starlette.types import Message, Receive, Scope, Send

from desktop_app.phone.server.guards.answering import Answering
from desktop_app.phone.server.guards.refused import Refused


def test_a_thousand_refusals_are_one_number() -> None:
    refused: Counter[str] = Counter()
    statuses: list[int] = []

    async def refusing(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise Refused(401, "no key of ours")

    async def explain(_request: object, _status: int) -> None:
        return None

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    guard = Answering(refusing, refused, explain)
    scope = {"type": "http", "method": "GET", "path": "/<script>", "headers": [], "query_string": b"secret"}
    for _ in range(1000):
        asyncio.run(guard(dict(scope), receive, send))
    assert refused == {"401 no key of ours": 1000}
    assert statuses == [401] * 1000
