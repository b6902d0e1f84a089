"""The network that is downloaded: checked by the hash in its name, here from this computer."""

import hashlib
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.embedding.adding import download_resnet50
from core.embedding.backbone import BackboneSpec, Part
from core.embedding.backbone_store import backbones_folder
from core.embedding.loading import load_backbone
from core.embedding.networks.detailed_vector import COLOURS
from core.embedding.networks.networks import prepare_imports
from core.embedding.networks.torchvision_download import fetch_resnet50
from core.errors import KnownError
from tests.core.embedding.conftest import assert_nothing_is_left

BatchFor = Callable[[BackboneSpec], NDArray[np.float32]]


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The files of ``folder`` on this computer's own loopback; no test reaches further."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    handler = partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


def test_what_is_downloaded_is_checked_against_the_hash_in_its_name(tmp_path: Path) -> None:
    offered, kept = tmp_path / "offered", tmp_path / "kept"
    offered.mkdir()
    kept.mkdir()
    digits = hashlib.sha256(b"numbers").hexdigest()[:8]
    (offered / f"resnet50-{digits}.pth").write_bytes(b"numbers")
    (offered / "resnet50-00000000.pth").write_bytes(b"other numbers")
    with server(offered) as address:
        assert fetch_resnet50(kept, f"{address}/resnet50-{digits}.pth").read_bytes() == b"numbers"
        with pytest.raises(KnownError, match="its hash is another"):
            fetch_resnet50(kept, f"{address}/resnet50-00000000.pth")
        with pytest.raises(KnownError, match="does not carry its hash"):
            fetch_resnet50(kept, f"{address}/resnet50.pth")
        with pytest.raises(KnownError, match="could not be downloaded"):
            fetch_resnet50(kept, f"{address}/resnet50-ffffffff.pth")
    assert [path.name for path in kept.iterdir()] == [f"resnet50-{digits}.pth"]


def test_offline_the_download_says_what_else_can_be_done(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"could not be downloaded .*get the file resnet50-11ad3fa6.pth"):
        download_resnet50(tmp_path / "models", source="http://127.0.0.1:9/resnet50-11ad3fa6.pth")
    assert_nothing_is_left(tmp_path / "models")


@pytest.mark.long
def test_torchvisions_resnet_50_is_downloaded_and_added(tmp_path: Path, batch_for: BatchFor) -> None:
    prepare_imports()
    from torchvision.models import resnet50

    torch.manual_seed(1)  # untrained: what counts here is that the weights arrive
    offered = tmp_path / "new.pth"
    torch.save(resnet50(weights=None).state_dict(), offered)
    sha256 = hashlib.sha256(offered.read_bytes()).hexdigest()
    offered = offered.rename(tmp_path / f"resnet50-{sha256[:8]}.pth")
    with server(tmp_path) as address:
        spec = download_resnet50(tmp_path / "models", source=f"{address}/{offered.name}")
    assert (spec.name, spec.architecture) == ("resnet50", "torchvision/resnet50")
    assert spec.parts == (Part(2048), Part(COLOURS))
    assert spec.weights.sha256 == sha256
    assert sorted(path.name for path in (backbones_folder(tmp_path / "models") / "resnet50").iterdir()) == [
        ".resnet50.lock",
        "backbone.json",
        "resnet50.json",
        "resnet50.onnx",
        "weights.pth",
    ]
    backbone = load_backbone(spec, device="cpu")
    assert backbone.embed(batch_for(spec)[:1]).shape == (1, 2048 + COLOURS)
    backbone.close()
