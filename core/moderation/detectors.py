"""All detectors, in the order in which they look. A new one is a file and a line here."""

from core.catalog.moderation.thresholds import thresholds
from core.finding import FindingKind
from core.moderation.codes import CodeDetector
from core.moderation.detector import Detector
from core.moderation.forbidden.named import NamedGoods
from core.moderation.forbidden.pictured import PicturedDetector
from core.moderation.forbidden.sorts import SortsDetector
from core.moderation.nudity import NudityDetector
from core.moderation.people import PeopleDetector
from core.moderation.quality.detector import QualityDetector
from core.moderation.writing.contacts import contacts_in
from core.moderation.writing.detector import WritingDetector
from core.moderation.writing.forbidden_words import Words
from core.moderation.writing.offers import offers_in, slogans_in
from core.moderation.writing.word_lists import shop_words
from core.shop.shop import Shop


def all_detectors(shop: Shop, *, quality: bool | None = None) -> tuple[Detector, ...]:
    """Detectors for this shop; what they need is loaded when the first picture is looked at.

    Args:
        quality: whether the quality of photos is looked at; None leaves it to what the shop wants to be told.
    """
    if quality is None:
        quality = thresholds(shop.catalog)[FindingKind.QUALITY] is not None
    words, reader = Words(shop_words(shop.catalog)), shop.label_reader
    contact, word, forbidden = FindingKind.CONTACT, FindingKind.WORD, FindingKind.FORBIDDEN
    named = NamedGoods(shop.catalog)
    return (
        NudityDetector(),
        PeopleDetector(shop),
        CodeDetector(),
        WritingDetector("contacts", "1", contact, reader, contacts_in, contacts_in),
        WritingDetector("offers", "1", word, reader, offers_in, slogans_in),
        WritingDetector("words", words.version, word, reader, words.words_in, words.words_in),
        SortsDetector(shop),
        PicturedDetector(shop),
        *([QualityDetector(reader)] if quality else []),
        WritingDetector("never-sell-words", named.version, forbidden, reader, named.seen, named.seen),
    )
