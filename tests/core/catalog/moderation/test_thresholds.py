"""From which score on a finding is told: the program, the shop, the policy."""

import json
from pathlib import Path

import pytest

from core import paths
from core.catalog.database.catalog import Catalog
from core.catalog.moderation.thresholds import DEFAULT, choose_threshold, thresholds
from core.errors import KnownError
from core.finding import FindingKind


@pytest.fixture(autouse=True)
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "policy.json"
    monkeypatch.setattr(paths, "policy_file", lambda: file)
    return file


def test_a_shop_has_the_programs_thresholds_until_it_chooses_its_own(catalog: Catalog) -> None:
    assert thresholds(catalog) == DEFAULT
    choose_threshold(catalog, FindingKind.NUDITY, 0.3)
    choose_threshold(catalog, FindingKind.QUALITY, None)
    told = thresholds(catalog)
    assert (told[FindingKind.NUDITY], told[FindingKind.QUALITY]) == (0.3, None)
    choose_threshold(catalog, FindingKind.NUDITY, DEFAULT[FindingKind.NUDITY])
    assert thresholds(catalog)[FindingKind.NUDITY] == DEFAULT[FindingKind.NUDITY]


def test_a_score_is_from_nought_to_one(catalog: Catalog) -> None:
    for wrong in (-0.1, 1.1, float("nan")):
        with pytest.raises(KnownError, match="from 0 to 1"):
            choose_threshold(catalog, FindingKind.NUDITY, wrong)


def test_what_the_policy_says_stands_above_the_shops_choice(catalog: Catalog, policy: Path) -> None:
    choose_threshold(catalog, FindingKind.NUDITY, 0.3)
    policy.write_text(json.dumps({"moderation": {"nudity": 0.9, "face": "off"}}))
    told = thresholds(catalog)
    assert (told[FindingKind.NUDITY], told[FindingKind.FACE]) == (0.9, None)
    with pytest.raises(KnownError, match="set for this computer"):
        choose_threshold(catalog, FindingKind.NUDITY, 0.5)
    choose_threshold(catalog, FindingKind.WORD, 0.5)
