"""Reading a weights file that somebody supplies: safetensors, or torch's format without its dangers.

A ``.pth`` is a pickle, and a pickle can run any program when it is opened. torch's ``weights_only`` reader
knows tensors and plain containers and nothing else; whatever asks for more is refused. Imports torch.
"""

import io
import pickle
import zipfile
from collections.abc import Mapping
from typing import Any

import torch

from core.errors import KnownError
from core.files.hostile import parse_json
from core.messages import Sentence, message

_NESTS = ("state_dict_ema", "model_ema", "state_dict", "model")
"""Where training scripts put the parameters among other things; averaged ones first."""

_PREFIXES = ("module.", "model.", "backbone.")
_MOST_SWELLING = 4
"""How many times larger than the file its content may be; honest files store tensors as they are."""


_MOST_HEADER_BYTES = 8 * 1024**2
"""Of a safetensors file's list of tensors, as far as we read it ourselves; honest ones take kilobytes."""


def read_tensors(content: bytes, name: str) -> dict[str, torch.Tensor]:
    """The parameters in a file's ``content``, by their names in the network.

    Args:
        name: the file's, for the sentence.

    Raises:
        KnownError: it is no weights file, is damaged, or asks to run a program.
    """
    found = _unpickled(content, name) if _is_torch_format(content) else _safetensors(content, name)
    for nest in _NESTS:
        if isinstance(found.get(nest), Mapping):
            found = dict(found[nest])
            break
    tensors = {key: value for key, value in found.items() if isinstance(value, torch.Tensor)}
    if not tensors:
        raise _refused(name, Sentence(message("core", "it holds no parameters of a network")))
    for prefix in _PREFIXES:
        if all(key.startswith(prefix) for key in tensors):
            tensors = {key.removeprefix(prefix): value for key, value in tensors.items()}
    return tensors


def read_metadata(content: bytes) -> dict[str, str]:
    """The texts that a safetensors file carries about itself; none for any other file."""
    try:
        length = int.from_bytes(content[:8], "little")
        header = parse_json(content[8 : 8 + length]) if length <= _MOST_HEADER_BYTES else {}
    except ValueError:
        return {}
    found = header.get("__metadata__") if isinstance(header, dict) else None
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _is_torch_format(content: bytes) -> bool:
    return content[:2] in (b"PK", b"\x80\x02") or content[:1] == b"\x80"


def _unpickled(content: bytes, name: str) -> dict[str, Any]:
    _refuse_swelling(content, name)
    try:
        found = torch.load(io.BytesIO(content), weights_only=True, map_location="cpu")
    except pickle.UnpicklingError as error:
        reason = Sentence(
            message(
                "core",
                "it asks to run code, which a file of numbers never needs. Do not use it; ask its maker for "
                "a safetensors file",
            )
        )
        raise _refused(name, reason) from error
    except (RuntimeError, ValueError, EOFError, KeyError, IndexError, TypeError, OSError) as error:
        raise _refused(name, Sentence(message("core", "it is damaged or no file of weights"))) from error
    if not isinstance(found, Mapping):
        raise _refused(name, Sentence(message("core", "it holds no parameters of a network")))
    return dict(found)


def _safetensors(content: bytes, name: str) -> dict[str, Any]:
    from safetensors import SafetensorError
    from safetensors.torch import load

    try:
        return dict(load(content))
    except (SafetensorError, ValueError, KeyError, TypeError, OverflowError) as error:
        raise _refused(name, Sentence(message("core", "it is damaged or no file of weights"))) from error


def _refuse_swelling(content: bytes, name: str) -> None:
    """A small archive must not unfold into all of the memory."""
    if content[:2] != b"PK":
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unfolded = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise _refused(name, Sentence(message("core", "it is damaged or no file of weights"))) from error
    if unfolded > _MOST_SWELLING * len(content):
        raise _refused(name, Sentence(message("core", "it would unfold into many times its size")))


def _refused(name: str, reason: Sentence) -> KnownError:
    return KnownError(message("core", "The file {file} was not added: {reason}."), file=name, reason=reason)
