"""The one style sheet: what tables of numbers and text need and the theme has no setting for.

Looks that repeat in every cell stand here once instead of in each cell, which halves what a page sends. Class names
begin with `iurc-`; colours are those of the theme.
"""

from __future__ import annotations

from iurc_dash.colours import GROUNDS, Theme, text_on

_RULES = """
[data-testid='stMainBlockContainer']{{padding-left:clamp(1rem,3vw,3rem);padding-right:clamp(1rem,3vw,3rem);
max-width:1500px}}
.iurc-link{{color:{accent};text-decoration-thickness:1px;text-underline-offset:2px}}
[data-tag],[data-tag] *{{color:{on_accent}}}
.iurc-muted{{color:{muted}}}
.iurc-heard{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}}
.iurc-region{{overflow-x:auto;max-width:100%;position:relative}}
.iurc-table,.iurc-matrix{{width:100%;margin:0;color:{text}}}
.iurc-table{{border-collapse:collapse;font-size:0.9rem;line-height:1.35}}
.iurc-matrix{{border-collapse:separate;border-spacing:2px 0;font-size:0.92rem;line-height:1.3}}
.iurc-table caption,.iurc-matrix caption{{caption-side:top;text-align:left;color:{muted};font-size:0.85rem;
padding:0 0 0.4rem}}
.iurc-table th,.iurc-table td{{text-align:left;vertical-align:top;font-weight:400;padding:0.38rem 0.9rem 0.38rem 0;
border:0;border-bottom:1px solid {line};overflow-wrap:break-word}}
.iurc-table tr>:first-child{{position:sticky;left:0;z-index:1;background:{background}}}
.iurc-table thead th,.iurc-matrix thead th{{font-weight:600;font-size:0.82rem;vertical-align:bottom;color:{muted};
border-bottom:1.5px solid {text}}}
.iurc-table .n,.iurc-matrix .n{{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}}
.iurc-table thead .n,.iurc-matrix thead .n{{white-space:normal}}
.iurc-table .d{{white-space:nowrap}}
.iurc-matrix th,.iurc-matrix td{{text-align:left;font-weight:400;padding:0.3rem 0.55rem;border:0;
border-bottom:2px solid transparent;background-clip:padding-box}}
.iurc-matrix thead th{{padding:0.2rem 0.55rem;border-bottom:1.5px solid {text}}}
.iurc-matrix tr>:first-child{{padding-left:0;min-width:7rem}}
.iurc-matrix .t{{font-weight:600;border-left:1.5px solid {line}}}
.iurc-matrix .l>*{{font-weight:600;border-top:1.5px solid {text};border-left:0}}
.iurc-matrix a{{color:{text};text-decoration-thickness:1px;text-underline-offset:3px}}
"""


def stylesheet(theme: Theme) -> str:
    """The rules in the theme's colours."""
    ground = GROUNDS[theme]
    return _RULES.format(
        accent=ground.accent,
        on_accent=text_on(ground.accent),
        muted=ground.muted_text,
        text=ground.text,
        line=ground.line,
        background=ground.background,
    )
