"""Work in a process of its own: its answer, its errors, and its death."""

import os
import signal

import pytest

from core.embedding.runtimes.in_child import in_child
from core.errors import KnownError
from core.messages import Sentence, message

DIED = Sentence(message("core", "The model {name} could not be prepared."), {"name": "lite"})


def test_the_answer_is_made_elsewhere() -> None:
    assert in_child(os.getpid, died=DIED) != os.getpid()


def test_what_the_task_raises_arrives_as_it_was() -> None:
    with pytest.raises(FileNotFoundError):
        in_child(os.stat, "/no/such/file", died=DIED)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not known there")
def test_a_child_that_is_killed_is_told_of_in_the_callers_words() -> None:
    with pytest.raises(KnownError, match="The model lite could not be prepared") as told:
        in_child(signal.raise_signal, signal.SIGKILL, died=DIED)
    assert told.value.sentence == DIED
