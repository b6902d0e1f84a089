"""Giving a shop another backbone: real files of weights, good, wrong and damaged."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from safetensors.torch import save, save_file

from core.embedding.adding import add_backbone
from core.embedding.backbone import BackboneSpec, Part
from core.embedding.backbone_store import read_spec, remove_backbone, stored_backbones
from core.embedding.describe_weights import describe
from core.embedding.loading import load_backbone
from core.embedding.networks.detailed_vector import COLOURS
from core.embedding.networks.networks import build_network
from core.embedding.runtimes.onnx_export import TOLERANCE
from core.embedding.weights import StoredWeights
from core.errors import KnownError
from tests.core.embedding.conftest import SMALL, assert_nothing_is_left

BatchFor = Callable[[BackboneSpec], NDArray[np.float32]]


@pytest.fixture(scope="session")
def added(tmp_path_factory: pytest.TempPathFactory, small_weights: dict[str, torch.Tensor]) -> Path:
    """The models folder of a shop that was given a small network of timm's."""
    home = tmp_path_factory.mktemp("given")
    file = home / "house-network.safetensors"
    save_file(small_weights, file, metadata={"architecture": SMALL, "format": "pt"})
    add_backbone(home / "models", file)
    file.unlink()  # the shop keeps its own copy
    return home / "models"


def test_a_network_of_timm_is_added_from_safetensors_and_answers_as_torch_does(
    added: Path, batch_for: BatchFor
) -> None:
    import timm

    (spec,) = stored_backbones(added)
    assert (spec.name, spec.architecture) == ("house-network", SMALL)
    assert spec.parts == (Part(1024, signed=True), Part(COLOURS))
    config = timm.get_pretrained_cfg(SMALL)
    assert config is not None
    assert spec.preprocessing.mean == pytest.approx([255 * value for value in config.mean])
    batch = batch_for(spec)
    with torch.inference_mode():
        expected = build_network(spec)(torch.from_numpy(batch)).numpy()
    backbone = load_backbone(spec, device="cpu")
    answered = backbone.embed(batch)
    backbone.close()
    np.testing.assert_allclose(answered, expected, atol=TOLERANCE * max(1, np.abs(expected).max()), rtol=0)
    assert answered.std() > 0


def test_the_checksum_is_the_files_own_and_part_of_the_fingerprint(added: Path) -> None:
    (spec,) = stored_backbones(added)
    assert isinstance(spec.weights, StoredWeights)
    assert spec.weights.sha256 == hashlib.sha256(spec.weights.path.read_bytes()).hexdigest()
    manifest = json.loads((spec.weights.path.parent / "house-network.json").read_text())
    assert manifest["fingerprint"] == spec.fingerprint
    assert manifest["largest_difference"] <= TOLERANCE


def test_a_shop_that_moves_takes_its_network_along(added: Path, tmp_path: Path, batch_for: BatchFor) -> None:
    import shutil

    (spec,) = stored_backbones(added)
    shutil.copytree(added, tmp_path / "elsewhere")
    (moved,) = stored_backbones(tmp_path / "elsewhere")
    assert moved.fingerprint == spec.fingerprint
    backbone = load_backbone(moved, device="cpu")
    assert backbone.embed(batch_for(moved)).shape == (3, moved.dim)
    backbone.close()


def test_a_name_is_taken_once(added: Path, tmp_path: Path, small_weights: dict[str, torch.Tensor]) -> None:
    file = tmp_path / "house-network.safetensors"
    save_file(small_weights, file, metadata={"architecture": SMALL})
    with pytest.raises(KnownError, match="a model called house-network already"):
        add_backbone(added, file)
    with pytest.raises(KnownError, match="cannot be called 0001-deep"):
        add_backbone(added, file, name="0001-deep")


@pytest.fixture
def wrapped_pth(tmp_path: Path, small_weights: dict[str, torch.Tensor]) -> Path:
    """The weights as a script of torch's leaves them, in a file whose name says the network."""
    file = tmp_path / f"{SMALL}-0badcafe.pth"
    wrapped = {"epoch": 90, "state_dict": {f"module.{key}": value for key, value in small_weights.items()}}
    torch.save(wrapped, file)
    return file


def test_a_pth_whose_name_says_the_network_is_understood(wrapped_pth: Path) -> None:
    assert described(wrapped_pth.read_bytes(), wrapped_pth).architecture == SMALL


@pytest.mark.long
def test_a_pth_whose_name_says_the_network_is_added_and_removed(wrapped_pth: Path, tmp_path: Path) -> None:
    file = wrapped_pth
    spec = add_backbone(tmp_path / "models", file)
    assert (spec.name, spec.architecture) == ("mobilenetv3-small-050", SMALL)
    remove_backbone(tmp_path / "models", spec.name)
    assert stored_backbones(tmp_path / "models") == []


@pytest.mark.parametrize(
    "name", ["hf-hub:somebody/something", "local-dir:/tmp", "hf_hub:a/b", "../resnet18", "", "https://x"]
)
def test_a_file_cannot_name_a_network_that_would_be_fetched(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.embedding.networks.stored_network import bare_network

    def reached_out(*_: object) -> None:
        pytest.fail("it reached out")

    monkeypatch.setattr("socket.socket.connect", reached_out)
    with pytest.raises(KnownError, match="There is no network called"):
        bare_network(name)


def test_a_torn_file_is_refused_and_nothing_is_kept(
    tmp_path: Path, small_weights: dict[str, torch.Tensor]
) -> None:
    models, torn = tmp_path / "models", tmp_path / "resnet18.safetensors"
    save_file(small_weights, torn, metadata={"architecture": SMALL})
    whole = torn.read_bytes()
    torn.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(KnownError, match="damaged or no file of weights"):
        add_backbone(models, torn)
    with pytest.raises(KnownError, match="cannot be read"):
        add_backbone(models, tmp_path / "gone.pth")
    assert_nothing_is_left(models)


def test_weights_of_another_network_or_of_none_are_refused(small_weights: dict[str, torch.Tensor]) -> None:
    with pytest.raises(KnownError, match="do not fit the network resnet18"):
        described(save(small_weights), architecture="resnet18")
    with pytest.raises(KnownError, match="no network called no_such_net"):
        described(save(small_weights), architecture="no_such_net")
    with pytest.raises(KnownError, match="does not say which network"):
        described(save(small_weights))
    with pytest.raises(KnownError, match="no parameters"):
        described(save({}), architecture=SMALL)
    broken = {name: tensor.clone() for name, tensor in small_weights.items()}
    broken["conv_stem.weight"][0] = float("nan")
    with pytest.raises(KnownError, match="not finite"):
        described(save(broken), architecture=SMALL)


def test_what_the_files_maker_wrote_of_its_pictures_goes_before_the_librarys_own(
    tmp_path: Path, small_weights: dict[str, torch.Tensor]
) -> None:
    config = {
        "architecture": SMALL,
        "pretrained_cfg": {"input_size": [3, 192, 192], "mean": [0.5] * 3, "std": [0.25] * 3, "crop_pct": 1},
    }
    (tmp_path / "config.json").write_text(json.dumps(config))
    recipe = described(save(small_weights), tmp_path / "model.safetensors").preprocessing
    assert (recipe.side, recipe.crop_share) == (192, 1.0)
    assert (recipe.mean, recipe.scale) == ((127.5,) * 3, (63.75,) * 3)


def described(
    content: bytes, file: Path = Path("ours.safetensors"), architecture: str | None = None
) -> BackboneSpec:
    return describe(content, "0" * 64, file=file, name="ours", architecture=architecture)


def test_a_damaged_record_is_a_sentence(added: Path, tmp_path: Path) -> None:
    (tmp_path / "backbone.json").write_text('{"format": 99}')
    with pytest.raises(KnownError, match="newer version"):
        read_spec(tmp_path)
