"""Which IP addresses an import may ask: those of the public Internet, none of this machine, of its network or its cloud."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address

_GIVEN_OUT = IPv6Network("2000::/3")
"""All of IPv6 that is public. Loopback, link-local, private, multicast and unassigned addresses lie outside."""
_NAT64 = IPv6Network("64:ff9b::/96")
"""How a network without IPv4 writes the IPv4 address of a host: as the last 32 bits."""
# Releases of Python before 3.11.10 and 3.12.4 hold some of these for public; the one of Azure is, by its number.
_NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # set aside for protocols; one cloud tells its machines their secrets at 192.0.0.192
            "192.88.99.0/24",  # relays to 6to4
            "168.63.129.16/32",  # the platform under every machine in Azure
            "2001::/23",  # set aside for protocols; Teredo, which wraps an IPv4 address, is among them
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, which wraps an IPv4 address
            "3fff::/20",  # documentation
        ),
    )
)


def is_public(address: Address) -> bool:
    """Whether anybody on the Internet reaches the same host there. An IPv4 address written as IPv6 counts as what it is."""
    if isinstance(address, IPv6Address):
        if written := address.ipv4_mapped or (IPv4Address(address.packed[-4:]) if address in _NAT64 else None):
            return is_public(written)
        if address not in _GIVEN_OUT:
            return False
    special = not address.is_global or address.is_multicast or address.is_reserved
    return not special and not any(address in network for network in _NOT_PUBLIC)
