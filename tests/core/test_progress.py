"""A task that knows its stages says how far it is as a whole."""

from core.progress import Progress, part_of, report


def test_stages_are_shares_of_the_whole_and_parts_have_parts() -> None:
    told: list[Progress] = []
    first, second = part_of(told.append, 0, 0.5), part_of(told.append, 0.5, 1)
    report(first, "drawing", 1, 2)
    report(part_of(second, 0, 0.5), "examining", 3, 3)
    report(second, "looking", 0, 0)
    assert [(progress.stage, progress.share) for progress in told] == [
        ("drawing", 0.25),
        ("examining", 0.75),
        ("looking", 0.5),
    ]
    assert (told[0].done, told[0].total, told[0].bar) == (1, 2, (250, 1000))
    assert Progress("drawing", 1, 2).bar == (1, 2)


def test_whoever_listens_may_stop_a_part() -> None:
    assert part_of(lambda _progress: False, 0, 1)(Progress("drawing", 0, 1)) is False
