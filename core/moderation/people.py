"""People on photos: faces, found as they are before a counter photo is kept (core/faces).

On a counter photo that was kept while the shop wanted no blurring, or in times when the program could not,
a face is a person who did not ask to be kept; on a catalog photo it may be a model who was paid for it, or a
print on a package. A person decides.
"""

from collections.abc import Sequence

from core.errors import KnownError
from core.faces.blurring import is_unrecognisable
from core.faces.detection import find_faces
from core.faces.network import FILE, cannot_find
from core.finding import Finding, FindingKind
from core.messages import Sentence, message
from core.moderation.looked_at import LookedAt
from core.shop.shop import Shop

_LEAST = 0.3
"""Below it the network sees faces in leaves and folds."""


class PeopleDetector:
    """A :class:`core.moderation.detector.Detector`: a finding a face."""

    name = "people"
    version = f"{FILE.sha256[:8]}-2"

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self.problem: Sentence | None = None if FILE.is_there() else cannot_find().sentence

    def find(self, picture: LookedAt) -> Sequence[Finding]:
        """Faces, each with its box; those that were blurred are none."""
        try:
            network = self._shop.faces.network()
        except KnownError as error:
            self.problem = error.sentence
            return ()
        text = Sentence(message("core", "A person's face can be seen."))
        return [
            Finding(FindingKind.FACE, face.score, text, (face.left, face.top, face.right, face.bottom))
            for face in find_faces(network, picture.image, least=_LEAST)
            if not is_unrecognisable(picture.image, face)
        ]
