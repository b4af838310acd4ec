"""What search engines ask for: which addresses there are, and that all may be read."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit
from xml.sax.saxutils import escape

from iurc_dash.addresses import SERVED_FOLDER, address_of, page_address
from iurc_dash.dataset import Dataset
from iurc_dash.ui.navigation import PAGES
from iurc_dash.view import View, view_of

# Rows that have pages of their own.
TABLES = ("pairings", "places", "editions")


def sitemap(dataset: Dataset, site: str) -> str:
    """Every page of the menu, and of every pairing, place and programme in a region, as sitemaps.org has it."""
    found = "".join(
        f"<url><loc>{escape(urljoin(site, address))}</loc><lastmod>{escape(dataset.release.date)}</lastmod></url>"
        for address in _addresses(view_of(dataset))
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{found}</urlset>'


def robots(site: str) -> str:
    """All may be read but what only pages fetch, and where the list of addresses is."""
    root = urlsplit(site).path
    lines = (
        "User-agent: *",
        f"Disallow: {root}{SERVED_FOLDER}/map-",
        f"Disallow: {root}_stcore/",
        f"Sitemap: {urljoin(site, 'sitemap.xml')}",
    )
    return "".join(f"{line}\n" for line in lines)


def _addresses(view: View) -> Iterator[str]:
    yield from (page_address(entry.url_path, view) for entry in PAGES if entry.section)
    for table in TABLES:
        yield from (address_of(table, key, view) for key in view.words.names(table))
