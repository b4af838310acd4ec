"""What every answer says to the browser: what a page may load and do, and who may frame it.

docs/decisions/headers.md tells why each source is in the policy.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from iurc_dash.render.html import shell_script
from iurc_dash.server.settings import frame_ancestors

# Features of the browser that the dashboard does not use; copying an address and the whole screen it does.
UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation",
    "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip


def content_policy() -> str:
    """The shortest policy under which every page is drawn; nothing comes from another host.

    Streamlit writes its styles into the page, plotly and deck.gl make pictures of their own (data:, blob:).
    """
    directives = {
        "default-src": "'none'",
        "script-src": f"'self' 'wasm-unsafe-eval' '{_hash_of(shell_script())}'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": frame_ancestors(),
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _hash_of(script: str) -> str:
    return "sha256-" + b64encode(sha256(script.encode()).digest()).decode()


def headers() -> Mapping[str, str]:
    """The headers of an answer that says nothing stricter itself."""
    return {
        "Content-Security-Policy": content_policy(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
        "Cross-Origin-Opener-Policy": "same-origin",
    }


class SaidToBrowsers:
    """Puts the headers on every answer, those that refuse included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    said.setdefault(name, value)
                del said["server"]
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)
