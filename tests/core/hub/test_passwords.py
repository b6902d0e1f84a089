"""A hub's password lies in a file of the user's own, and its address goes without it."""

import sys

import pytest

from core import paths
from core.errors import KnownError
from core.hub.errors import HubRefusedError
from core.hub.passwords import forget_password, keep_password, password_of, split_password


@pytest.mark.parametrize(
    ("given", "bare", "password"),
    [
        ("postgresql://till:s%40fe@hub:5433/shop", "postgresql://till@hub:5433/shop", "s@fe"),
        (
            "postgres://till@hub/shop?password=safe&sslrootcert=/etc/ca.pem",
            "postgres://till@hub/shop?sslrootcert=/etc/ca.pem",
            "safe",
        ),
        ("postgresql://hub/shop", "postgresql://hub/shop", None),
        ("postgresql:///shop?host=/run/postgresql", "postgresql:///shop?host=/run/postgresql", None),
        ("postgresql://till:a:b@[::1]:5432/shop", "postgresql://till@[::1]:5432/shop", "a:b"),
    ],
)
def test_an_address_and_its_password_part(given: str, bare: str, password: str | None) -> None:
    assert split_password(given) == (bare, password)
    assert split_password(bare) == (bare, None)


@pytest.mark.parametrize("address", ["", "hub", "https://hub/shop", "host=hub password=safe"])
def test_what_is_no_hubs_address_is_told(address: str) -> None:
    with pytest.raises(KnownError, match="postgresql://name@computer/database"):
        split_password(address)


def test_a_password_is_kept_by_address_and_forgotten() -> None:
    keep_password("postgresql://a@hub/shop", "one")
    keep_password("postgresql://b@hub/shop", "two")
    forget_password("postgresql://a@hub/shop")
    forget_password("postgresql://never@hub/shop")
    assert password_of("postgresql://a@hub/shop") is None
    assert password_of("postgresql://b@hub/shop") == "two"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder from others by itself")
def test_nobody_else_reads_the_file_and_one_that_others_can_read_is_refused() -> None:
    keep_password("postgresql://a@hub/shop", "one")
    file = paths.hub_passwords()
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    with pytest.raises(KnownError, match="chmod 600"):
        password_of("postgresql://a@hub/shop")


def test_a_damaged_file_costs_the_passwords_and_nothing_else() -> None:
    keep_password("postgresql://a@hub/shop", "one")
    paths.hub_passwords().write_bytes(b"{half")
    assert password_of("postgresql://a@hub/shop") is None
    keep_password("postgresql://a@hub/shop", "two")
    assert password_of("postgresql://a@hub/shop") == "two"


def test_an_address_with_half_a_bracket_is_told() -> None:
    with pytest.raises(HubRefusedError, match="not understood"):
        split_password("postgresql://a@[::1/shop")
