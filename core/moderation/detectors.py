"""All detectors, in the order in which they look. A new one is a file and a line here."""

from core.moderation.detector import Detector
from core.moderation.nudity import NudityDetector
from core.moderation.people import PeopleDetector
from core.shop.shop import Shop


def all_detectors(shop: Shop) -> tuple[Detector, ...]:
    """Detectors for this shop; what they need is loaded when the first picture is looked at."""
    return (NudityDetector(), PeopleDetector(shop))
