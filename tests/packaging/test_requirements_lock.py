"""The lock fits what is installed, so that what ships is what was tested."""

from pathlib import Path

import pytest
from bundle_choice import shipped_distributions
from lock_requirements import LOCK, mismatches


def test_every_package_that_ships_is_locked_to_its_installed_version_and_to_hashes() -> None:
    wanted = {name: version for name, version in shipped_distributions("full").items() if name != "snapshelf"}
    assert mismatches(wanted, LOCK.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("lock", ["thing==2.0 --hash=sha256:ab\n", "thing==1.0\n", ""])
def test_another_version_a_missing_hash_and_a_missing_package_are_told(lock: str) -> None:
    assert len(mismatches({"thing": "1.0"}, lock)) == 1


def test_the_lock_names_no_address() -> None:
    assert "://" not in Path(LOCK).read_text(encoding="utf-8")
