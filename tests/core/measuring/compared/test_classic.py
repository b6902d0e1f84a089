"""HOG, SIFT, visual words and geometric verification, on drawn packages."""

import sys
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.errors import KnownError
from core.measuring.compared import libraries
from core.measuring.compared.hog import hog_vector, train_linear_svm
from core.measuring.compared.visual_words import bag_of_words, learn_words, rarity, vlad
from core.print.sift import LENGTH, MOST_POINTS, SIDE, sift_points
from core.print.verification import agreeing_points


def package(seed: int) -> Image.Image:
    """A printed package: blocks, discs and lines, different for each seed."""
    generator = np.random.default_rng(seed)
    image = Image.new("RGB", (400, 400), tuple(int(value) for value in generator.integers(90, 255, 3)))
    pencil = ImageDraw.Draw(image)
    for _ in range(40):
        x, y = (int(value) for value in generator.integers(0, 380, 2))
        size = int(generator.integers(8, 60))
        colour = tuple(int(value) for value in generator.integers(0, 256, 3))
        (pencil.ellipse if generator.random() < 0.5 else pencil.rectangle)((x, y, x + size, y + size), colour)
    return image


def seen_aslant(image: Image.Image) -> Image.Image:
    """The same thing smaller, turned and from one side."""
    turned = image.rotate(12, Image.Resampling.BICUBIC, expand=True, fillcolor="grey")
    return turned.transform(
        (360, 320), Image.Transform.QUAD, (10, 20, 0, 460, 480, 440, 450, 0), Image.Resampling.BICUBIC
    )


def test_one_perspective_explains_the_matches_of_the_same_package_only() -> None:
    points = sift_points(package(1))
    assert agreeing_points(points, sift_points(seen_aslant(package(1)))) >= 15
    assert agreeing_points(points, sift_points(package(2))) < 8


def test_descriptors_are_bounded_and_of_unit_length() -> None:
    points = sift_points(package(1))
    assert 50 < len(points) <= MOST_POINTS
    assert points.descriptors.shape == (len(points), LENGTH)
    lengths = np.linalg.norm(points.descriptors.astype(np.float32), axis=1)
    np.testing.assert_allclose(lengths, 1, atol=0.01)


@pytest.mark.parametrize(("degrees", "size"), [(0, 400), (35, 400), (90, 300), (180, 260), (-20, 520)])
def test_points_land_where_the_picture_was_turned_to(degrees: int, size: int) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (50, 50), np.uint8)  # no corner is like another
    image = Image.fromarray(noise).resize((400, 400), Image.Resampling.BICUBIC).convert("RGB")
    moved = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="grey").resize(
        (size, size), Image.Resampling.BICUBIC
    )
    first, second = sift_points(image), sift_points(moved)
    likeness = first.descriptors.astype(np.float32) @ second.descriptors.astype(np.float32).T
    sure = likeness.max(axis=1) > 0.95
    angle = -np.deg2rad(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    expected = (first.places - SIDE / 2) @ turn.T + SIDE / 2
    errors = np.linalg.norm(second.places[likeness.argmax(axis=1)] - expected, axis=1)[sure]
    assert sure.sum() > 20
    assert (errors < 4).mean() > 0.9
    assert agreeing_points(first, second) > 30


def test_the_same_picture_has_the_same_points_and_agrees_with_itself() -> None:
    first, second = sift_points(package(5)), sift_points(package(5))
    for name in ("places", "poses", "descriptors"):
        np.testing.assert_array_equal(getattr(first, name), getattr(second, name))
    assert agreeing_points(first, second) > 0.7 * len(first)


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (20, 20), (12, 11)])
def test_tiny_pictures_are_stood(size: tuple[int, int]) -> None:
    assert len(sift_points(package(1).resize(size))) < 10


def test_a_picture_without_structure_has_no_points_and_agrees_with_nothing() -> None:
    nothing = sift_points(Image.new("RGB", (200, 200), "white"))
    assert len(nothing) == 0
    assert agreeing_points(nothing, sift_points(package(1))) == 0


def test_words_tell_packages_apart_and_stand_an_empty_picture() -> None:
    nothing = sift_points(Image.new("RGB", (200, 200), "white"))
    pictures = [sift_points(package(seed)) for seed in range(4)]
    asked = [sift_points(seen_aslant(package(seed))) for seed in range(4)]
    words = learn_words(pictures, 60)
    vectors = vlad([*pictures, nothing], words)
    assert vectors.shape == (5, 60 * LENGTH)
    assert not vectors[4].any()
    assert (vlad(asked, words) @ vectors.T).argmax(axis=1).tolist() == [0, 1, 2, 3]
    frequencies = bag_of_words([*pictures, nothing], words)
    np.testing.assert_allclose(frequencies.sum(axis=1), [1, 1, 1, 1, 0], atol=1e-5)
    assert (rarity(frequencies) > 0).all()


@pytest.mark.parametrize("labels", [[3, 9], [3, 9, 11]])
def test_a_linear_machine_on_hog_knows_what_it_has_seen(labels: list[int]) -> None:
    vectors = np.stack([hog_vector(package(label)) for label in labels])
    assert vectors.shape == (len(labels), 1764)
    scores = train_linear_svm(vectors, np.array(labels, np.int64))(vectors)
    assert scores.argmax(axis=1).tolist() == list(range(len(labels)))


def test_a_missing_library_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    forbidden: dict[str, Any] = {"sklearn.svm": None, "skimage.feature": None}
    for name in forbidden:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(KnownError, match=r"need scikit-image.*extra “compare”"):
        hog_vector(package(1))
    with pytest.raises(KnownError, match="need scikit-learn"):
        libraries.load("sklearn.svm")
    assert libraries.load("sklearn.cluster").__name__ == "sklearn.cluster"
