"""A person's face on a photo is told with its place."""

from pathlib import Path

import pytest
from PIL import Image

from core.finding import FindingKind
from core.moderation.looked_at import LookedAt
from core.moderation.people import PeopleDetector
from core.shop.shop import Shop
from tests.core.cartons import carton

FACE = Path(__file__).parent.parent / "faces" / "astronaut.jpg"


def test_a_face_is_told_with_its_box_and_a_package_is_not(shop: Shop) -> None:
    detector = PeopleDetector(shop)
    assert detector.problem is None
    (finding,) = detector.find(LookedAt(shop, "a", Image.open(FACE).convert("RGB")))
    assert finding.kind is FindingKind.FACE and finding.score > 0.7 and finding.box is not None
    left, top, right, bottom = finding.box
    assert ((left + right) / 2, (top + bottom) / 2) == pytest.approx((96, 117), abs=12)
    assert detector.find(LookedAt(shop, "b", carton(2))) == []


def test_without_its_network_it_says_that_it_sees_nothing(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import core.embedding.runtimes.network_file as network_file

    monkeypatch.setattr(network_file, "resources", lambda: tmp_path)
    detector = PeopleDetector(shop)
    assert "Faces cannot be found" in str(detector.problem)
    assert detector.find(LookedAt(shop, "b", carton(2))) == ()
