"""Makes this process find the hosts that S3 Control is asked at, when it is asked at an address of loopback."""
import re
import socket

resolve = socket.getaddrinfo


def resolve_account_hosts(host, *rest, **more):
    """S3 Control puts the account before the host's name; before an address that is no name."""
    return resolve(re.sub(r"^\d{12}\.(?=[\d.]+$)", "", host) if isinstance(host, str) else host, *rest, **more)


socket.getaddrinfo = resolve_account_hosts
