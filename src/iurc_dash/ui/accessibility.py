"""The accessibility statement, after the model of Implementing Decision (EU) 2018/1523."""

from __future__ import annotations

from collections.abc import Iterable

from iurc_dash.addresses import report_form
from iurc_dash.language import _, format_date
from iurc_dash.ui import session

# When everything that is said here was tested last; it is not said anew without testing anew.
TESTED = "2026-11-28"


def sections() -> list[tuple[str, str]]:
    """Titles and texts, in order."""
    return [
        (_("How far it complies"), _compliance()),
        (_("What is not accessible"), _as_list(_not_accessible())),
        (_("What stands in its place"), _as_list(_in_its_place())),
        (_("How it was tested"), _tested()),
        (_("Feedback and contact"), _contact()),
        (_("Enforcement"), _enforcement()),
    ]


def _as_list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _compliance() -> str:
    return _(
        "This statement is about the IURC Cooperation Dashboard. It was made to be usable by everybody and is "
        "**partially compliant** with EN 301 549 V3.2.1, which asks for level AA of the Web Content Accessibility "
        "Guidelines (WCAG) 2.1, and with level AA of WCAG 2.2, because of what is listed below."
    )


def _not_accessible() -> tuple[str, ...]:
    return (
        _("Parts of Streamlit, on which the dashboard is built, speak English only, whatever language was chosen "
          "(3.1.2)."),
        _("Time lines, where few activities are chosen, are charts whose marks cannot be reached by keyboard; the "
          "table behind each has the same rows (2.1.1)."),
        _("On the map many places lie closer together than 24 pixels; the lists beside it choose the same (2.5.8)."),
        _("Documents and pages that sources lead to are not ours, and were not tested."),
    )  # fmt: skip


def _in_its_place() -> tuple[str, ...]:
    return (
        _("Each figure has its finding in words above it, and below it a real table with the same numbers."),
        _("All that the map tells can be chosen from lists, and stands in a table."),
        _("Every figure can be taken away as a table that other programs read."),
    )


def _tested() -> str:
    return _(
        "Tested by ourselves, last on {date}, and again with every change: every page, and a page of a pairing, a "
        "place and a programme in a region, with axe-core at 1440, 1024 and 390 pixels, in the light and the dark "
        "theme, with the filter and the drawer opened too; at 320 pixels (400 %) for scrolling sideways; with forced "
        "colours and reduced motion; by keyboard alone, for where the focus is after each action; and on paper. It was "
        "not tested by people who use screen readers or other aids, nor with any screen reader."
    ).format(date=format_date(TESTED))


def _contact() -> str:
    if report_form(session.report_setting()):
        return _(
            "Tell us what is not accessible by “Report an error” at the foot of every page: it names the page that you "
            "were on. That is the only contact which is known here; in what time an answer comes is not."
        )
    return _(
        "Whoever runs this dashboard has not set an address for reports, so no contact can be named here."
    )


def _enforcement() -> str:
    return _(
        "This is independent work and not a website of a public body, and no enforcement procedure under Directive "
        "(EU) 2016/2102 belongs to it. Where a public body runs it, that body's own procedure applies."
    )
