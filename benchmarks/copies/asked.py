"""What is asked: which photos are the shop's, which edits of them, and which pictures are no copies."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import Image

from benchmarks.copies.edits import FAMILIES
from core.imaging.decode import decode_file
from core.imaging.photo_files import MAX_SIDE

Half = Literal["choose", "report"]

_SCENES = 40


@dataclass(frozen=True, slots=True)
class Question:
    """A picture to trace.

    Attributes:
        path: the photo that it is made of.
        place: of that photo among the originals; None where it is none of them.
        family, edit: what was done to it; "" for nothing.
        seed: of the edit's chance.
    """

    path: Path
    place: int | None
    family: str
    edit: str
    seed: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Originals, and the questions in an order by chance, so that the first are like all.

    Attributes:
        scenes: photos that edits put others into.
    """

    originals: tuple[Path, ...]
    questions: tuple[Question, ...]
    scenes: tuple[Path, ...]


def halves(paths: Sequence[Path]) -> dict[Half, list[Path]]:
    """Photos by their products, which are told by the folder's name: every other product for each half."""
    products = sorted({path.parent.name for path in paths})
    chosen = set(products[::2])
    return {
        "choose": [path for path in paths if path.parent.name in chosen],
        "report": [path for path in paths if path.parent.name not in chosen],
    }


def plan(paths: Sequence[Path], half: Half, originals: int, edits_each: int, others: int, seed: int) -> Plan:
    """Originals of one half, their edits in turn, and others: first their sisters, then all that is left.

    Others are asked for as they are; then, as long as there are too few, with an edit that chance chooses.
    """
    chance = random.Random(seed)
    own = halves(paths)[half]
    chance.shuffle(own)
    kept = tuple(own[:originals])
    sisters = own[originals:]
    strangers = [path for path in paths if path not in set(own)]
    chance.shuffle(strangers)
    every = [(family, edit) for family, edits in FAMILIES.items() for edit in edits]
    asked = [
        Question(path, place, *every[(place * edits_each + turn) % len(every)], f"{seed} {place} {turn}")
        for place, path in enumerate(kept)
        for turn in range(edits_each)
    ]
    rest = [*sisters, *strangers]
    no_copies = [Question(path, None, "", "", "") for path in rest]
    turn = 0
    while rest and len(no_copies) < others:
        path = (sisters or strangers)[turn % len(sisters or strangers)]
        no_copies.append(Question(path, None, *chance.choice(every), f"{seed} other {turn}"))
        turn += 1
    questions = [*asked, *no_copies[:others]]
    chance.shuffle(questions)
    return Plan(kept, tuple(questions), tuple(strangers[:_SCENES] or sisters[:_SCENES] or kept[:_SCENES]))


def picture_of(question: Question, scenes: tuple[Path, ...]) -> Image.Image:
    """The picture that is traced."""
    photo = decode_file(question.path, max_side=MAX_SIDE)
    if not question.edit:
        return photo
    edit = FAMILIES[question.family][question.edit]
    return edit(photo, random.Random(question.seed), _decoded(scenes))


@cache
def _decoded(scenes: tuple[Path, ...]) -> tuple[Image.Image, ...]:
    return tuple(decode_file(path, max_side=MAX_SIDE) for path in scenes)
