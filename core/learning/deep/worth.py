"""Whether the time that a deep lesson was given is worth it on this computer, by the pace that it shows."""

from core.learning.deep.training_process import ProcessReport, training_seconds
from core.messages import Sentence, message

LEAST_PASSES = 5.0
"""Over all photos; docs/decisions/0009-deep-lesson.md says what fewer were seen to bring."""

_STEPS_TO_TELL = 10  # the first ones are slower

_HARDLY = message(
    "core",
    "In {minutes:.0f} minutes this computer learns from each photo about {passes:.1f} times: that is hardly "
    "better than a quick lesson. About {wanted:.0f} minutes are worth it.",
)


def doubt_of(report: ProcessReport, minutes: float, reserve: float) -> Sentence | None:
    """What to tell a person who gave a lesson too little time; None where it is enough, or not known yet.

    Args:
        report: of the training.
        minutes: that the whole lesson may take.
        reserve: seconds of these that the training does not get.
    """
    if report.done < _STEPS_TO_TELL:
        return None
    passes = report.epoch / report.done * report.total
    if passes >= LEAST_PASSES:
        return None
    given = training_seconds(minutes, reserve)
    wanted = (given * LEAST_PASSES / passes + reserve) / 60
    return Sentence(_HARDLY, {"minutes": minutes, "passes": passes, "wanted": wanted})
