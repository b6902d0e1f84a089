"""``hub embed --ray`` on a real cluster of this machine: who looks is killed; nothing is lost or doubled."""

import importlib.util
import os
import signal

import psutil
import pytest

from core.embedding.networks.efficientnet_lite import LITE2
from core.errors import KnownError
from core.hub.looking.on_ray import HERE, embed_on_ray
from core.progress import Progress
from tests.core.hub.looking.conftest import PHOTOS, UnseenHub
from tests.core.hub.looking.test_embedding import sent

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray is not installed: it is an extra of its own, “ray”"
)


def lookers() -> list[psutil.Process]:
    """The processes of Ray that look."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if child.name().startswith("ray::Looker")]


@needs_ray
@pytest.mark.long  # Ray takes half a minute to start where the machine is busy
@pytest.mark.timeout(900)
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # Ray leaves what it started to the garbage collector
def test_all_photos_are_seen_once_though_one_who_looks_is_killed(
    unseen: UnseenHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []

    def kill_one(progress: Progress) -> bool:
        if not killed and (found := lookers()):
            os.kill(found[0].pid, signal.SIGKILL)
            killed.append(found[0].pid)
        return True

    done = embed_on_ray(unseen.url, None, LITE2, HERE, kill_one, workers=2)
    assert killed
    assert (done.unreadable, done.known) == (0, 0) and done.photos <= PHOTOS
    assert set(sent(unseen.url, unseen.photos)) == set(unseen.photos)


@needs_ray
def test_a_cluster_that_is_not_there_is_told_in_a_sentence(unseen: UnseenHub) -> None:
    for address in ("127.0.0.1:1", "ray://127.0.0.1:1"):
        with pytest.raises(KnownError, match="cannot be reached"):
            embed_on_ray(unseen.url, None, LITE2, address)


def test_without_ray_the_sentence_says_how_to_go_on(
    unseen: UnseenHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(KnownError, match="Ray is not installed"):
        embed_on_ray(unseen.url, None, LITE2, HERE)
