"""The first answer at every page's address: title, finding and map, before any script has run.

Streamlit answers every address with the same empty document. Here it is filled with what the page will say first
(exhibits/pages.py), and takes Streamlit's own programs along (docs/decisions/shell.md).
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from textwrap import shorten
from typing import Any
from urllib.parse import parse_qs, urljoin

import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from iurc_dash.addresses import LANGUAGE_PARAMETER, data_address, file_address, page_address, picture_address
from iurc_dash.cautions import caution_text
from iurc_dash.colours import colour
from iurc_dash.exhibits.pages import MAP, Subject, subject_of, tab_title
from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap
from iurc_dash.language import DEFAULT_LANGUAGE, _, known_language, use_language
from iurc_dash.problems import DatasetError
from iurc_dash.render import html
from iurc_dash.selection import Selection
from iurc_dash.server.settings import site_address
from iurc_dash.ui import session
from iurc_dash.ui.navigation import PAGES, PageEntry
from iurc_dash.view import View, view_of

FONTS = Path(__file__).resolve().parents[3] / "static" / "fonts"
FONT_ADDRESS = "./app/static/fonts/"
ICON_ADDRESS = "./app/static/icons/dashboard.svg"
# Fonts that the shell itself is written in.
FIRST_FONTS = ("sans", "serif")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LONGEST_DESCRIPTION = 300
MOST_FIELDS = 200
# Where the page of a programme in a region stood before; it leads on (routes.py).
FORMER_PROGRAMME = "editions"
Parameters = Mapping[str, Sequence[str]]
# Not its style sheet: that holds fonts, in place of which ours stand, and formulas, which we have none of.
_PROGRAMS = re.compile(r'<script type="module"[^>]*></script>|<link rel="modulepreload"[^>]*>')
# Browsers ask again each time: a page is small, and names its programs, which they keep.
KEEPING = {"Cache-Control": "no-cache"}


class FilledShell:
    """Answers at the address of a page, and passes everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.entries = {entry.url_path: entry for entry in PAGES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the filled document, or pass on."""
        entry = self._asked(scope)
        if entry is None:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        # In a thread, because what was found may have to be worked out.
        page = await asyncio.to_thread(document, entry, site_address(request), request.url.query)
        await GZipMiddleware(HTMLResponse(page, headers=KEEPING))(scope, receive, send)

    def _asked(self, scope: Scope) -> PageEntry | None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return None
        base = str(st.get_option("server.baseUrlPath") or "").strip("/")
        folder = f"/{base}/" if base else "/"
        path = str(scope["path"])
        # The folder without its slash is left to Streamlit, which leads to the one with it.
        if not path.startswith(folder):
            return None
        page = path.removeprefix(folder)
        # At an address that it does not know Streamlit shows the first page, and says so.
        unknown = self.entries[""] if is_page(scope, page) and page != FORMER_PROGRAMME else None
        return self.entries.get(page, unknown)


def is_page(scope: Scope, path: str) -> bool:
    """Whether somebody asks for a page: these have no dot and no folder in their address, and browsers want HTML."""
    wants_html = "text/html" in Headers(scope=scope).get("accept", "")
    return scope["method"] == "GET" and wants_html and "." not in path and "/" not in path


def document(entry: PageEntry, site: str, query: str) -> str:
    """The document of a page of the site at an address; what the query names wrongly is left out."""
    # More fields than any page of ours has are no address of ours.
    asked = parse_qs(query) if query.count("&") < MOST_FIELDS else {}
    language = known_language(asked.get(LANGUAGE_PARAMETER, [""])[-1])
    with use_language(language):
        shell = _shell(entry, site, query, asked, language)
        return html.shell_html(shell, faces=font_faces(), programs=programs())


def _shell(entry: PageEntry, site: str, query: str, asked: Parameters, language: str) -> html.Shell:
    name, dashboard = _(entry.title), _("IURC Cooperation Dashboard")
    try:
        dataset = session.shared_dataset()
    except DatasetError:
        view, subject, title = None, None, _("The data cannot be shown yet")
    else:
        selection, _remarks = Selection.parse(asked, dataset)
        view = view_of(dataset, selection, language)
        subject = subject_of(entry.url_path, view, {key: values[-1] for key, values in asked.items()})
        title = subject.title if subject else name
    more = subject.more if subject else ""
    return html.Shell(
        language=language,
        site=dashboard,
        title=title,
        tab_title=tab_title(title if subject and subject.is_one_thing else name),
        description=_shortened(f"{title} {more}".strip()),
        selection=view.in_words if view and subject and subject.selected else "",
        more=more,
        pages=[
            (_(page.title), page_address(page.url_path, view) if view else f"./{page.url_path}")
            for page in PAGES
            if page.section
        ],
        pages_label=_("Pages"),
        without_scripts=_("Filters, figures and tables need JavaScript. Without it, this is what was found."),
        address=urljoin(site, entry.url_path) + (f"?{query}" if query else ""),
        preview=urljoin(site, _preview(view, subject)),
        icon=ICON_ADDRESS,
        fonts=[
            f"{FONT_ADDRESS}{file.name}" for name in FIRST_FONTS for file in FONTS.glob(f"{name}-*.woff2")
        ],
        facts=_facts(view, site) if view else {},
        **_picture(subject),
    )


def _picture(subject: Subject | None) -> dict[str, Any]:
    drawn = subject.map.form if subject and subject.map else None
    if not subject or not subject.map or not isinstance(drawn, ArcMap):
        return {}
    return {
        "picture": picture_address(subject.map, "light", close=subject.close),
        "dark_picture": picture_address(subject.map, "dark", close=subject.close),
        "picture_alt": subject.map.alt,
        "picture_notice": caution_text("boundaries"),
        "legend": [
            (entry.label, colour(entry.colour, "light"), colour(entry.colour, "dark"))
            for entry in drawn.legend
        ],
    }


def _preview(view: View | None, subject: Subject | None) -> str:
    """The address of the picture that previews of links show: the map of the page, else that of the whole."""
    if view is None:
        return ICON_ADDRESS
    shown = subject.map if subject and subject.map else make(view, MAP, colour="region")
    return file_address(shown, "picture.png", preview=True)


def _facts(view: View, site: str) -> dict[str, object]:
    """What the dataset is, for programs that look for data."""
    release = view.whole.release
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": _("Cooperation of cities and regions in the EU's IURC programme"),
        "description": _(
            "Pairings of cities and regions of the EU with others in the world, their themes, activities, goals and "
            "results, with the public pages that each row was read from."
        ),
        "url": site,
        "license": LICENCE,
        "version": release.version,
        "dateModified": release.date,
        "isAccessibleForFree": True,
        "inLanguage": DEFAULT_LANGUAGE,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/zip",
                "contentUrl": urljoin(site, data_address(view.whole)),
            }
        ],
    }


def _shortened(text: str) -> str:
    """A description as short as previews show it, cut between words."""
    return shorten(text, LONGEST_DESCRIPTION, placeholder=" …")


@lru_cache(maxsize=1)
def font_faces() -> str:
    """The style rules of the fonts that are cut down (scripts/fonts.py)."""
    return (FONTS / "faces.css").read_text(encoding="utf-8").strip()


@lru_cache(maxsize=1)
def programs() -> str:
    """The elements that load Streamlit, as its own document has them; raises LookupError where it has none."""
    found = _PROGRAMS.findall((Path(get_static_dir()) / "index.html").read_text(encoding="utf-8"))
    if not any("<script" in element for element in found):
        raise LookupError("Streamlit's document loads no program; server/shell.py must be mended.")
    return "\n".join(found)
