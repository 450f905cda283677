"""The address of a Street Manager service."""

import ipaddress
from urllib.parse import urlsplit

from ...errors import StreetWorksError
from ...words import tr


def is_loopback(host: str) -> bool:
    """Tell whether `host` is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def completed(typed: str) -> str:
    """Return an address as it was typed, with https:// before it where it says no scheme.

    It is http:// for this machine itself.
    """
    plain = typed.strip()
    if not plain or plain.endswith("://"):
        return plain
    plain = plain.rstrip("/")
    if "://" in plain:
        return plain
    try:
        host = urlsplit(f"//{plain}").hostname or ""
    except ValueError:
        host = ""
    return f"{'http' if is_loopback(host) else 'https'}://{plain}"


def checked(base_url: str) -> str:
    """Return `base_url` without a slash at its end.

    Plain http is for this machine only, since everything else would carry the password in the
    open. Raises StreetWorksError saying what is wrong with the address.
    """
    try:
        parts = urlsplit(base_url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise _wrong(tr("The address cannot be read."), base_url) from error
    if parts.scheme not in ("http", "https") or not host:
        raise _wrong(tr("The address must begin with https:// and a host name."), base_url)
    if parts.username is not None or parts.password is not None:
        raise _wrong(tr("The address must not hold a user name or a password."), "")
    if parts.query or parts.fragment:
        raise _wrong(tr("The address must not go on with ? or #."), base_url)
    if parts.scheme == "http" and not is_loopback(host):
        raise _wrong(tr("Only https is allowed beyond this machine."), base_url)
    return base_url.strip().rstrip("/")


def _wrong(message: str, detail: str) -> StreetWorksError:
    advice = tr("Correct the address of the environment.")
    return StreetWorksError(message, advice=advice, detail=detail)
