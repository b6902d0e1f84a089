"""Other backbones for one shop: giving it one, and taking one away that nothing needs any more."""

from pathlib import Path

from core.embedding.adding import add_backbone, download_resnet50
from core.embedding.backbone import BackboneSpec
from core.embedding.backbone_store import remove_backbone, stored_backbones
from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop


def add_to_shop(
    shop: Shop,
    file: Path,
    *,
    architecture: str | None = None,
    name: str | None = None,
    progress: ReportProgress = ignore_progress,
) -> BackboneSpec:
    """Give the shop the network whose weights are ``file``; see :func:`core.embedding.adding.add_backbone`.

    Raises:
        KnownError: the file is refused, or the shop cannot be written to.
    """
    shop.require_writable()
    return add_backbone(shop.models.folder, file, architecture=architecture, name=name, progress=progress)


def download_to_shop(shop: Shop, *, progress: ReportProgress = ignore_progress) -> BackboneSpec:
    """Give the shop torchvision's ResNet-50, downloaded from torchvision's own address.

    Raises:
        KnownError: the computer is offline, or the shop cannot be written to.
    """
    shop.require_writable()
    return download_resnet50(shop.models.folder, progress=progress)


def remove_from_shop(shop: Shop, name: str) -> None:
    """Delete a backbone that the shop was given, with its vectors and indexes.

    Raises:
        KnownError: it is in use, a lesson was taught on it, there is none of that name, or it is the
            program's own.
    """
    shop.require_writable()
    given = {spec.name: spec for spec in stored_backbones(shop.models.folder)}
    spec = given.get(name)
    if spec is not None:
        if spec.fingerprint in {shop.spec.fingerprint, shop.models.plain().fingerprint}:
            raise KnownError(message("core", "The model {name} is in use. Use another one first."), name=name)
        taught = [lesson.version for lesson in shop.models.lessons() if lesson.backbone == spec.fingerprint]
        if taught:
            raise KnownError(
                message("core", "Lessons were taught on the model {name}: {versions}. Remove them first."),
                name=name,
                versions=", ".join(taught),
            )
    remove_backbone(shop.models.folder, name)
    if spec is not None:
        shop.searched_by.forget(spec.fingerprint)
