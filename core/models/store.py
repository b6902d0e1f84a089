"""A shop's lessons on the disk, and which of them its searches use.

``models/<version>/`` holds the projection and ``lesson.json``: what was measured, why it was kept or
rejected, and how its scores become probabilities. A folder appears whole, by a rename. Which version is in
use stands in ``models/active.json``, replaced in one step: a process killed at any moment leaves the old
model or the new one. An index belongs to one model's fingerprint, so that old and new never mix.
"""

import contextlib
import re
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.embedding.backbone import BackboneSpec
from core.embedding.backbone_store import read_spec, stored_backbones
from core.embedding.loading import available_backbones
from core.embedding.measures import Measure
from core.errors import KnownError
from core.files.arrays import read_array
from core.files.atomic import make_folder, remove_folder, sync_folder, sync_tree
from core.messages import message
from core.models.active_model import (
    active_backbone,
    active_version,
    unreadable,
    unwritable,
    write_active,
)
from core.models.lesson_record import (
    DEEP,
    LESSON_FILE,
    Lesson,
    is_sealed,
    read_calibrations,
    read_lesson,
    write_lesson,
)
from core.models.projection import Projection, read_projection, write_projection
from core.models.prototypes import PROTOTYPES_FILE, Prototypes, read_prototypes, write_prototypes
from core.models.seal import require_whole, write_seal
from core.models.shop_model import ShopModel, plain_model
from core.models.verdict import Calibration

_PROJECTION = "projection.npz"
_LEARNED_FROM = "learned_from.npy"


class ModelStore:
    """The ``models`` folder of one shop. Whoever writes holds the shop's lock."""

    def __init__(
        self, folder: Path, default: BackboneSpec, require_in_place: Callable[[], None] = lambda: None
    ) -> None:
        """The models in ``folder``; ``default`` is the backbone of a shop where none was chosen.

        Args:
            require_in_place: raises a KnownError if the shop's folder has gone; asked around every writing.
        """
        self.folder = folder
        self.default = default
        self._require_in_place = require_in_place

    def backbones(self) -> list[BackboneSpec]:
        """Every backbone that can be used as it comes: the program's, and those added to the shop."""
        return [*available_backbones(), *stored_backbones(self.folder)]

    def backbone(self, name: str) -> BackboneSpec:
        """The backbone called ``name``.

        Raises:
            KnownError: there is none of that name.
        """
        for spec in (self.default, *self.backbones()):
            if spec.name == name:
                return spec
        raise KnownError(
            message("core", "There is no model called {name}. Choose one of: {names}."),
            name=name,
            names=", ".join(spec.name for spec in self.backbones()),
        )

    def plain(self) -> ShopModel:
        """The shop's backbone as it comes, nothing learned.

        Raises:
            KnownError: the backbone that was chosen is gone, or the file that names it is damaged.
        """
        name = self.active_backbone()
        return plain_model(self.default if name is None else self.backbone(name))

    def active(self) -> str | None:
        """The version in use; None for the backbone as it comes.

        Raises:
            KnownError: the file that says so is damaged.
        """
        return active_version(self.folder)

    def active_backbone(self) -> str | None:
        """Name of the backbone that serves where no lesson is in use; None for the default.

        Raises:
            KnownError: the file that says so is damaged.
        """
        return active_backbone(self.folder)

    def activate(self, version: str | None, backbone: str | None = None) -> None:
        """Put a version in use from now on; None for the backbone as it comes.

        Args:
            backbone: name of the backbone that serves where no lesson is in use; None for the default.

        Raises:
            KnownError: it cannot be written.
        """
        self._require_in_place()
        write_active(self.folder, version, backbone)
        self._require_in_place()

    def lessons(self) -> list[Lesson]:
        """Every lesson whose record can be read, oldest first."""
        found = []
        for path in sorted(self.folder.glob(f"[0-9]*/{LESSON_FILE}")):
            try:
                found.append(read_lesson(path))
            except KnownError:
                continue  # `use` says what is wrong with it
        return found

    def lesson(self, version: str) -> Lesson:
        """One lesson's record.

        Raises:
            KnownError: there is none of that name, or it is damaged.
        """
        return read_lesson(self._existing(version) / LESSON_FILE)

    def load(self, version: str) -> ShopModel:
        """A version, ready for use, with the backbone that it sits on.

        Raises:
            KnownError: there is none of that name, it is damaged, or its backbone is gone.
        """
        folder = self._existing(version)
        self._require_whole(folder)
        calibrations = read_calibrations(folder / LESSON_FILE)
        projection = read_projection(folder / _PROJECTION)
        spec = self._spec_of(projection.backbone)
        if spec is None or projection.parts != spec.parts:
            raise KnownError(
                message(
                    "core",
                    "The network that the lesson {version} was learned on is not there any more. "
                    "Use another lesson, or teach a new one.",
                ),
                version=version,
            )
        prototypes = read_prototypes(folder / PROTOTYPES_FILE, projection.dim)
        fingerprint, dim = projection.fingerprint, projection.dim
        return ShopModel(version, fingerprint, dim, projection, spec, calibrations, prototypes)

    def require_sound(self, version: str) -> None:
        """Read all that belongs to a lesson, also what no search needs.

        Raises:
            KnownError: something of it is missing or damaged.
        """
        folder = self._existing(version)
        self._require_whole(folder, thorough=True)
        lesson = self.lesson(version)
        if lesson.version != version:
            raise unreadable(folder / LESSON_FILE)
        self.load(version)
        self.learned_from(version)
        if lesson.kind == DEEP:
            read_spec(folder).weights.read()

    def _require_whole(self, folder: Path, *, thorough: bool = False) -> None:
        require_whole(folder, sealed=is_sealed(folder / LESSON_FILE), thorough=thorough)

    def every_backbone(self) -> list[BackboneSpec]:
        """Every backbone that vectors of this shop may come from, those of deep lessons included."""
        found = [self.default, *self.backbones()]
        for lesson in self.lessons():
            if lesson.kind == DEEP:
                with contextlib.suppress(KnownError):  # damaged: `use` says so
                    found.append(read_spec(self.folder / lesson.version))
        return found

    def _spec_of(self, fingerprint: str) -> BackboneSpec | None:
        return next((spec for spec in self.every_backbone() if spec.fingerprint == fingerprint), None)

    def learned_from(self, version: str) -> NDArray[np.int64]:
        """Stamps of the photos that a version learned from, (n,).

        Raises:
            KnownError: there is none of that name, or it is damaged.
        """
        path = self._existing(version) / _LEARNED_FROM
        try:
            stamps = read_array(path)
        except (OSError, ValueError) as error:
            raise unreadable(path) from error
        if stamps.dtype != np.int64 or stamps.ndim != 1:
            raise unreadable(path)
        return np.asarray(stamps, np.int64)

    def next_version(self, kind: str) -> str:
        """A name that no lesson here has had: four digits and the kind."""
        numbers = [int(path.name[:4]) for path in self.folder.glob("[0-9][0-9][0-9][0-9]-*")]
        return f"{max(numbers, default=0) + 1:04d}-{kind}"

    def save(
        self,
        lesson: Lesson,
        projection: Projection,
        calibrations: Mapping[Measure, Calibration],
        learned_from: NDArray[np.int64],
        network: Sequence[Path] = (),
        prototypes: Prototypes | None = None,
    ) -> None:
        """Keep a lesson; its folder appears whole or not at all.

        Args:
            network: the files of the backbone that the lesson brings; they are copied.

        Raises:
            KnownError: it cannot be written.
        """
        self._require_in_place()
        building = self.folder / f".{lesson.version}.{secrets.token_hex(4)}.tmp"
        try:
            make_folder(self.folder)
            self._remove_leftovers()
            building.mkdir()
            for path in network:
                shutil.copyfile(path, building / path.name)
            write_projection(building / _PROJECTION, projection)
            if prototypes is not None:
                write_prototypes(building / PROTOTYPES_FILE, prototypes)
            with (building / _LEARNED_FROM).open("xb") as file:
                np.save(file, np.asarray(learned_from, np.int64), allow_pickle=False)
            write_lesson(building / LESSON_FILE, lesson, calibrations)
            write_seal(building)
            sync_tree(building)
            building.rename(self.folder / lesson.version)
            sync_folder(self.folder)
            self._require_in_place()
        except OSError as error:
            shutil.rmtree(building, ignore_errors=True)
            raise unwritable(self.folder, error) from error

    def remove(self, version: str) -> tuple[str, ...]:
        """Delete a lesson that is not in use.

        Returns:
            The fingerprints that mean nothing any more: of the lesson, and of the backbone that it brought.
            Not one that another lesson has too: taught twice from the same photos, both learned the same.

        Raises:
            KnownError: there is none of that name, it is in use, or another lesson sits on its backbone.
        """
        folder = self._existing(version)
        if self.active() == version:
            raise KnownError(
                message("core", "The lesson {version} is in use. Use another one first."), version=version
            )
        gone = self._fingerprints(version)
        for other in self.lessons():
            if other.version != version and other.kind != DEEP and other.backbone in gone:
                raise KnownError(
                    message(
                        "core",
                        "The lesson {other} was taught on the network of {version}. Remove that one first.",
                    ),
                    other=other.version,
                    version=version,
                )
        try:
            remove_folder(folder)
        except OSError as error:
            raise unwritable(folder, error) from error
        kept = {one for other in self.lessons() for one in self._fingerprints(other.version)}
        return tuple(one for one in gone if one not in kept)

    def _fingerprints(self, version: str) -> tuple[str, ...]:
        """Of a lesson and of the backbone that it brought, as far as its files can be read."""
        found = []
        try:
            found.append(read_projection(self.folder / version / _PROJECTION).fingerprint)
            lesson = self.lesson(version)
        except KnownError:  # a damaged lesson can be removed; its index stays behind, unread
            return tuple(found)
        shared = any(
            other.backbone == lesson.backbone and other.kind == DEEP and other.version != version
            for other in self.lessons()
        )
        return (*found, lesson.backbone) if lesson.kind == DEEP and not shared else tuple(found)

    def _existing(self, version: str) -> Path:
        folder = self.folder / version
        if not re.fullmatch(r"[0-9]{4}-[a-z]+", version) or not folder.is_dir():
            raise KnownError(
                message("core", "This shop has no lesson {version}. It has: {versions}."),
                version=version,
                versions=", ".join(lesson.version for lesson in self.lessons()) or "–",
            )
        return folder

    def _remove_leftovers(self) -> None:
        for path in self.folder.glob(".*.tmp"):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
