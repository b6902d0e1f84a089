"""What the witnesses count is read back as written, and as they come where a file makes no sense."""

from pathlib import Path

import pytest

from core.models.shop_model import TaughtBy
from core.models.witness_weights import WitnessWeights, read_witness_weights, write_witness_weights

WEIGHTS = {
    TaughtBy.DRAWN: WitnessWeights(0.7, 1.2, 0.9, -0.5),
    TaughtBy.LABELLED: WitnessWeights(label=1.5),
}


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    assert read_witness_weights(tmp_path) == {}
    write_witness_weights(tmp_path, WEIGHTS)
    assert read_witness_weights(tmp_path) == WEIGHTS


def test_a_witness_that_is_not_weighed_counts_as_it_is() -> None:
    weights = WEIGHTS[TaughtBy.DRAWN]
    assert [weights.of(name) for name in ("vector", "print", "label", "barcode")] == [0.7, 1.2, 0.9, 1.0]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"nobody": {}}',
        '{"drawn photos": {"vector": "1"}}',
        '{"drawn photos": {"vector": -1.0}}',
        '{"drawn photos": {"absent": 1e9}}',
        '{"drawn photos": {"vector": NaN}}',
        '{"drawn photos": {"colour": 1.0}}',
    ],
    ids=["empty", "list", "kind", "text", "negative", "huge", "not a number", "name"],
)
def test_what_makes_no_sense_changes_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "witness-weights.json").write_text(content)
    assert read_witness_weights(tmp_path) == {}
