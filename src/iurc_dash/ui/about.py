"""The texts of the page About."""

from __future__ import annotations

from iurc_dash.cautions import CAUTIONS
from iurc_dash.exhibits.caution_rules import say_caution
from iurc_dash.language import _
from iurc_dash.render.citing import say_citation
from iurc_dash.ui.say import plain
from iurc_dash.view import View


def sections(view: View) -> list[tuple[str, str]]:
    """Titles and texts, in order; the numbers of the record are the exhibit record/about."""
    return [
        (_("What this is"), _what_this_is()),
        (_("How the data was made"), _method()),
        (_("How to read the numbers"), _reading()),
        (_("Names, borders and sides"), _names()),
        (_("Privacy"), _privacy()),
        (_("Licences and credits"), _licences()),
        (_("How to cite"), f"> {plain(say_citation(view.whole.release))}"),
    ]


def what_to_be_careful_with(view: View) -> str:
    """Every caution that holds of the data, as a list."""
    said = filter(None, (say_caution(view, key) for key in CAUTIONS))
    return "\n".join(f"- {text}" for text in said)


def _what_this_is() -> str:
    return _(
        "The European Union’s International Urban and Regional Cooperation programme (IUC until 2020, IURC since) "
        "pairs cities and regions of the EU with partners in North America, Latin America, China, Japan, India, Asia "
        "and Australasia. This dashboard joins what public pages say about its phases: the pairings, what they worked "
        "on, what took place, what came out, and which goals it is linked to. It is an independent work from public "
        "sources, not made, funded or endorsed by the European Union."
    )


def _method() -> str:
    return _(
        "Rows were read off public pages of the programme, its participants and the press. Each row cites the page "
        "it was read from. Titles and summaries are in our own words. Where a page does not say, the cell is blank "
        "and shown as “not recorded”; nothing was guessed. Of many pages only the opening could be read, so counts "
        "are lower than the programme’s own totals; those are kept as published totals and shown beside. Labels that "
        "sources use were sorted by hand into themes and theme groups. An event that several programmes in a region "
        "recorded became one activity with all its sources. Whether an activity was done, or only planned or "
        "proposed, was read from the sources' own words, row by row. Positions come from GeoNames or were settled by "
        "hand, a region at its seat or centre. Corrections to what was collected are kept as rows with their reason."
    )


def _reading() -> str:
    return "\n".join(
        f"- {line}"
        for line in (
            _("A **pairing** joins two or more places: a trio is one pairing of three, never three pairs."),
            _("A **programme in a region** is one region’s run of a phase. China, Japan and India had one of their own "
              "in phase 1; from phase 2 on Japan and India belong to Asia and Australasia."),
            _("A link to a goal is **stated** when a source names the goal, and **inferred** when it was read from "
              "what was worked on; the reason is kept with each. Filled marks are stated, outlined marks inferred."),
            _("Some sources name an agenda **as a whole** and no goal of it. They are counted apart."),
            _("Filters of one kind widen each other, filters of different kinds narrow each other. An activity "
              "matches a goal or a country through its own row or through the pairings it belongs to."),
            _("Dates are as exact as the source: a year stays a year."),
        )
    )  # fmt: skip


def _names() -> str:
    return _(
        "Names and boundaries shown express no opinion of the authors, or of the European Union, on the legal "
        "status of any country, territory, city or area, or on its frontiers. Places are counted by “country or "
        "territory”. Kosovo: boundaries and names are without prejudice to positions on status, and in line with "
        "UNSCR 1244/1999 and the ICJ opinion on the Kosovo declaration of independence. Palestine: no designation "
        "shown is to be read as recognition of a State of Palestine. Members from the United Kingdom are shown on the "
        "EU side, where they took part; the United Kingdom left the Union at the end of 31 January 2020."
    )


def _privacy() -> str:
    return _(
        "Nothing is fetched from other sites while you look, nothing is counted, no cookie is set beyond what a "
        "session needs. Names of persons are not recorded; some addresses of sources contain one."
    )


def _licences() -> str:
    return _(
        "Code: EUPL-1.2. Compiled data: CC BY 4.0; the sources keep their own rights. Positions: GeoNames "
        "(geonames.org), CC BY 4.0. Boundaries: United Nations geodata and Natural Earth (public domain), as shipped "
        "with plotly.js (MIT). Colours and short names of the Sustainable Development Goals are the United Nations'; "
        "see the [guidelines](https://www.un.org/sustainabledevelopment/news/communications-material/) and the "
        "[goals](https://sdgs.un.org/goals). The content of this dashboard has not been approved by the United "
        "Nations and does not reflect the views of the United Nations or its officials or Member States."
    )
