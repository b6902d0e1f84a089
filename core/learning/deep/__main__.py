"""Several processes, one a GPU, train an unfinished deep lesson together:

    torchrun --nproc-per-node 2 -m core.learning.deep SHOP

Begin the lesson with ``learn --deep``, pause it, run this, then go on with ``learn --deep``: the network is
trained, and the rest takes minutes. Nothing else may work on the lesson meanwhile.
"""

import logging
import sys
from pathlib import Path

from core.embedding.loading import DEFAULT_BACKBONE, backbone_spec
from core.errors import KnownError
from core.learning.deep.training_process import ProcessReport, prepare_and_train, training_task
from core.learning.deep.work_folder import WorkFolder
from core.messages import message
from core.models.store import ModelStore

_log = logging.getLogger("deep lesson")


def main(shop: Path) -> None:
    """Train the unfinished lesson of the shop in ``shop`` to its end.

    Raises:
        KnownError: there is none, or a file is damaged.
    """
    from torch import distributed

    from core.learning.deep.training.ranks import join_ranks

    models = ModelStore(shop / "models", backbone_spec(DEFAULT_BACKBONE))
    work = WorkFolder(models.folder)
    state = work.state()
    if state is None:
        raise KnownError(message("core", "There is no unfinished deep lesson. Start a new one."))
    ranks = join_ranks()
    points = len(state.points)

    def report(news: ProcessReport, *, always: bool = False) -> bool:
        nonlocal points
        if always or len(news.points) > points:
            points = max(points, len(news.points))
            _log.info("%s: epoch %.1f %s", news.stage, news.epoch, news.points[-1:])
        return True

    prepare_and_train(training_task(shop, models, state, len(work.plan())), report, ranks)
    if ranks.world > 1:
        distributed.barrier()  # the others wait until the first has written the network
        distributed.destroy_process_group()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main(Path(sys.argv[1]))
