"""A reader at the browser: opens pages, waits until they are drawn, and is told of what must not happen."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"]'
WAIT_MS = 30_000
# What is expected comes in time on a busy machine too.
expect.set_options(timeout=15_000)


@dataclass
class Visitor:
    """A browser page on one server, with every lapse that was seen on it."""

    page: Page
    address: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(WAIT_MS)
        self.page.on("request", self._note_request)
        self.page.on("websocket", lambda socket: self._note_address(socket.url))
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)
        self._note_address(request.url)

    def _note_address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("data", "blob"):
            return
        if parts.netloc != urlsplit(self.address).netloc:
            self.foreign.append(url)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        asked = urlsplit(message.location.get("url", ""))
        self.errors.append(f"{message.text} ({asked.path})" if asked.path else message.text)

    def open(self, path: str) -> None:
        """Open a page of the dashboard by its address, such as `map?phase=2`, and wait until it is drawn."""
        self.page.goto(f"{self.address}/{path}", wait_until="load")
        self.wait()

    def wait(self) -> None:
        """Wait until the script has run and the page shows its title in place of the first answer's."""
        self.page.wait_for_selector(DRAWN)
        expect(self.page.locator("#shell")).to_have_count(0)
        expect(self.page.locator("h1").first).to_be_visible()
        self.page.wait_for_function(
            '() => !document.querySelector(\'[data-stale="true"], [data-testid="stSkeleton"]\')'
        )

    def open_filter(self) -> Locator:
        """The choices of the filter, opened where they are not."""
        body = self.page.get_by_test_id("stPopoverBody")
        if not body.is_visible():
            self.page.get_by_role("button", name="Filter", exact=True).click()
            expect(body.get_by_role("button", name="Phase 1")).to_be_visible()
            self.wait()
        return body

    def chosen(self) -> list[str]:
        """What the filter bar says is chosen."""
        self.wait()
        # Streamlit puts the key on two boxes, one in the other.
        names = self.page.locator('[class*="st-key-chip_"] p').all_inner_texts()
        return list(dict.fromkeys(name.strip() for name in names))

    def title(self) -> str:
        return self.page.locator("h1").first.inner_text()

    def check(self) -> None:
        """Fail when another host was asked or the browser logged an error."""
        assert not self.foreign, f"other hosts were asked: {self.foreign}"
        assert not self.errors, f"the browser logged errors: {self.errors}"
