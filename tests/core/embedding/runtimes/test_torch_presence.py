import sys

import pytest

from core.embedding.runtimes.torch_presence import full_program, require_full_program
from core.errors import KnownError


def test_with_torch_it_is_the_full_program() -> None:
    assert full_program()
    require_full_program()


def test_without_torch_one_sentence_says_what_the_full_program_adds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)  # Python then neither finds nor imports it
    assert not full_program()
    with pytest.raises(KnownError, match="Deep lessons and the graphics card come with the full one"):
        require_full_program()
