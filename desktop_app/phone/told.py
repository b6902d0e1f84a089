"""Sentences on the wire: the template and its values apart, so that each phone reads its own language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from core.messages import Sentence


def to_wire(sentence: Sentence) -> dict[str, Any]:
    """``sentence`` as JSON can say it."""
    values = {
        name: to_wire(value)
        if isinstance(value, Sentence)
        else value
        if isinstance(value, int | float | str)
        else str(value)
        for name, value in sentence.values.items()
    }
    return {"text": sentence.text, "values": values}


def from_wire(said: Mapping[str, Any]) -> Sentence:
    """What :func:`to_wire` made of a sentence."""
    values = {
        name: from_wire(value) if isinstance(value, dict) else value for name, value in said["values"].items()
    }
    return Sentence(said["text"], values)


def in_words(said: Mapping[str, Any], translate: Callable[[str], str]) -> str:
    """The sentence on the wire, in the language of ``translate``."""
    return from_wire(said).translated(translate)
