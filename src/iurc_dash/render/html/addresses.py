"""Where a link may lead: the web, or a path of our own."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_safe_address(address: str) -> bool:
    """Whether a link may lead there: http, https, or a path within the dashboard."""
    if not address or any(ord(character) < 33 for character in address) or "\\" in address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme in ("http", "https") and bool(parts.netloc)
    # Two slashes lead to another host without saying so; a colon before the path may hide a scheme.
    return (
        not address.startswith("//")
        and ":" not in address.split("/", maxsplit=1)[0].split("?", maxsplit=1)[0]
    )


def host(address: str) -> str:
    """The host of a web address for readers: 'https://www.iurc.eu/x' -> 'iurc.eu'; blank for a path of our own."""
    return (urlsplit(address).hostname or "").removeprefix("www.") if is_safe_address(address) else ""
