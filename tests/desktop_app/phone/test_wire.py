"""The pipe between the window and the phones' process carries JSON and bytes, nothing that could be run."""

import pickle
import threading
from multiprocessing import Pipe

import pytest

from core.errors import KnownError
from core.messages import Sentence
from desktop_app.phone.told import from_wire, to_wire
from desktop_app.phone.wire import MOST_TEXT, Message, Wire, WireBroken


def test_what_is_said_arrives_with_its_pictures() -> None:
    ours, theirs = Pipe()
    said = Message("search", {"phone": "收银台", "top": 3}, 7, (b"picture", b""))
    Wire(ours).send(said)
    assert Wire(theirs).receive() == said


class _Runs:
    ran = False

    def __reduce__(self) -> tuple[object, tuple[object, str, bool]]:
        return setattr, (_Runs, "ran", True)


def test_nothing_is_ever_unpickled() -> None:
    ours, theirs = Pipe()
    ours.send_bytes(pickle.dumps(_Runs()))
    with pytest.raises(WireBroken):
        Wire(theirs).receive()
    assert not _Runs.ran


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"[]",
        b'{"name": "a"}',
        b'{"name": "a", "values": [], "number": 0, "parts": 0}',
        b'{"name": "a", "values": {}, "number": 0, "parts": 1000000}',
        b'{"name": "a", "values": {}, "number": 0, "parts": -1}',
        b'{"name": 1, "values": {}, "number": 0, "parts": 0}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_message_ends_the_talk(frame: bytes) -> None:
    ours, theirs = Pipe()
    ours.send_bytes(frame)
    with pytest.raises(WireBroken):
        Wire(theirs).receive()


def test_a_message_beyond_all_bounds_ends_the_talk() -> None:
    ours, theirs = Pipe()
    heard: list[Exception] = []

    def receive() -> None:
        try:
            Wire(theirs).receive()
        except WireBroken as error:
            heard.append(error)
        theirs.close()

    listener = threading.Thread(target=receive)
    listener.start()
    with pytest.raises(WireBroken):
        while True:  # the first one fills the pipe; whoever hears it closes its end
            Wire(ours).send(Message("a", {"text": "x" * MOST_TEXT}))
    listener.join()
    assert heard


def test_an_end_is_noticed_on_either_side() -> None:
    ours, theirs = Pipe()
    theirs.close()
    with pytest.raises(WireBroken):
        Wire(ours).send(Message("a"))
    with pytest.raises(WireBroken):
        Wire(ours).receive()


def test_a_sentence_keeps_its_values_apart_on_the_way() -> None:
    error = KnownError("{file}: {reason}", file="a.jpg", reason=Sentence("it is {size} large", {"size": 3}))
    assert from_wire(to_wire(error.sentence)) == error.sentence
