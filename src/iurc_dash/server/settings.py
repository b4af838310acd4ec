"""What whoever runs the dashboard may set by variables of the environment (docs/running.md)."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urljoin

from starlette.requests import Request


def host_names() -> list[str]:
    """Names by which readers come; none means any."""
    return os.environ.get("IURC_DASH_HOST_NAMES", "").replace(",", " ").split()


def frame_ancestors() -> str:
    """Who may show the dashboard in a frame, as a Content-Security-Policy names them; by itself only this site."""
    named = os.environ.get("IURC_DASH_FRAME_ANCESTORS", "").strip()
    # What could end the directive and begin another is no list of sources.
    return named if named and not set(named) & set(";,\r\n") else "'self'"


def public_address() -> str:
    """The address of the folder that the pages lie in, as it was set; blank where it was not."""
    named = os.environ.get("IURC_DASH_ADDRESS", "").strip().rstrip("/")
    return f"{named}/" if named else ""


def site_address(request: Request) -> str:
    """The same, else by which the reader of a page came."""
    return public_address() or urljoin(str(request.url), ".")


def cache_folder() -> Path:
    """Where what is worth making only once is kept from one start to the next."""
    named = os.environ.get("IURC_DASH_CACHE") or os.environ.get("XDG_CACHE_HOME")
    return Path(named or Path.home() / ".cache") / "iurc-dash"
