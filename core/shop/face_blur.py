"""Faces in pictures that were taken in a shop: made unrecognisable before one of them is kept.

Every door through which such pictures come goes through :meth:`FaceBlur.keepable`: counter photos of an
import or a webcam, pictures of searches that are kept, unlabelled photos. The network is loaded when the
first one comes.
"""

import threading
from dataclasses import dataclass

from PIL import Image

from core.catalog.database.catalog import Catalog
from core.catalog.photos.faces import blurs_faces
from core.catalog.photos.photos import PhotoKind
from core.faces.blurring import blur_faces
from core.faces.detection import LIKELY, find_faces
from core.faces.network import FaceNetwork, load_face_network
from core.policy import load_policy


@dataclass(frozen=True, slots=True, eq=False)
class Keepable:
    """A picture as it may be kept.

    Attributes:
        faces: how many were made unrecognisable; None if nobody looked.
    """

    image: Image.Image
    faces: int | None


class FaceBlur:
    """Makes faces unrecognisable for one shop. Its methods may be called from any thread."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._network: FaceNetwork | None = None
        self._loading = threading.Lock()

    @property
    def is_wanted(self) -> bool:
        """Whether faces in counter photos are made unrecognisable: by this computer's policy, or the shop."""
        decided = load_policy().blur_faces
        return blurs_faces(self._catalog) if decided is None else decided

    def keepable(
        self, image: Image.Image, kind: PhotoKind = PhotoKind.COUNTER, *, wanted: bool | None = None
    ) -> Keepable:
        """An upright RGB picture as it may be kept; nobody looks for faces in a catalog photo.

        Args:
            wanted: :attr:`is_wanted`, for whoever keeps many pictures and has asked once.

        Raises:
            KnownError: faces are to be unrecognisable and cannot be found.
        """
        if kind is PhotoKind.CATALOG or not (self.is_wanted if wanted is None else wanted):
            return Keepable(image, None)
        return self.without_faces(image)

    def without_faces(self, image: Image.Image, *, least: float = LIKELY) -> Keepable:
        """An upright RGB picture without its faces of a score of ``least`` or more, whatever the shop wants.

        Raises:
            KnownError: faces cannot be found.
        """
        faces = find_faces(self.network(), image, least=least)
        return Keepable(blur_faces(image, faces) if faces else image, len(faces))

    def network(self) -> FaceNetwork:
        """What finds faces, loaded once.

        Raises:
            KnownError: its file is missing or damaged.
        """
        with self._loading:
            if self._network is None:
                self._network = load_face_network()
            return self._network

    def close(self) -> None:
        """Free the network; it is loaded anew if a picture comes."""
        with self._loading:
            self._network = None
