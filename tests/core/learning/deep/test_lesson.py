"""A deep lesson that came to its end: what it told, kept and proved, and how it is used and undone."""

import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from core.errors import Cancelled, KnownError
from core.learning.deep.lesson import resume_deep_lesson, teach_deep_lesson, unfinished_deep_lesson
from core.learning.deep.listener import DeepProgress, DeepStage, Wish
from core.learning.deep.new_network import LEARNED_FROM, network_learned_from
from core.learning.deep.work_folder import LEARN, PROOF, WorkFolder
from core.learning.examples import stamp_of
from core.learning.quick import teach_quick_lesson
from core.models.seal import SEAL, write_seal
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.core.learning.deep.lessons import SHORT, reopened
from tests.what_is_stored import vector_counts


def stamps_with_role(shop: Path, role: int) -> set[int]:
    """Of the photos that the unfinished lesson in a shop's folder has in this role."""
    plan = WorkFolder(shop / "models").plan()
    return {stamp_of(sha256) for sha256 in plan.sha256[plan.roles == role].tolist()}


def test_a_listener_hears_every_stage_in_order_with_curves_and_time(
    taught: tuple[Path, list[DeepProgress]],
) -> None:
    _, told = taught
    stages = list(dict.fromkeys(progress.stage for progress in told))
    assert [stage for stage in DeepStage if stage in stages] == stages
    assert {DeepStage.PREPARING, DeepStage.TRAINING, DeepStage.EMBEDDING, DeepStage.EXAMINING} <= set(stages)
    assert len(told[-1].points) == 1 and told[-1].points[0].loss > 0
    assert told[-1].points[0].held_out_top1 is not None
    assert told[-1].before_top1 is not None
    assert all(one.seconds <= two.seconds + 0.05 for one, two in pairwise(told))  # a pause keeps one digit


def test_a_lesson_is_kept_with_its_network_and_says_what_it_measured(after: Path) -> None:
    with reopened(after) as shop:
        (lesson,) = shop.models.lessons()
        assert (lesson.kind, lesson.version) == ("deep", "0001-deep")
        assert lesson.held_out >= 20
        assert lesson.gain_interval is not None and lesson.promoted == (lesson.gain_interval[0] > 0)
        model = shop.models.load("0001-deep")
        assert model.spec.fingerprint == lesson.backbone != shop.models.default.fingerprint
        assert vector_counts(shop.catalog)[lesson.backbone] == 84
        assert unfinished_deep_lesson(shop) is None
        assert not WorkFolder(shop.models.folder).root.exists()


def test_a_lesson_in_use_searches_by_its_own_network_and_can_be_undone(
    after: Path, ball_photos: list[list[Path]]
) -> None:
    with reopened(after) as shop:
        shop.searched_by.use_lesson(None)
        plain = ask(shop, ball_photos[2][0])
        shop.searched_by.use_lesson("0001-deep")
        tuned = ask(shop, ball_photos[2][0])
        assert shop.spec.name == "efficientnet-lite0-tuned"
        assert tuned.results[0].score != pytest.approx(plain.results[0].score, abs=1e-6)
        shop.close()
    with reopened(after) as again:
        assert again.model.version == "0001-deep" and again.searched_by.problem is None
        assert ask(again, ball_photos[2][0]).results[0].score == pytest.approx(tuned.results[0].score)
        again.searched_by.use_lesson(None)
        assert ask(again, ball_photos[2][0]).results[0].score == pytest.approx(plain.results[0].score)


def test_a_better_lesson_is_in_use_when_it_ends(taught: tuple[Path, list[DeepProgress]]) -> None:
    with reopened(taught[0]) as shop:
        (lesson,) = shop.models.lessons()
        assert lesson.promoted, "the shop was searched by the plain backbone, which mixes the balls up"
        assert shop.model.version == shop.models.active() == lesson.version


def test_a_removed_lesson_takes_its_index_and_its_networks_vectors_with_it(after: Path) -> None:
    with reopened(after) as shop:
        shop.searched_by.use_lesson("0001-deep")
        model = shop.model
        shop.searched_by.use_lesson(None)
        assert (after / "index" / model.fingerprint).exists()
        shop.searched_by.remove_lesson("0001-deep")
        assert not (after / "index" / model.fingerprint).exists()
        assert list(vector_counts(shop.catalog)) == [shop.spec.fingerprint]


def test_a_network_below_another_lesson_is_not_removed(after: Path) -> None:
    with reopened(after) as shop:
        shop.searched_by.use_lesson("0001-deep")
        quick = teach_quick_lesson(shop)
        assert shop.models.load(quick.version).spec.fingerprint == shop.models.lesson("0001-deep").backbone
        shop.searched_by.use_lesson(None)
        with pytest.raises(KnownError, match="was taught on the network"):
            shop.searched_by.remove_lesson("0001-deep")
        shop.searched_by.remove_lesson(quick.version)
        shop.searched_by.remove_lesson("0001-deep")


def test_a_network_whose_weights_are_damaged_is_refused_and_the_old_model_stays(after: Path) -> None:
    folder = after / "models" / "0001-deep"
    for path in folder.glob("*.onnx"):
        path.unlink()  # or the export beside them would serve
    weights = folder / "weights.safetensors"
    content = bytearray(weights.read_bytes())
    content[len(content) // 2] ^= 1
    with reopened(after) as shop:
        shop.searched_by.use_lesson(None)
        weights.write_bytes(content)
        with pytest.raises(KnownError, match="damaged"):
            shop.searched_by.use_lesson("0001-deep")
        assert shop.model.version is None and shop.models.active() is None


def test_a_network_whose_export_is_damaged_is_exported_anew(
    after: Path, ball_photos: list[list[Path]]
) -> None:
    with reopened(after) as shop:
        shop.searched_by.use_lesson("0001-deep")
        before = ask(shop, ball_photos[1][0]).results[0]
    (export,) = (after / "models" / "0001-deep").glob("*.onnx")
    export.write_bytes(export.read_bytes()[:-100])
    with reopened(after) as shop:
        found = ask(shop, ball_photos[1][0]).results[0]
        assert found.sku == before.sku and found.score == pytest.approx(before.score, abs=1e-3)


def test_a_lesson_that_is_not_better_is_rejected_and_the_shop_stays_as_it_was(
    after: Path, trained_folder: Path
) -> None:
    """Its network is the one that the shop is searched by, and cannot beat itself."""
    shutil.copytree(WorkFolder(trained_folder / "models").root, WorkFolder(after / "models").root)
    with reopened(after) as shop:
        shop.searched_by.use_lesson("0001-deep")
        second = resume_deep_lesson(shop)
        assert not second.promoted and second.gain_interval is not None
        assert second.before_top1 == pytest.approx(second.after_top1, abs=0.1)
        assert shop.model.version == "0001-deep" and shop.models.active() == "0001-deep"
        assert [lesson.version for lesson in shop.models.lessons()] == ["0001-deep", "0002-deep"]


def test_a_lesson_keeps_which_photos_its_network_was_trained_on(after: Path, trained_folder: Path) -> None:
    learned = stamps_with_role(trained_folder, LEARN)
    assert learned
    assert set(network_learned_from(after / "models" / "0001-deep").tolist()) == learned


def test_a_second_lesson_holds_out_no_photo_that_the_network_in_use_was_trained_on(
    after: Path, trained_folder: Path
) -> None:
    """As if that were trained on just those photos that a first lesson holds out."""
    learned = stamps_with_role(trained_folder, PROOF)
    lesson = after / "models" / "0001-deep"
    np.save(lesson / LEARNED_FROM, np.array(sorted(learned), np.int64))
    (lesson / SEAL).unlink()
    write_seal(lesson)
    held: set[int] = set()

    def listen(_progress: DeepProgress) -> Wish:
        if unfinished_deep_lesson(shop) is None:
            return Wish.GO_ON
        held.update(stamps_with_role(after, PROOF))
        return Wish.CANCEL

    with reopened(after) as shop:
        assert shop.model.version == "0001-deep"
        with pytest.raises(Cancelled):
            teach_deep_lesson(shop, SHORT, listen)
    assert learned and held and not learned & held


def test_a_lesson_cannot_be_begun_by_a_program_that_may_only_read(balls: Shop) -> None:
    with open_shop(balls.folder, backbone="efficientnet-lite0", device="cpu") as reader:
        assert not reader.writable
        with pytest.raises(KnownError, match="changing the shop"):
            teach_deep_lesson(reader, SHORT)
