"""Which parts of two pictures match, on features whose answer is known, and on real ones."""

import numpy as np
import pytest

from core.embedding.loading import exported_model
from core.embedding.networks.efficientnet_lite import LITE0, LITE2
from core.embedding.runtimes.onnx_tap import Node, nodes, pooled_tensors, with_outputs
from core.embedding.spatial_features import open_spatial_features
from core.search.comparison import compare_pictures
from core.search.part_matching import MOST_PAIRS, match_parts
from tests.core.conftest import draw

CHANNELS = 32


def features(side: int, seed: int) -> np.ndarray:
    """Cells that are nothing like each other, (channels, side, side)."""
    return np.abs(np.random.default_rng(seed).normal(size=(CHANNELS, side, side))).astype(np.float32)


def test_every_cell_of_a_picture_matches_itself() -> None:
    one = features(6, 1)
    match = match_parts([np.stack([one, one])])
    assert match.first.shape == match.second.shape == (6, 6)
    assert match.pairs and all(pair.first == pair.second for pair in match.pairs)


def test_a_part_that_moved_is_found_where_it_went() -> None:
    faint = 0.05
    first, second = features(8, 2) * faint, features(8, 3) * faint
    thing = features(2, 4)
    first[:, 1:3, 1:3] = thing
    second[:, 5:7, 4:6] = thing
    match = match_parts([np.stack([first, second])])
    assert match.pairs[0].likeness == pytest.approx(1, abs=0.35)
    for pair in match.pairs:
        moved = np.subtract(pair.second, pair.first) * 8
        assert moved == pytest.approx((3, 4))
    assert match.first[1:3, 1:3].min() > 3 * np.median(match.first)


def test_pairs_are_few_and_apart() -> None:
    one = features(17, 5)
    pairs = match_parts([np.stack([one, one])]).pairs
    assert len(pairs) == MOST_PAIRS
    places = np.array([pair.first for pair in pairs]) * 17
    distances = np.linalg.norm(places[:, None] - places[None], axis=2) + 99 * np.eye(len(pairs))
    assert distances.min() >= 2


def test_a_margin_is_left_out_and_layers_are_brought_to_one_grid() -> None:
    coarse = np.stack([features(4, 6), features(4, 7)])
    fine = np.stack([features(8, 8), features(8, 9)])
    match = match_parts([coarse, fine], margin=1)
    assert match.first.shape == (6, 6)
    assert match.first.min() >= 0 and match.first.max() <= 1


def test_the_network_shows_where_the_thing_is_in_both_pictures() -> None:
    spatial = open_spatial_features(exported_model(LITE2))
    assert spatial is not None
    left, right = draw("ellipse", (40, 60, 210)), draw("ellipse", (40, 60, 210), shift=30)
    comparison = compare_pictures(spatial, LITE2.preprocessing, left, right)
    assert comparison.match is not None
    for likeness in (comparison.match.first, comparison.match.second):
        side = likeness.shape[0]
        middle = likeness[side // 3 : -(side // 3), side // 3 : -(side // 3)]
        corners = likeness[[0, 0, -1, -1], [0, -1, 0, -1]]
        assert middle.mean() > 1.5 * corners.mean()
    assert comparison.first_square == pytest.approx((0.0625, 0.0625, 0.875))


def test_vectors_stay_the_same_beside_the_further_outputs() -> None:
    import onnxruntime

    model = exported_model(LITE0)
    (name,) = pooled_tensors(model)
    session = onnxruntime.InferenceSession(with_outputs(model, [name]), providers=["CPUExecutionProvider"])
    batch = np.random.default_rng(1).normal(size=(2, 3, 224, 224)).astype(np.float32)
    vectors, cells = session.run(None, {"pictures": batch})
    assert cells.shape == (2, 1280, 7, 7)
    np.testing.assert_allclose(cells.mean(axis=(2, 3)), vectors, atol=1e-4)


def test_a_network_that_keeps_no_places_has_no_map() -> None:
    assert (
        compare_pictures(
            None, LITE2.preprocessing, draw("ellipse", (1, 2, 3)), draw("ellipse", (1, 2, 3))
        ).match
        is None
    )
    assert pooled_tensors(b"") == []


def test_what_is_no_model_is_refused() -> None:
    for damaged in (b"\x3a\xff\xff\xff", b"\x3b", b"\x3a"):
        with pytest.raises(ValueError, match=r"ends too early|no such kind"):
            nodes(damaged)


def test_steps_of_a_graph_are_read() -> None:
    steps = nodes(exported_model(LITE0))
    assert any(step.kind == "Conv" for step in steps)
    assert steps[-1] == Node(steps[-1].kind, steps[-1].inputs, ("vectors",))
