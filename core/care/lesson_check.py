"""Whether all that a shop has learned, and the networks that it was given, is whole."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from core.embedding.backbone_store import backbones_folder, read_spec
from core.embedding.runtimes.onnx_model import model_path, read_model
from core.errors import KnownError
from core.messages import Sentence, message
from core.shop.shop import Shop

_LESSON = re.compile(r"[0-9]{4}-[a-z]+")


def lesson_problems(shop: Shop) -> Iterator[Sentence]:
    """What is missing or damaged below ``models``; only a person can say what to use instead."""
    if shop.searched_by.problem is not None:
        yield shop.searched_by.problem
    models = shop.models.folder
    for folder in _folders(models):
        if _LESSON.fullmatch(folder.name):
            yield from _lesson(shop, folder)
    for folder in _folders(backbones_folder(models)):
        try:
            spec = read_spec(folder)
            spec.weights.read()
        except KnownError as error:
            yield error.sentence
            continue
        export = model_path(folder, spec)
        if export.exists() and read_model(folder, spec) is None:
            text = message("core", "The file {file} of a model is damaged: add the model again.")
            yield Sentence(text, {"file": export})


def damaged_arrays(shop: Shop) -> list[Path]:
    """Files of arrays that cannot be read whole; they are made again once they are gone."""
    places = (*shop.place("points").glob("*/[!.]*.npz"), *shop.models.folder.glob("synthetic-*.npz"))
    return [path for path in sorted(places) if not _is_whole(path)]


def _lesson(shop: Shop, folder: Path) -> Iterator[Sentence]:
    try:
        shop.models.require_sound(folder.name)
    except KnownError as error:
        if error.sentence != shop.searched_by.problem:
            text = message("core", "The lesson {version} cannot be used: {problem}")
            yield Sentence(text, {"version": folder.name, "problem": error.sentence})


def _folders(place: Path) -> list[Path]:
    return [path for path in sorted(place.glob("[!.]*")) if path.is_dir()]


def _is_whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, EOFError):
        return False
