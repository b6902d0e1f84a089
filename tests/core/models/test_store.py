"""Lessons on the disk: kept, put in use, undone, damaged, interrupted."""

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.care.check import check_shop, repair_shop
from core.embedding.measures import Measure
from core.embedding.networks.efficientnet_lite import LITE2
from core.errors import Cancelled, KnownError
from core.messages import Sentence
from core.models.lesson_record import Lesson
from core.models.projection import Projection
from core.models.store import ModelStore
from core.models.verdict import Calibration
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask

REPOSITORY = Path(__file__).resolve().parents[3]
CALIBRATIONS = {Measure.COSINE: Calibration(temperature=0.05, unknown=0.2)}


def keep(shop: Shop, version: str, *, seed: int = 0) -> str:
    """A lesson with a projection that turns and stretches nothing much: answers stay sensible."""
    rng = np.random.default_rng(seed)
    matrix = np.linalg.qr(rng.normal(size=(shop.spec.dim, 32)))[0].astype(np.float32)
    projection = Projection(
        shop.spec.fingerprint, shop.spec.parts, np.zeros(shop.spec.dim, np.float32), matrix
    )
    lesson = Lesson(
        version=version,
        kind="quick",
        created="2026-01-01T00:00:00+00:00",
        backbone=shop.spec.fingerprint,
        examples=8,
        held_out=20,
        before_top1=0.5,
        after_top1=0.75,
        gain_interval=(0.1, 0.4),
        promoted=True,
        reason=Sentence("Better by {low}.", {"low": "+10"}),
        seconds=1.5,
    )
    shop.models.save(lesson, projection, CALIBRATIONS, np.array([3, 4], np.int64))
    return version


def test_a_folder_that_a_killed_process_left_is_no_lesson(shop: Shop) -> None:
    keep(shop, "0001-quick")
    for leftover in (".0001-quick.12345678.tmp", ".0002-quick.12345678.tmp"):
        shutil.copytree(shop.models.folder / "0001-quick", shop.models.folder / leftover)
    assert [lesson.version for lesson in shop.models.lessons()] == ["0001-quick"]


def test_a_kept_lesson_is_read_back(shop: Shop) -> None:
    keep(shop, "0001-quick")
    (lesson,) = shop.models.lessons()
    assert (lesson.version, lesson.gain_interval, str(lesson.reason)) == (
        "0001-quick",
        (0.1, 0.4),
        "Better by +10.",
    )
    assert shop.models.learned_from("0001-quick").tolist() == [3, 4]
    assert shop.models.load("0001-quick").calibrations == CALIBRATIONS
    assert shop.models.next_version("quick") == "0002-quick"


def test_another_lesson_answers_from_its_own_index_at_once_and_after_a_restart(
    shop: Shop, blue_ball: Path
) -> None:
    before = ask(shop, blue_ball)
    shop.searched_by.use_lesson(keep(shop, "0001-quick"))
    after = ask(shop, blue_ball)
    assert after.results[0].title == before.results[0].title == "blue ball"
    assert after.results[0].score != before.results[0].score
    assert shop.index().ids().tolist() == [1, 2, 3, 4]
    shop.close()
    with open_shop(shop.folder) as again:
        assert again.model.version == "0001-quick"
        assert ask(again, blue_ball).results[0].score == pytest.approx(after.results[0].score)


def test_a_lesson_can_be_undone_and_used_again(shop: Shop, blue_ball: Path) -> None:
    plain = ask(shop, blue_ball).results[0].score
    shop.searched_by.use_lesson(keep(shop, "0001-quick"))
    learned = ask(shop, blue_ball).results[0].score
    shop.searched_by.use_lesson(keep(shop, "0002-quick", seed=9))
    shop.searched_by.use_lesson("0001-quick")
    assert ask(shop, blue_ball).results[0].score == pytest.approx(learned)
    shop.searched_by.use_lesson(None)
    assert ask(shop, blue_ball).results[0].score == pytest.approx(plain)


def test_a_lesson_in_use_is_not_removed_others_are(shop: Shop) -> None:
    shop.searched_by.use_lesson(keep(shop, "0001-quick"))
    keep(shop, "0002-quick")
    with pytest.raises(KnownError, match="in use"):
        shop.models.remove("0001-quick")
    shop.models.remove("0002-quick")
    assert [lesson.version for lesson in shop.models.lessons()] == ["0001-quick"]


@pytest.mark.parametrize("version", ["0009-quick", "../photos", "", "0001-quick/.."])
def test_a_version_that_is_not_there_is_named(shop: Shop, version: str) -> None:
    with pytest.raises(KnownError, match="no lesson"):
        shop.searched_by.use_lesson(version)


def test_a_damaged_lesson_is_refused_and_the_old_model_stays(shop: Shop, blue_ball: Path) -> None:
    keep(shop, "0001-quick")
    path = shop.models.folder / "0001-quick" / "projection.npz"
    path.write_bytes(path.read_bytes()[:-200] + bytes(200))
    with pytest.raises(KnownError, match="damaged"):
        shop.searched_by.use_lesson("0001-quick")
    assert shop.model.version is None and shop.models.active() is None
    assert ask(shop, blue_ball).results[0].title == "blue ball"


def change_calibration(models: Path) -> None:
    path = models / "0001-quick" / "lesson.json"
    path.write_text(path.read_text().replace("0.05", "0.07"))


def flip_in_padding(models: Path) -> None:
    path = models / "0001-quick" / "learned_from.npy"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def point_elsewhere(models: Path) -> None:
    path = models / "active.json"
    path.write_text(path.read_text().replace("0001", "0002"))


DAMAGES: list[Callable[[Path], object]] = [
    change_calibration,
    flip_in_padding,
    point_elsewhere,
    lambda models: (models / "active.json").write_bytes(b""),
    lambda models: (models / "active.json").write_text("{}"),
    lambda models: (models / "active.json").write_text('{"version": null, "backbone": null}'),
    lambda models: (models / "active.json").unlink(),
    lambda models: (models / "0001-quick" / "seal.json").unlink(),
    lambda models: shutil.rmtree(models / "0001-quick"),
    shutil.rmtree,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_lesson_that_is_lost_or_changed_is_told_by_whoever_answers_and_by_every_check(
    shop: Shop, damage: Callable[[Path], object]
) -> None:
    shop.searched_by.use_lesson(keep(shop, "0001-quick"))
    keep(shop, "0002-quick", seed=9)
    assert shop.notices == [] and check_shop(shop).ok
    shop.close()
    damage(shop.folder / "models")
    for _twice in range(2):
        with open_shop(shop.folder) as again:
            assert again.model.version is None
            assert "without what it has learned" in str(again.notices[0])
            assert again.searched_by.problem in repair_shop(again, check_shop(again)).lessons
    with open_shop(shop.folder) as again:
        again.searched_by.use_lesson(None)  # a person has decided
        assert again.notices == []


def test_a_choice_of_an_older_version_is_taken_and_remembered(shop: Shop) -> None:
    keep(shop, "0001-quick")
    shop.close()
    (shop.folder / "models" / "active.json").write_text('{"version": "0001-quick", "backbone": null}')
    for _twice in range(2):
        with open_shop(shop.folder) as again:
            assert (again.model.version, again.notices) == ("0001-quick", [])
    (shop.folder / "models" / "active.json").unlink()
    with open_shop(shop.folder) as again:
        assert "0001-quick" in str(again.notices[0])


def test_a_shop_whose_lesson_was_damaged_later_opens_with_the_backbone_and_says_so(
    shop: Shop, blue_ball: Path
) -> None:
    shop.searched_by.use_lesson(keep(shop, "0001-quick"))
    shop.close()
    (shop.folder / "models" / "0001-quick" / "projection.npz").write_bytes(b"no archive")
    with open_shop(shop.folder) as again:
        assert again.model.version is None
        assert "damaged" in str(again.searched_by.problem)
        assert ask(again, blue_ball).results[0].title == "blue ball"


def test_a_stopped_switch_leaves_the_old_model(shop: Shop) -> None:
    keep(shop, "0001-quick")
    with pytest.raises(Cancelled):
        shop.searched_by.use_lesson("0001-quick", lambda _progress: False)
    assert shop.model.version is None and shop.models.active() is None


@pytest.mark.skipif(os.name == "nt", reason="a signal that cannot be caught is needed")
def test_a_killed_switch_leaves_the_old_model_or_the_new_one(tmp_path: Path) -> None:
    store = ModelStore(tmp_path, LITE2)
    store.activate("0001-quick")
    program = """
        import itertools, sys
        from pathlib import Path
        from core.embedding.networks.efficientnet_lite import LITE2
        from core.models.store import ModelStore
        store = ModelStore(Path(sys.argv[1]), LITE2)
        print("ready", flush=True)
        for number in itertools.count(1):
            store.activate(f"{number % 2 + 1:04d}-quick")
    """
    for _ in range(5):
        child = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
        )
        assert child.stdout is not None
        child.stdout.readline()
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        assert store.active() in {"0001-quick", "0002-quick"}


def test_what_a_killed_lesson_left_behind_is_no_lesson_and_goes(shop: Shop) -> None:
    half = shop.models.folder / ".0001-quick.abcd.tmp"
    half.mkdir(parents=True)
    (half / "lesson.json").write_text(json.dumps({}))
    assert shop.models.lessons() == []
    keep(shop, "0001-quick")
    assert not half.exists()
