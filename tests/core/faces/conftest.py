"""A face, and the network that finds it, loaded once.

``astronaut.jpg`` is a part of NASA's portrait of Eileen Collins (1999), which is in the public domain.
"""

from pathlib import Path

import pytest
from PIL import Image

from core.faces.network import FaceNetwork, load_face_network

ASTRONAUT = Path(__file__).parent / "astronaut.jpg"


@pytest.fixture(scope="session")
def network() -> FaceNetwork:
    return load_face_network(threads=1)


@pytest.fixture
def astronaut() -> Image.Image:
    """240 × 240 pixels, the face in the middle of the upper half, some 90 × 110 pixels large."""
    return Image.open(ASTRONAUT).convert("RGB")
