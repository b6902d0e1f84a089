"""The deep lesson from its plan to its promotion; see docs/decisions/0009-deep-lesson.md.

Plan and base vectors here; training and export in a process of their own; then the shop's photos are looked
at with the new network, a projection is learned on top as in a quick lesson, and the proof decides. Each
stage can be interrupted by a pause, a crash or a reboot and goes on where it was.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np

from core.catalog.photos.unlabelled_vectors import drop_unseen
from core.embedding.backbone import BackboneSpec
from core.embedding.backbone_store import RUNTIME_ONLY, read_spec
from core.embedding.measures import Measure
from core.embedding.runtimes.torch_presence import require_full_program
from core.errors import Cancelled, KnownError
from core.ingest.photo_pipeline import embed_missing
from core.learning.calibration import fit_calibration
from core.learning.deep.examination import examine_once, in_step, rows_with_role
from core.learning.deep.listener import (
    DeepListener,
    DeepSettings,
    DeepStage,
    UnfinishedLesson,
    go_on,
)
from core.learning.deep.new_network import network_files, network_learned_from
from core.learning.deep.plan import make_plan
from core.learning.deep.training_process import after_training_seconds, train_in_process, training_task
from core.learning.deep.watch import Watch
from core.learning.deep.work_folder import LEARN, PROOF, Plan, State, WorkFolder
from core.learning.examples import Examples, shop_examples
from core.learning.held_out_scores import held_out_scores
from core.learning.proof import LEAST_HELD_OUT, Compare, Learn, Proof, first_is_right
from core.learning.quick import learn_projection, present_learner
from core.learning.synthetic.synthetic import synthetic_examples
from core.messages import message
from core.models.lesson_record import DEEP, Lesson
from core.models.verdict import DRAWN_CALIBRATIONS, Calibration
from core.progress import ReportProgress, ignore_progress
from core.shop.network import ShopNetwork
from core.shop.shop import Shop

_EXAMINING = message("core", "Examining the lesson")
_DEFAULTS = DeepSettings()


def teach_deep_lesson(
    shop: Shop, settings: DeepSettings = _DEFAULTS, listener: DeepListener = go_on
) -> Lesson:
    """Train the shop's backbone on its photos, prove what that is worth, and put it in use if better.

    Returns:
        The lesson's record, also where it was rejected.

    Raises:
        KnownError: there is too little to learn from, a lesson is unfinished, the process that trains died,
            or the shop cannot be written to.
        LessonPausedError: the listener wished a pause; :func:`resume_deep_lesson` goes on.
        Cancelled: the listener wished an end, or a pause before there was a plan to go on with; the shop is
            as it was.
    """
    require_full_program()
    shop.require_writable()
    work = WorkFolder(shop.models.folder)
    if work.state() is not None:
        raise KnownError(
            message("core", "There is an unfinished deep lesson. Resume it, or discard it first.")
        )
    work.remove()
    base = shop.models.plain().spec
    if base.architecture.startswith(RUNTIME_ONLY):
        raise KnownError(
            message("core", "The network {name} cannot be trained. Use another backbone first."),
            name=base.name,
        )
    started = datetime.now(UTC).isoformat(timespec="seconds")
    watch = Watch(listener, State(started, settings, base.name, None), work, 0.0)
    preparing = watch.stage(DeepStage.PREPARING)
    _embed(shop, shop.searched_by.network(base), preparing)
    version = shop.model.version
    seen = network_learned_from(shop.models.folder / (version or ""))
    plan = make_plan(shop, base, seen, preparing)
    before = _before_on_held_out(shop, plan)
    work.begin(plan, State(started, settings, base.name, before, seconds=watch.seconds))
    return resume_deep_lesson(shop, listener)


def resume_deep_lesson(shop: Shop, listener: DeepListener = go_on, *, minutes: float | None = None) -> Lesson:
    """Go on with an unfinished lesson; as :func:`teach_deep_lesson`.

    Args:
        minutes: that it may take in all from now on, what it took already included; as before without. Where
            that is less than it took, or hardly more, it takes what it needs to cool down.

    Raises:
        KnownError: as there, or there is none.
        LessonPausedError, Cancelled: as there.
    """
    require_full_program()
    shop.require_writable()
    work = WorkFolder(shop.models.folder)
    state = work.state()
    if state is None:
        raise KnownError(message("core", "There is no unfinished deep lesson. Start a new one."))
    if minutes is not None:
        state = replace(state, settings=replace(state.settings, minutes=minutes))
        work.note(state)
    plan = work.plan()
    watch = Watch(listener, state, work, after_training_seconds(len(plan)))
    try:
        with watch.pauses():
            if not work.trained:
                with shop.deep_lesson:
                    task = training_task(shop.folder, shop.models, state, len(plan))
                    train_in_process(task, watch.training)
            lesson = _finish(shop, work, plan, watch)
    except Cancelled:
        discard_unfinished(shop)
        raise
    finally:
        if work.state() is not None:
            watch.note()
    work.remove()
    return lesson


def unfinished_deep_lesson(shop: Shop) -> UnfinishedLesson | None:
    """The lesson that was paused or whose process was killed, if there is one."""
    work = WorkFolder(shop.models.folder)
    state = work.state()
    if state is None:
        return None
    stage = (
        DeepStage.EMBEDDING if work.trained else DeepStage.TRAINING if state.points else DeepStage.PREPARING
    )
    return UnfinishedLesson(state.started, state.settings, stage, state.epoch, state.points, state.seconds)


def discard_unfinished(shop: Shop) -> None:
    """Throw an unfinished lesson away, with all that was made for it.

    Raises:
        KnownError: the shop cannot be written to.
    """
    shop.require_writable()
    work = WorkFolder(shop.models.folder)
    if work.trained:
        fingerprint = read_spec(work.network).fingerprint
        if fingerprint not in {spec.fingerprint for spec in shop.models.every_backbone()}:
            shop.searched_by.forget(fingerprint)
    work.remove()


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """The shop's photos, real and synthetic, as one network sees them."""

    spec: BackboneSpec
    examples: Examples


def _finish(shop: Shop, work: WorkFolder, plan: Plan, watch: Watch) -> Lesson:
    """Look at all photos with the trained network, examine it, keep it, use it if better."""
    spec = read_spec(work.network)
    version = watch.state.version
    if version is None or not (shop.models.folder / version).is_dir():  # else it was killed after being kept
        network = shop.searched_by.network(spec)
        try:
            _embed(shop, network, watch.stage(DeepStage.EMBEDDING))
            after = _seen(shop, network, watch)
        finally:
            network.close()
        before = _seen(shop, shop.network, watch)
        version = shop.models.next_version(DEEP)
        watch.note(version=version)
        _keep(shop, work, plan, before, after, version, watch)
    lesson = shop.models.lesson(version)
    if lesson.promoted and shop.model.version != version:
        shop.searched_by.use_lesson(version, watch.stage(DeepStage.SWITCHING))
        drop_unseen(shop.catalog, shop.spec.fingerprint)  # searches of which no picture is kept
    return lesson


def _keep(
    shop: Shop, work: WorkFolder, plan: Plan, before: _Seen, after: _Seen, version: str, watch: Watch
) -> None:
    progress = watch.stage(DeepStage.EXAMINING)

    def learn(examples: Examples) -> Compare:
        return learn_projection(examples, after.spec).apply

    proof = _examine(shop, plan, before, after, learn)
    examples = after.examples
    projection = learn_projection(examples, after.spec)
    lesson = Lesson(
        version=version,
        kind=DEEP,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        backbone=after.spec.fingerprint,
        examples=int((plan.roles == LEARN).sum()),
        held_out=proof.held_out,
        before_top1=proof.before_top1,
        after_top1=proof.after_top1,
        gain_interval=proof.gain_interval,
        promoted=proof.promoted,
        reason=proof.reason,
        seconds=round(watch.seconds, 2),
    )
    calibrations = _calibrations(examples, rows_with_role(examples, plan, PROOF), learn, progress)
    files = network_files(work.network, after.spec)
    shop.models.save(lesson, projection, calibrations, np.unique(examples.stamps), files)


def _examine(shop: Shop, plan: Plan, before: _Seen, after: _Seen, learn: Learn) -> Proof:
    old, new = in_step(before.examples, after.examples)
    held = rows_with_role(old, plan, PROOF)
    return examine_once(old, new, held, present_learner(shop), learn)


def _calibrations(
    examples: Examples,
    held: np.ndarray[tuple[int], np.dtype[np.bool_]],
    learn: Learn,
    progress: ReportProgress,
) -> dict[Measure, Calibration]:
    """The verdict's numbers, from photos that the network has not seen: with others it is too sure."""
    if held.sum() < LEAST_HELD_OUT:
        return {}
    if examples.synthetic[held].any():
        return dict(DRAWN_CALIBRATIONS)
    scores = held_out_scores(examples, held, learn, progress, _EXAMINING, apart=True)
    fitted = {measure: fit_calibration(queries) for measure, queries in scores.items()}
    return {measure: calibration for measure, calibration in fitted.items() if calibration is not None}


def _seen(shop: Shop, network: ShopNetwork, watch: Watch) -> _Seen:
    real = shop_examples(shop, network.spec)
    made = synthetic_examples(shop, real, watch.stage(DeepStage.EMBEDDING), network)
    return _Seen(network.spec, real.and_also(made))


def _embed(shop: Shop, network: ShopNetwork, progress: ReportProgress = ignore_progress) -> None:
    """Show the network every photo that it has not seen; a photo that cannot be opened is left out."""
    try:
        embed_missing(shop, progress, network)
    finally:
        if network is not shop.network:
            network.close()


def _before_on_held_out(shop: Shop, plan: Plan) -> float | None:
    """What the shop, as it is searched now, reaches on the held-out photos; None for synthetic ones."""
    examples = shop_examples(shop)
    held = rows_with_role(examples, plan, PROOF)
    rest = examples.only(~held)
    if not held.any() or len(np.unique(rest.products)) < 2:
        return None
    right = first_is_right(present_learner(shop)(rest), rest, examples.only(held))
    return float(right.mean())
