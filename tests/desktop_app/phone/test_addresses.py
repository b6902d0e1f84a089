"""Only addresses of the local network are listened on."""

import pytest

from desktop_app.phone.addresses import host_of, is_local, local_addresses


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.178.20", "169.254.7.7", "fd00::2", "fc01::1"],
)
def test_an_address_of_a_local_network_is_one(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104  (that it is refused is what is tested)
        "::",
        "127.0.0.1",
        "::1",
        "8.8.8.8",
        "172.32.0.1",
        "100.64.0.1",
        "192.0.2.2",
        "224.0.0.251",
        "255.255.255.255",
        "2001:db8::1",
        "fe80::1",
        "::ffff:192.168.1.1",
        "",
        "printer.local",
    ],
)
def test_any_other_is_none(address: str) -> None:
    assert not is_local(address)


def test_this_computers_own_are_all_local() -> None:
    assert all(map(is_local, local_addresses()))


def test_an_address_stands_in_a_url_as_it_must() -> None:
    assert (host_of("10.0.0.1"), host_of("fd00::2")) == ("10.0.0.1", "[fd00::2]")
