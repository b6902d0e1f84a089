"""What reads words on pictures for a shop: loaded when the first picture is to be read, then kept."""

import threading

from PIL import Image

from core.errors import KnownError
from core.label.lines import Line
from core.label.networks import LabelNetworks, load_label_networks, missing_network
from core.label.reading import MOST_LINES, READER, read_lines
from core.messages import Sentence


class LabelReader:
    """Reads pictures. Its methods may be called from any thread.

    Attributes:
        name: what it is called in the catalog; another one may read more on the same picture.
        problem: why nothing can be read, if so.
    """

    name = READER

    def __init__(self) -> None:
        missing = missing_network()
        self.problem: Sentence | None = None if missing is None else missing.sentence
        self._networks: LabelNetworks | None = None
        self._loading = threading.Lock()

    def read(self, image: Image.Image, *, most: int = MOST_LINES) -> tuple[Line, ...]:
        """What is written on an upright RGB picture, in ``most`` lines; nothing where nothing can be read."""
        networks = self._loaded()
        return () if networks is None else read_lines(networks, image, most=most)

    def prepare(self) -> None:
        """Load what reads, also what comes only where something is written."""
        networks = self._loaded()
        if networks is not None:
            networks.load_recogniser()

    def close(self) -> None:
        """Free the networks; they are loaded anew if a picture comes."""
        with self._loading:
            self._networks = None

    def _loaded(self) -> LabelNetworks | None:
        with self._loading:
            if self._networks is None and self.problem is None:
                try:
                    self._networks = load_label_networks()
                except KnownError as error:
                    self.problem = error.sentence
            return self._networks
