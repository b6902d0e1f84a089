import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from core.embedding.backbone import BackboneSpec
from core.embedding.networks.efficientnet_lite import LITE0, LITE2
from core.embedding.weights import PackagedWeights, StoredWeights, read_verified
from core.errors import KnownError


@pytest.mark.parametrize("spec", [LITE0, LITE2], ids=lambda spec: spec.name)
def test_the_installed_weights_are_the_ones_that_we_know(spec: BackboneSpec) -> None:
    weights = spec.weights
    assert hashlib.sha256(weights.read()).hexdigest() == weights.sha256


def test_a_corrupted_weights_file_is_refused(tmp_path: Path) -> None:
    content = bytearray(LITE0.weights.read())
    content[len(content) // 2] ^= 1
    damaged = tmp_path / "weights.pth"
    damaged.write_bytes(content)
    with pytest.raises(KnownError, match=r"weights\.pth is damaged"):
        read_verified(damaged, LITE0.weights.sha256)


def test_a_missing_weights_file_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"gone\.pth cannot be read: No such file"):
        read_verified(tmp_path / "gone.pth", LITE0.weights.sha256)


def test_a_missing_package_is_named() -> None:
    absent = PackagedWeights("no-such-weights", "no_such_weights", "model.pth", "0" * 64)
    with pytest.raises(KnownError, match="no-such-weights is not installed"):
        absent.locate()


def test_a_file_missing_in_an_installed_package_is_told() -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        replace(_packaged(LITE0), file="models/other.pth").read()


def _packaged(spec: BackboneSpec) -> PackagedWeights:
    assert isinstance(spec.weights, PackagedWeights)
    return spec.weights


def test_weights_in_a_shop_are_read_only_while_they_are_what_was_added(tmp_path: Path) -> None:
    path = tmp_path / "weights.pth"
    path.write_bytes(b"numbers")
    stored = StoredWeights(path, hashlib.sha256(b"numbers").hexdigest())
    assert stored.read() == b"numbers"
    path.write_bytes(b"other numbers")
    with pytest.raises(KnownError, match="missing or damaged"):
        stored.read()
    path.unlink()
    with pytest.raises(KnownError, match="missing or damaged"):
        stored.read()
