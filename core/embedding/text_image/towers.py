"""A shop's text–picture network on the disk and at work: ``models/text-image/<name>/``.

The picture tower is a backbone like any other, for the processor's runtime alone: it lies there as an export
does, and the catalog keeps its vectors by its fingerprint. The text tower turns words into vectors that are
compared with these. A shop has one such network at most; another one takes its place.
"""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec, Part
from core.embedding.backbone_store import RUNTIME_ONLY, check_name, read_spec, write_spec
from core.embedding.runtimes.in_child import in_child
from core.embedding.runtimes.onnx_model import Manifest, model_path, write_model
from core.embedding.runtimes.onnx_runtime import OnnxBackbone, cpu_session
from core.embedding.text_image.package import MANIFEST, Facts, Package, read_facts, read_package, refused
from core.embedding.text_image.tokenizer import Tokenizer
from core.embedding.weights import StoredWeights
from core.errors import KnownError
from core.files.atomic import make_folder, sync_folder, write_atomically
from core.files.hostile import parse_json
from core.messages import Sentence, message

FOLDER = "text-image"
_TEXT, _TOKENIZER, _SUMS = "text-tower.onnx", "tokenizer.json", "sums.json"
_MOST_DIM = 4096
_ALIKE = 1e-3
_TRIED = ("a red cup", "红色杯子", "x")
_DIED = Sentence(
    message("core", "The model was not added: reading it was stopped, most likely for want of memory.")
)


@dataclass(frozen=True, slots=True, eq=False)
class StoredTowers:
    """What lies in a shop; ``spec`` is the picture tower's."""

    folder: Path
    spec: BackboneSpec
    facts: Facts


class TextTower:
    """Turns words into vectors."""

    def __init__(self, content: bytes, tokenizer: Tokenizer) -> None:
        """Load a tower, the verified content of its file."""
        self._session = cpu_session(content)
        self._tokenizer = tokenizer

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Each text's vector, (n, dim), of length 1."""
        rows = self._tokenizer.rows(texts)
        given = dict(zip(self._session.inputs, (rows, self._tokenizer.lengths(rows)), strict=False))
        return unit(np.asarray(self._session.run(given)[0], np.float32))


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row at length 1."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)


def add_towers(models: Path, file: Path, name: str | None = None) -> StoredTowers:
    """Check the network in ``file``, in a process of its own, and keep a copy; one that was there goes.

    Raises:
        KnownError: it is refused, or the shop cannot be written to.
    """
    building = models / FOLDER / ".new.tmp"
    try:
        shutil.rmtree(building, ignore_errors=True)
        make_folder(building.parent)
        building.mkdir()
        called = in_child(_prepare, file, building, name, died=_DIED)
        for old in _folders(models):
            shutil.rmtree(old)
        building.rename(building.parent / called)
        sync_folder(building.parent)
    except OSError as error:
        raise KnownError(
            message("core", "The model {name} could not be kept in {folder} ({reason})."),
            name=file.name,
            folder=str(models),
            reason=error.strerror or type(error).__name__,
        ) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    stored = stored_towers(models)
    if stored is None:
        raise refused(file, ValueError("what was written cannot be read back"))
    return stored


def stored_towers(models: Path) -> StoredTowers | None:
    """The network that the shop whose ``models`` folder this is was given; None if none, or it is damaged."""
    for folder in _folders(models):
        try:
            return StoredTowers(folder, read_spec(folder), read_facts((folder / MANIFEST).read_bytes()))
        except (OSError, ValueError, KeyError, TypeError, KnownError):
            continue
    return None


def load_text_tower(stored: StoredTowers) -> TextTower:
    """The text tower of a shop's network.

    Raises:
        KnownError: a file of it is missing or damaged.
    """
    try:
        sums = parse_json((stored.folder / _SUMS).read_bytes())
        text, tokenizer = (_read(stored.folder / name, sums[name]) for name in (_TEXT, _TOKENIZER))
        return TextTower(text, _tokenizer(stored.facts, tokenizer))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnownError(
            message(
                "core",
                "The model in {folder} is damaged, or a newer version of the program added it. Add it again.",
            ),
            folder=str(stored.folder),
        ) from error


def remove_towers(models: Path) -> None:
    """Delete the network's files."""
    shutil.rmtree(models / FOLDER, ignore_errors=True)


def _folders(models: Path) -> list[Path]:
    return sorted(path for path in (models / FOLDER).glob("[!.]*") if path.is_dir())


def _prepare(file: Path, building: Path, name: str | None) -> str:
    """In the child: read, try, copy; returns what it is called."""
    package = read_package(file)
    called = name or package.facts.name
    check_name(called, ())
    try:
        dim = _tried(package)
    except KnownError:
        raise
    except Exception as error:  # whatever the runtime says of a network that it cannot carry out
        reason = ValueError(str(error).splitlines()[0][:200] if str(error) else type(error).__name__)
        raise refused(file, reason) from error
    sha256 = _sum(package.image)
    spec = BackboneSpec(
        called,
        f"{RUNTIME_ONLY}{FOLDER}",
        (Part(dim, signed=True),),
        package.facts.preprocessing,
        StoredWeights(building / f"{called}.onnx", sha256),
    )
    made_with = {"onnxruntime": version("onnxruntime")}
    write_model(building, spec, package.image, Manifest(called, spec.fingerprint, sha256, 0.0, made_with))
    write_atomically(building / _TEXT, package.text)
    write_atomically(building / _TOKENIZER, package.tokenizer)
    sums = {_TEXT: _sum(package.text), _TOKENIZER: _sum(package.tokenizer)}
    write_atomically(building / _SUMS, json.dumps(sums).encode())
    write_atomically(building / MANIFEST, package.manifest)
    write_spec(building, spec)
    if not model_path(building, spec).is_file():
        raise FileNotFoundError(called)
    return called


def _tried(package: Package) -> int:
    """Let both towers look at something; the length of their vectors.

    Raises:
        Exception: they cannot be carried out, or what comes out is nothing that can be compared.
    """
    side = package.facts.preprocessing.side
    pictures = np.random.default_rng(0).normal(size=(3, 3, side, side)).astype(np.float32)
    spec = BackboneSpec("", "", (Part(1),), package.facts.preprocessing, StoredWeights(Path(), ""))
    tower = OnnxBackbone(spec, package.image)
    seen, one = tower.embed(pictures), tower.embed(pictures[1:2])
    tokenizer = _tokenizer(package.facts, package.tokenizer)
    text_tower = TextTower(package.text, tokenizer)
    read, first = text_tower.embed(_TRIED), text_tower.embed(_TRIED[:1])
    if seen.ndim != 2 or seen.shape[0] != 3 or read.shape != (len(_TRIED), seen.shape[1]):
        raise ValueError("the towers' vectors are not of one length")
    if not 2 <= seen.shape[1] <= _MOST_DIM or not np.isfinite(seen).all() or not np.isfinite(read).all():
        raise ValueError("the towers' vectors are no numbers that can be compared")
    alone = max(np.abs(unit(seen)[1] - unit(one)[0]).max(), np.abs(read[0] - first[0]).max())
    if alone > _ALIKE:
        raise ValueError("a picture or a text alone gives another vector than among others")
    return int(seen.shape[1])


def _tokenizer(facts: Facts, content: bytes) -> Tokenizer:
    return Tokenizer(content, facts.marks, length=facts.length, lowercase=facts.lowercase)


def _read(path: Path, expected: str) -> bytes:
    content = path.read_bytes()
    if _sum(content) != expected:
        raise ValueError("another content")
    return content


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
