"""The two networks, loaded once."""

import pytest

from core.label.networks import LabelNetworks, load_label_networks


@pytest.fixture(scope="session")
def networks() -> LabelNetworks:
    return load_label_networks()
