"""A shop that is given another backbone: searched by it, never by a mixture, and back."""

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from core.catalog.photos.vectors import photos_without_vector
from core.embedding.networks.efficientnet_lite import LITE2
from core.embedding.networks.networks import prepare_imports
from core.errors import KnownError
from core.ingest.model_switch import switch_backbone
from core.shop.backbones import add_to_shop, remove_from_shop
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.__main__ import main
from tests.core.asking import ask
from tests.what_is_stored import vector_counts

SMALL = "mobilenetv3_small_050"


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small network of timm's, untrained: its vectors are its own, which is what counts here."""
    prepare_imports()
    import timm  # not by every process that collects the tests: it takes seconds

    torch.manual_seed(3)
    file = tmp_path_factory.mktemp("weights") / "house.safetensors"
    tensors = {name: tensor.clone() for name, tensor in timm.create_model(SMALL).state_dict().items()}
    save_file(tensors, file, metadata={"architecture": SMALL})
    return file


def test_a_shop_is_searched_by_another_backbone_and_back_and_old_and_new_never_mix(
    shop: Shop, weights: Path, blue_ball: Path
) -> None:
    first = ask(shop, blue_ball)
    spec = add_to_shop(shop, weights)
    assert shop.spec == LITE2  # added is not yet used
    switch_backbone(shop, "house")
    assert (shop.spec.name, shop.spec.fingerprint) == ("house", spec.fingerprint)
    assert not len(photos_without_vector(shop.catalog, spec.fingerprint))
    assert vector_counts(shop.catalog) == {LITE2.fingerprint: 4, spec.fingerprint: 4}
    second = ask(shop, blue_ball)
    assert len(second.results) == 4
    assert second.results[0].score != pytest.approx(first.results[0].score, abs=1e-4)
    with pytest.raises(KnownError, match="house is in use"):
        remove_from_shop(shop, "house")
    switch_backbone(shop, LITE2.name)
    third = ask(shop, blue_ball)
    assert [result.sku for result in third.results] == [result.sku for result in first.results]
    assert third.results[0].score == pytest.approx(first.results[0].score, abs=1e-4)
    remove_from_shop(shop, "house")
    assert vector_counts(shop.catalog) == {LITE2.fingerprint: 4}
    with pytest.raises(KnownError, match="no model called house"):
        switch_backbone(shop, "house")


def test_the_command_line_adds_lists_uses_and_removes_a_backbone(
    shop: Shop, weights: Path, blue_ball: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(shop.folder)
    shop.close()

    def models(*words: str) -> dict[str, object]:
        assert main(["--shop", folder, "models", *words, "--json"]) == 0
        document: dict[str, object] = json.loads(capsys.readouterr().out)
        return document

    added = models("add", str(weights), "--name", "ours")
    (ours,) = [b for b in added["backbones"] if b["name"] == "ours"]  # type: ignore[attr-defined]
    assert ours["added"] and not ours["in_use"] and len(ours["sha256"]) == 64
    assert models("use", "ours")["backbone"] == "ours"
    with open_shop(Path(folder), write=False) as again:  # a new process starts with it
        assert again.spec.name == "ours"
        assert len(ask(again, blue_ball).results) == 4
    assert main(["--shop", folder, "models", "remove", "ours"]) == 1
    assert "in use" in capsys.readouterr().err
    assert models("use", "efficientnet-lite0")["backbone"] == "efficientnet-lite0"
    names = [b["name"] for b in models("remove", "ours")["backbones"]]  # type: ignore[attr-defined]
    assert names == ["efficientnet-lite0", "efficientnet-lite2"]
    assert main(["--shop", folder, "models", "add", "vgg16", "--download"]) == 1
    assert "Only resnet50 can be downloaded" in capsys.readouterr().err
