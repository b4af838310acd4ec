"""Picture every page at three widths, light and dark, into output/pictures; the README's goes to docs/pictures.

`python scripts/pictures.py --readme` takes only the latter.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from iurc_dash.ui.navigation import PAGES  # noqa: E402
from scripts.chromium import ARGUMENTS, find_chromium  # noqa: E402
from scripts.server import start_server  # noqa: E402
from tests.browser.visitor import Visitor  # noqa: E402

PICTURES = ROOT / "output" / "pictures"
FOR_README = ROOT / "docs" / "pictures" / "overview.png"
README_BYTES = 300_000
SIZES = ((1440, 900), (1024, 768), (390, 844))
# Pages that have more than one face.
DETAILS = {
    "pairing": "pairings?pairing=na-1-bologna-austin",
    "place": "map?place=austin-us",
    "nothing-matches": "pairings?phase=2&region=JP",
    "wrong-address": "map?phase=99",
}
SETTLE_MS = 1500


def take(browser: Browser, address: str, theme: str) -> None:
    """All pictures of one theme."""
    paths = {entry.url_path or "overview": entry.url_path for entry in PAGES} | DETAILS
    for width, height in SIZES:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
        )
        visitor = Visitor(context.new_page(), address)
        for name, path in paths.items():
            visitor.open(path)
            # Streamlit scrolls inside the page: a window as tall as its content shows all of it.
            tall = "document.querySelector('[data-testid=\"stMainBlockContainer\"]').scrollHeight + 60"
            visitor.page.set_viewport_size({"width": width, "height": height})
            whole = min(int(visitor.page.evaluate(tall)), 6000)
            visitor.page.screenshot(path=PICTURES / f"{name}-{width}-{theme}-fold.png")
            visitor.page.set_viewport_size({"width": width, "height": max(whole, height)})
            visitor.page.wait_for_timeout(SETTLE_MS)
            visitor.page.screenshot(path=PICTURES / f"{name}-{width}-{theme}-whole.png")
        context.close()


def take_for_readme(browser: Browser, address: str) -> None:
    """The first screen of Overview on a desk, light."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    visitor = Visitor(context.new_page(), address)
    visitor.open("")
    visitor.page.wait_for_timeout(SETTLE_MS)
    FOR_README.parent.mkdir(parents=True, exist_ok=True)
    size = len(visitor.page.screenshot(path=FOR_README))
    context.close()
    if size > README_BYTES:
        print(f"{FOR_README.name} is large for a README: {size / 1000:.0f} kB", file=sys.stderr)


def main() -> None:
    """Start the dashboard and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readme", action="store_true", help="only the picture of the README")
    only_readme = parser.parse_args().readme
    if not only_readme:
        shutil.rmtree(PICTURES, ignore_errors=True)
        PICTURES.mkdir(parents=True)
    server = start_server()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
            take_for_readme(browser, server.address)
            for theme in () if only_readme else ("light", "dark"):
                take(browser, server.address, theme)
            browser.close()
    finally:
        server.stop()
    if not only_readme:
        print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
