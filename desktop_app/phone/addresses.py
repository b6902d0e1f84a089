"""The addresses of this computer in its local networks: the only ones that the server listens on.

RFC 1918, RFC 3927 (link-local, where no router gives addresses) and RFC 4193 (ULA). A link-local address of
IPv6 is none of them: it needs a zone, which no browser takes in an address.
"""

from __future__ import annotations

import ipaddress
import socket

_LOCAL = tuple(
    ipaddress.ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7")
)


def is_local(address: str) -> bool:
    """Whether ``address`` is one of a local network: none of the internet's, no loopback, not "all"."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in _LOCAL if network.version == parsed.version)


def local_addresses() -> tuple[str, ...]:
    """This computer's own, the one by which it reaches others first; none where it is in no network."""
    import ifaddr  # asks the system, nobody else

    found = [
        ip.ip if isinstance(ip.ip, str) else ip.ip[0]
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
    ]
    local = [address for address in dict.fromkeys(found) if is_local(address)]
    first = _chosen_by_routes()
    return tuple(sorted(local, key=lambda address: (address != first, ":" in address)))


def host_of(address: str) -> str:
    """``address`` as it stands in a URL."""
    return f"[{address}]" if ":" in address else address


def _chosen_by_routes() -> str:
    """The address that this computer would send from: a question to the routing table, no packet is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # RFC 5737: nobody's
        except OSError:
            return ""
        return str(probe.getsockname()[0])
