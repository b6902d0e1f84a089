"""What speaks for two products being one: their barcode, title, photos, print and label, unless something
speaks against it (core/copies/against.py).
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from core.catalog.photos.label_words import all_label_texts
from core.catalog.products.different import different_pairs
from core.catalog.products.products import products_by_ids
from core.copies.against import Doubts
from core.copies.alignment import align
from core.copies.photo_copies import NearPair, NearPhotos
from core.copies.proposals import Pair, same_barcodes, same_photos, same_titles
from core.copies.same_labels import same_labels
from core.copies.variants import Variant
from core.copies.wording import wording_of
from core.messages import Sentence, message
from core.search.print_points import points_of
from core.shop.shop import Shop

_BARCODE, _PHOTO, _COPY, _TITLE, _PRINT, _LABEL, _PRINT_ALONE = 0.9, 0.8, 0.75, 0.6, 0.5, 0.5, 0.4
"""How probable each reason alone makes it; several together as independent witnesses do."""
_LEAST_PRINT = 20
"""Points that agree; chance agrees on seven, packages of one brand on a dozen."""
_LEAST_PRINT_ALONE, _LEAST_LIKENESS_ALONE = 80, 0.85
"""Where the titles share no word, and so say nothing."""
_MOST_ALONE = 300
"""Such pairs, the likeliest, whose print is compared: a large shop has tens of thousands."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for it, and how probable it alone makes it, 0 to 1."""

    weight: float
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for pairs of products, the strongest first; and what speaks against others."""

    reasons: Mapping[Pair, Sequence[Reason]]
    doubts: Doubts
    said: Collection[Pair]

    def are_apart(self, pair: Pair) -> bool:
        """Whether two products that have nothing in common themselves may not join one group."""
        if pair in self.said:
            return True
        doubts = self.doubts
        return pair not in self.reasons and (doubts.are_two(pair) or doubts.are_two_brands(pair))


def evidence_for(shop: Shop, near: NearPhotos) -> Evidence:
    """What speaks for each pair that may be one, the strongest first; none that was said to be different."""
    catalog = shop.catalog
    barcodes, photos, titles = same_barcodes(catalog), same_photos(catalog), same_titles(catalog)
    alike = _near_products(shop, near)
    said = different_pairs(catalog)
    labels = {product: wording_of(text) for product, text in all_label_texts(catalog).items()}
    read_alike = same_labels({product: label.words for product, label in labels.items()})
    pairs = {*barcodes, *photos, *titles, *alike, *read_alike} - said
    doubts = Doubts(
        {one.id: one for one in products_by_ids(catalog, {key for pair in pairs for key in pair})}
    )
    found: dict[Pair, list[Reason]] = {pair: [] for pair in sorted(pairs)}
    for pair in found.keys() & barcodes.keys():
        if not doubts.are_two_sizes(pair):
            text = message("core", "Both have the barcode {barcode}.")
            found[pair].append(Reason(_BARCODE, Sentence(text, {"barcode": barcodes[pair]})))
    likely = {pair for pair in found if not doubts.are_two(pair)}
    sharing = Counter(photos.values())
    for pair in likely & photos.keys():
        # A photo of many that share no word is a placeholder.
        if doubts.titles_agree(pair) or sharing[photos[pair]] == 1:
            found[pair].append(Reason(_PHOTO, Sentence(message("core", "Both have the same photo."))))
    for pair in likely & titles:
        if not doubts.are_two_brands(pair):
            found[pair].append(Reason(_TITLE, Sentence(message("core", "Both have the same title."))))
    for pair in likely & read_alike:
        if not doubts.are_two_labels(labels[pair[0]], labels[pair[1]]):
            text = message("core", "The same words are read on both.")
            found[pair].append(Reason(_LABEL, Sentence(text)))
    packages = {
        pair: alike[pair]
        for pair in likely & alike.keys()
        if not (labels.keys() >= set(pair) and doubts.are_two_labels(labels[pair[0]], labels[pair[1]]))
    }
    for pair, reason in _of_packages(shop, packages, doubts):
        found[pair].append(reason)
    for own in found.values():
        own.sort(key=lambda reason: -reason.weight)
    return Evidence({pair: own for pair, own in found.items() if own}, doubts, said)


def _near_products(shop: Shop, near: NearPhotos) -> dict[Pair, NearPair]:
    """The photos of each two products on the shelf that are copies, or else lie nearest."""
    owners: dict[str, set[int]] = {}
    for sha256, product in shop.catalog.db.execute(
        "SELECT sha256, product_id FROM photos JOIN products ON products.id = product_id WHERE archived = 0"
    ):
        owners.setdefault(sha256, set()).add(product)
    nearest: dict[Pair, NearPair] = {}
    for found in near:
        for one in owners.get(found.one, ()):
            for other in owners.get(found.other, ()):
                pair = (min(one, other), max(one, other))
                if one != other and (pair not in nearest or found.rank > nearest[pair].rank):
                    nearest[pair] = found
    return nearest


def _of_packages(shop: Shop, alike: Mapping[Pair, NearPair], doubts: Doubts) -> list[tuple[Pair, Reason]]:
    """What photos of both show: a copy, the same print."""
    found = []
    wordless = {pair for pair in alike if not alike[pair].copied and not doubts.titles_agree(pair)}
    likeliest = sorted(wordless, key=lambda pair: (-alike[pair].likeness, pair))[:_MOST_ALONE]
    for pair in sorted(alike.keys() - wordless | set(likeliest)):
        photos = alike[pair]
        if photos.copied > 0:
            text = message("core", "A photo of one is a copy of a photo of the other.")
            found.append((pair, Reason(_COPY, Sentence(text))))
            continue
        agree = pair not in wordless
        if not agree and (photos.likeness < _LEAST_LIKENESS_ALONE or doubts.are_two_brands(pair)):
            continue
        agreed = align(points_of(shop, photos.one), points_of(shop, photos.other), Variant())
        if agreed is not None and agreed.points >= (_LEAST_PRINT if agree else _LEAST_PRINT_ALONE):
            text = message("core", "Their photos look alike and agree in {points} points of print.")
            weight = _PRINT if agree else _PRINT_ALONE
            found.append((pair, Reason(weight, Sentence(text, {"points": agreed.points}))))
    return found
