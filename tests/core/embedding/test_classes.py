"""What the network's own classifier says of a vector."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.embedding.classes import CLASSES, class_head_path, load_class_head
from core.embedding.loading import available_backbones
from core.embedding.networks.efficientnet_lite import LITE2
from core.embedding.weights import StoredWeights


def test_every_network_of_the_program_has_its_classes() -> None:
    for spec in available_backbones():
        head = load_class_head(spec)
        assert head is not None
        shares = head.shares(np.random.default_rng(1).random((3, spec.dim)).astype(np.float16))
        assert shares.shape == (3, CLASSES)
        assert np.allclose(shares.sum(axis=1), 1, atol=1e-4) and (shares >= 0).all()


def test_a_network_that_was_taught_other_things_has_none(tmp_path: Path) -> None:
    other = replace(LITE2, weights=StoredWeights(tmp_path / "weights", "0" * 64))
    assert load_class_head(other) is None


def test_a_damaged_file_is_none(tmp_path: Path) -> None:
    whole = class_head_path(LITE2)
    assert load_class_head(LITE2, tmp_path) is None
    (tmp_path / whole.name).write_bytes(whole.read_bytes()[:100_000])
    assert load_class_head(LITE2, tmp_path) is None
    shutil.copy(whole, tmp_path)
    assert load_class_head(LITE2, tmp_path) is not None
