"""A deep lesson by the command line: paused by Ctrl+C, begun anew, told as JSON."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from core.embedding.loading import DEFAULT_BACKBONE, backbone_spec
from core.embedding.networks.efficientnet_lite import LITE0
from core.models.unfinished import FOLDER
from core.shop.opening import open_shop
from desktop_app.__main__ import main
from desktop_app.commands.learn_command import PAUSED

ROOT = Path(__file__).resolve().parents[2]


def shop_in(folder: Path) -> Path:
    """A shop of four products with a catalog picture each, in ``pictures`` beside it."""
    (folder / "pictures").mkdir()
    for number, colour in enumerate(("crimson", "navy", "seagreen", "goldenrod")):
        picture = Image.new("RGB", (200, 200), "white")
        shape = ImageDraw.Draw(picture)
        shape.rounded_rectangle((40 + 9 * number, 30, 160, 170), radius=10 + 14 * number, fill=colour)
        picture.save(folder / "pictures" / f"{colour}.png")
    assert main(["--shop", str(folder / "shop"), "import", str(folder / "pictures")]) == 0
    return folder / "shop"


@pytest.fixture(scope="module")
def shop_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a shop with the smaller of our networks, which learns faster."""
    shop = shop_in(tmp_path_factory.mktemp("four"))
    assert main(["--shop", str(shop), "models", "use", LITE0.name]) == 0
    return shop


@pytest.mark.timeout(1200)  # a lesson gives way to whatever else works on the machine
@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent in another way there")
def test_ctrl_c_pauses_a_deep_lesson_and_another_one_can_be_begun(
    shop_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--shop", str(shop_folder), "learn", "--deep"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stderr is not None
    for line in program.stderr:
        if "Training the network" in line:
            program.send_signal(signal.SIGINT)
            break
    out, err = program.communicate()
    assert program.returncode == PAUSED, err
    assert out == "" and "paused" in err
    assert (shop_folder / "models" / FOLDER / "checkpoint.pt").exists()
    capsys.readouterr()
    shop = ["--shop", str(shop_folder)]
    assert main([*shop, "learn", "--deep", "--anew", "--minutes", "0.02", "--json"]) == 0
    told = capsys.readouterr()
    assert '"kind": "deep"' in told.out and '"lesson": "0001-deep"' in told.out
    assert not (shop_folder / "models" / FOLDER).exists()


@pytest.mark.parametrize("arguments", [("--minutes", "5"), ("--deep", "--minutes", "0"), ("--anew",)])
def test_settings_that_make_no_sense_are_refused(
    shop_folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert main(["--shop", str(shop_folder), "learn", *arguments]) == 1
    assert "minutes" in capsys.readouterr().err


@pytest.mark.long
@pytest.mark.timeout(3600)  # the larger network, at its own size, beside whatever else is being worked on
def test_the_default_network_is_taught_to_the_end_and_searched_by(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shop_in(tmp_path)
    shop = ["--shop", str(folder)]
    assert main([*shop, "learn", "--deep", "--minutes", "0.02", "--json"]) == 0
    assert main([*shop, "models", "use", "0001-deep"]) == 0
    with open_shop(folder, write=False) as opened:
        default = backbone_spec(DEFAULT_BACKBONE)
        assert opened.spec.name == f"{default.name}-tuned"
        assert opened.spec.parts == default.parts and len(default.parts) == 6
    capsys.readouterr()
    assert main([*shop, "search", str(tmp_path / "pictures" / "seagreen.png"), "--json"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert answer["results"][0]["sku"] == "seagreen"
