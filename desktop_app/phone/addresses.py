"""The addresses of this computer in its local networks: the only ones that the server listens on.

RFC 1918, RFC 3927 (link-local, where no router gives addresses) and RFC 4193 (ULA). A link-local address of
IPv6 is none of them: it needs a zone, which no browser takes in an address.
"""

from __future__ import annotations

import ipaddress
import re

_LOCAL = tuple(
    ipaddress.ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7")
)

_VIRTUAL = re.compile(
    "docker|^br-|veth|virbr|vmnet|vbox|virtual|tun|tap|wg|tailscale|zerotier|wsl", re.IGNORECASE
)
"""Networks within this computer, and tunnels: no phone comes by them, so they are offered last."""


def is_local(address: str) -> bool:
    """Whether ``address`` is one of a local network: none of the internet's, no loopback, not "all"."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in _LOCAL if network.version == parsed.version)


def local_addresses() -> tuple[str, ...]:
    """This computer's own, those of real cards first; none where it is in no network.

    Asks the system and opens no socket of a network.
    """
    import ifaddr

    found = [
        (_VIRTUAL.search(adapter.nice_name) is not None, isinstance(ip.ip, tuple), address)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if is_local(address := ip.ip if isinstance(ip.ip, str) else ip.ip[0])
    ]
    return tuple(
        dict.fromkeys(address for _virtual, _is_six, address in sorted(found, key=lambda one: one[:2]))
    )


def host_of(address: str) -> str:
    """``address`` as it stands in a URL."""
    return f"[{address}]" if ":" in address else address
