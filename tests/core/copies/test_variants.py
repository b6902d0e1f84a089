"""Points of a mirror image and of a negative are told without looking again."""

from PIL import ImageOps

from core.copies.alignment import align
from core.copies.variants import RARE, USUAL, Variant
from core.print.sift import sift_points
from tests.core.cartons import carton


def test_a_mirrored_or_negative_picture_has_the_points_that_its_variant_tells() -> None:
    plain = carton(3)
    points = sift_points(plain)
    turned = {
        Variant(): plain,
        Variant(is_mirrored=True): ImageOps.mirror(plain),
        Variant(is_negative=True): ImageOps.invert(plain),
        Variant(is_mirrored=True, is_negative=True): ImageOps.mirror(ImageOps.invert(plain)),
    }
    for variant, picture in turned.items():
        agreeing = {
            other: 0 if (found := align(sift_points(picture), points, other)) is None else found.points
            for other in (*USUAL, *RARE)
        }
        assert max(agreeing, key=agreeing.__getitem__) == variant
        assert agreeing[variant] > 0.6 * len(points)
