"""torchvision's own download of its ResNet-50: only for a user who is online and asks for it by name.

Everything else in the program works without a network. Runs in a child process; imports torch.
"""

import re
from pathlib import Path
from urllib.error import URLError

from core.embedding.networks.networks import prepare_imports
from core.errors import KnownError
from core.messages import message

_HASH_IN_NAME = re.compile(r"-([a-f0-9]{8,})\.")


def fetch_resnet50(folder: Path, source: str | None = None) -> Path:
    """Download the weights into ``folder``; their name carries the first digits of their SHA-256.

    Args:
        source: another address than torchvision's.

    Raises:
        KnownError: there is no network, or what came is not what the name promises.
    """
    prepare_imports()
    import torch
    from torchvision.models import ResNet50_Weights

    address = source or ResNet50_Weights.IMAGENET1K_V2.url
    name = address.rsplit("/", 1)[-1]
    promised = _HASH_IN_NAME.search(name)
    if promised is None:
        raise KnownError(
            message("core", "The file {file} cannot be checked: its name does not carry its hash."), file=name
        )
    target = folder / name
    try:
        torch.hub.download_url_to_file(address, str(target), promised[1], progress=False)
    except RuntimeError as error:  # torch's word for a wrong hash
        raise _not_the_file(name) from error
    except (URLError, OSError) as error:  # no network, or nothing of that name there
        reason = getattr(error, "reason", None) or error.strerror or type(error).__name__
        raise KnownError(
            message(
                "core",
                "The model could not be downloaded ({reason}). Without a network, get the file {file} from "
                "somebody who has it, and add it: models add {file}",
            ),
            reason=str(reason),
            file=name,
        ) from error
    return target


def _not_the_file(name: str) -> KnownError:
    return KnownError(
        message("core", "The file {file} arrived damaged or changed: its hash is another. It was deleted."),
        file=name,
    )
