import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core import paths
from core.embedding import loading
from core.embedding.backbone import Backbone, BackboneSpec
from core.embedding.loading import available_backbones, backbone_spec, load_backbone
from core.embedding.networks.efficientnet_lite import LITE0
from core.embedding.runtimes.child_process import ChildProcessBackbone
from core.embedding.runtimes.onnx_model import model_path, read_model
from core.embedding.runtimes.onnx_runtime import OnnxBackbone
from core.errors import KnownError

BatchFor = Callable[[BackboneSpec], NDArray[np.float32]]


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program folder whose models a test may spoil; empty at first."""
    resources = tmp_path / "resources"
    (resources / "models").mkdir(parents=True)
    monkeypatch.setattr(paths, "resources", lambda: resources)
    return resources / "models"


def test_both_sizes_are_on_offer_and_the_larger_is_the_default() -> None:
    assert [spec.name for spec in available_backbones()] == ["efficientnet-lite0", "efficientnet-lite2"]
    assert loading.DEFAULT_BACKBONE == "efficientnet-lite2"


def test_an_unknown_name_is_told_together_with_the_known_ones() -> None:
    with pytest.raises(
        KnownError, match=r"no model called resnet-9000.*efficientnet-lite0, efficientnet-lite2"
    ):
        backbone_spec("resnet-9000")


def test_without_a_gpu_the_cpu_runtime_is_loaded(models: Path, bundle: Path, batch_for: BatchFor) -> None:
    shutil.copytree(models, bundle, dirs_exist_ok=True)
    backbone: Backbone = load_backbone("efficientnet-lite0", device="cpu")
    assert isinstance(backbone, OnnxBackbone)
    assert (backbone.device, backbone.spec) == ("CPU", LITE0)
    assert backbone.embed(batch_for(LITE0)).shape == (3, 1280)
    backbone.close()


def test_asking_for_a_gpu_where_there_is_none_is_a_known_error() -> None:
    from core.embedding.runtimes.gpu import gpu_is_worth_asking_for

    if gpu_is_worth_asking_for():
        pytest.skip("this computer may have one")
    with pytest.raises(KnownError, match="No graphics card can be used"):
        load_backbone("efficientnet-lite0", device="gpu")


def test_a_missing_model_is_exported_into_the_users_cache(bundle: Path) -> None:
    assert not any(bundle.iterdir())
    load_backbone("efficientnet-lite0", device="cpu").close()
    cache = paths.user_cache() / "models"
    assert read_model(cache, LITE0) is not None
    before = model_path(cache, LITE0).stat().st_mtime_ns
    load_backbone("efficientnet-lite0", device="cpu").close()
    assert model_path(cache, LITE0).stat().st_mtime_ns == before


@pytest.mark.long  # the export is watched above, that the damage is seen below
def test_a_damaged_model_is_replaced_by_a_new_export(models: Path, bundle: Path, batch_for: BatchFor) -> None:
    shutil.copytree(models, bundle, dirs_exist_ok=True)
    damaged = bytearray(model_path(bundle, LITE0).read_bytes())
    damaged[1_000_000] ^= 0xFF
    model_path(bundle, LITE0).write_bytes(damaged)
    backbone = load_backbone("efficientnet-lite0", device="cpu")
    assert read_model(paths.user_cache() / "models", LITE0) is not None
    whole = OnnxBackbone(LITE0, read_model(models, LITE0) or b"")
    batch = batch_for(LITE0)
    np.testing.assert_allclose(backbone.embed(batch), whole.embed(batch), atol=1e-4, rtol=0)


def test_without_torch_a_damaged_model_is_told_in_a_sentence(
    models: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(models, bundle, dirs_exist_ok=True)
    model_path(bundle, LITE0).write_bytes(b"not a model")
    monkeypatch.setitem(sys.modules, "torch", None)  # Python then neither finds nor imports it
    with pytest.raises(KnownError, match=r"efficientnet-lite0 is missing or damaged.*program again"):
        load_backbone("efficientnet-lite0", device="cpu")


def test_without_torch_a_gpu_takes_the_full_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(KnownError, match="graphics card come with the full one"):
        load_backbone("efficientnet-lite0", device="gpu")


def test_without_torch_and_without_the_runtime_the_reason_is_told(
    models: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(models, bundle, dirs_exist_ok=True)
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(KnownError, match=r"cannot be loaded: .*onnxruntime"):
        load_backbone("efficientnet-lite0", device="cpu")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_cache_that_cannot_be_written_is_a_known_error(bundle: Path) -> None:
    del bundle
    paths.user_cache().mkdir(parents=True)
    paths.user_cache().chmod(0o500)
    with pytest.raises(KnownError, match="could not be prepared"):
        load_backbone("efficientnet-lite0", device="cpu")


def test_a_cache_whose_place_is_taken_by_a_file_is_a_known_error(bundle: Path) -> None:
    del bundle
    paths.user_cache().parent.mkdir(parents=True, exist_ok=True)
    paths.user_cache().write_text("in the way", encoding="utf-8")
    with pytest.raises(KnownError, match="could not be prepared"):
        load_backbone("efficientnet-lite0", device="cpu")


def test_torch_stands_in_where_the_runtime_cannot_be_imported(
    models: Path, bundle: Path, batch_for: BatchFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(models, bundle, dirs_exist_ok=True)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)  # Python then refuses the import
    backbone = load_backbone("efficientnet-lite0", device="cpu")
    assert isinstance(backbone, ChildProcessBackbone)
    assert backbone.device == "CPU"
    assert backbone.embed(batch_for(LITE0)).shape == (3, 1280)
    backbone.close()
