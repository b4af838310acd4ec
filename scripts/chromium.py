"""Find a Chromium for tests, measurements and pictures.

`python scripts/chromium.py --install` installs one if none is there.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Draws WebGL without a graphics card, and keeps the browser from calling home.
ARGUMENTS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    # Pages are put together by the processor itself: quicker than by a graphics card that it plays.
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Path of a Chromium: what CHROMIUM names, one of the system, or Playwright's own; None if none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    return _playwright_chromium()


def _playwright_chromium() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install_chromium() -> None:
    """Try the system's package manager where we may use it, else Playwright's download."""
    attempts = []
    if shutil.which("apt-get") and os.geteuid() == 0:
        attempts += ["apt-get -qq update && apt-get -qq install -y chromium"]
    attempts += [f"{sys.executable} -m playwright install chromium"]
    for command in attempts:
        print(f"No Chromium found; trying: {command}", file=sys.stderr)
        subprocess.run(command, shell=True, check=False, stdout=subprocess.DEVNULL, timeout=600)
        if find_chromium():
            return


def main() -> int:
    """Print the path of Chromium, or say in one sentence how to get one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="install one if none is found")
    arguments = parser.parse_args()
    if not find_chromium() and arguments.install and not os.environ.get("CHROMIUM"):
        install_chromium()
    path = find_chromium()
    if path is None:
        print(
            "The browser tests need Chromium and none could be found or installed; run "
            "`sudo apt-get install chromium` or `.venv/bin/playwright install --with-deps chromium`, "
            "or name one with CHROMIUM=/path/to/chromium.",
            file=sys.stderr,
        )
        return 1
    print(f"Chromium: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
