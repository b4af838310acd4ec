"""Cut the fonts that come with Streamlit down to what the dashboard writes with: `make fonts`.

Writes static/fonts/, with a style sheet that stands in the first answer of the server in place of Streamlit's own. A
browser fetches the full font where a page has a character that the cut one lacks. Of icons, whose names are what is
written, all must be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from streamlit.file_util import get_static_dir

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "static" / "fonts"
FACES = FOLDER / "faces.css"
STREAMLIT = Path(get_static_dir()) / "static"

# Latin with the letters of every European language, Greek, and the signs that texts and figures use. Letters of other
# languages are in the full fonts: a page that has one fetches them.
LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), 0x386, *range(0x388, 0x3CF), 0x1E9E,
    *range(0x2010, 0x2028), 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, *range(0x2080, 0x208A), 0x20AC,
    0x2122, *range(0x2190, 0x2194), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25B2, 0x25BC, 0x25C6,
    0x25CB, 0x25CF, 0x2713,
)  # fmt: skip
# What figures and headings ask of a font beside what every text does.
FEATURES = ("tnum", "lnum")
# How Streamlit's programs and our pages name an icon.
ICON = re.compile(rb":material/([a-z0-9_]+)")
# Named in Streamlit's programs, but not in its font.
NEVER_SHOWN = frozenset({"star_filled"})


@dataclass(frozen=True)
class Cut:
    """A font of Streamlit and what is left of it; `pinned` are axes of a variable font with the value they keep."""

    family: str
    file: str
    weight: str
    name: str
    # Text is legible in another font until its own has come; an icon in letters is not.
    display: str = "swap"
    style: str = "normal"
    pinned: tuple[tuple[str, float], ...] = ()


TEXTS = (
    Cut("Source Sans", "SourceSansVF-Upright.*.woff2", "100 900", "sans"),
    # Headings have one weight, and are of the size for which the letters are drawn.
    Cut(
        "Source Serif",
        "SourceSerifVariable-Roman.*.woff2",
        "100 900",
        "serif",
        pinned=(("wght", 600), ("opsz", 28)),
    ),
)
# What is seldom seen is left whole.
WHOLE = (
    Cut("Source Sans", "SourceSansVF-Italic.*.woff2", "100 900", "sans", style="italic"),
    Cut("Source Serif", "SourceSerifVariable-Italic.*.woff2", "100 900", "serif", style="italic"),
    Cut("Source Code Pro", "SourceCodeVF-Upright.*.woff2", "100 900", "code"),
)
ICONS = Cut("Material Symbols Rounded", "MaterialSymbols-Rounded.*.woff2", "400", "icons", display="block")


def source(cut: Cut) -> Path:
    """Where Streamlit has the font; raises LookupError where there is not exactly one."""
    found = sorted((STREAMLIT / "media").glob(cut.file))
    if len(found) != 1:
        raise LookupError(
            f"Streamlit has {len(found)} fonts called {cut.file}; scripts/fonts.py must be mended."
        )
    return found[0]


def icons_in_use() -> frozenset[str]:
    """Names of all icons that Streamlit's programs or our pages may show."""
    programs = (
        *(STREAMLIT / "js").glob("*.js"),
        *(ROOT / "src").rglob("*.py"),
        *(ROOT / "pages").rglob("*.py"),
    )
    return frozenset(name.decode() for path in programs for name in ICON.findall(path.read_bytes()))


def cut_text(cut: Cut) -> TTFont:
    """A font with the letters in use only."""
    font = TTFont(source(cut))
    if cut.pinned:
        font = instantiateVariableFont(font, dict(cut.pinned))
    return _subset(font, unicodes=LETTERS)


def cut_icons(cut: Cut, names: Iterable[str]) -> TTFont:
    """A font with the icons of these names, each of which is a ligature of its name."""
    font = TTFont(source(cut))
    of_characters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    wanted = frozenset(names)
    found: set[str] = set()
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            ligatures = table.ExtSubTable.ligatures
            for first, of_first in ligatures.items():
                kept = [one for one in of_first if _name(first, one.Component, of_characters) in wanted]
                found.update(_name(first, one.Component, of_characters) for one in kept)
                ligatures[first] = kept
    if missing := sorted(wanted - found - NEVER_SHOWN):
        raise LookupError(f"The font has no icon {', '.join(missing)}.")
    return _subset(font, unicodes=[ord(letter) for name in wanted for letter in name])


def _name(first: str, others: Iterable[str], of_characters: dict[str, str]) -> str:
    return "".join(of_characters.get(glyph, "?") for glyph in (first, *others))


def _subset(font: TTFont, unicodes: Iterable[int]) -> TTFont:
    options = Options(
        hinting=False,
        layout_features=[*Options().layout_features, *FEATURES],
        notdef_outline=True,
        name_IDs=[0, 13, 14],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    return font


def ranges(characters: Iterable[int]) -> str:
    """Characters as CSS writes them: 'U+20-7E,U+A0-17F'."""
    spans: list[list[int]] = []
    for code in sorted(characters):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ",".join(f"U+{first:X}" + (f"-{last:X}" if last > first else "") for first, last in spans)


def write() -> None:
    """Write all fonts and the style sheet that names them."""
    FOLDER.mkdir(exist_ok=True)
    for file in FOLDER.glob("*.woff2"):
        file.unlink()
    faces = []
    for cut in TEXTS:
        font = cut_text(cut)
        has, all_has = set(font.getBestCmap()), set(TTFont(source(cut)).getBestCmap())
        faces.append(_face(cut, _saved(font, cut.name), has))
        faces.append(_face(cut, _whole(cut), all_has - has))
    faces += [_face(cut, _whole(cut)) for cut in WHOLE]
    faces.append(_face(ICONS, _saved(cut_icons(ICONS, icons_in_use()), ICONS.name)))
    FACES.write_text("\n".join(faces) + "\n", encoding="utf-8")


def content(font: TTFont) -> bytes:
    """A font as a browser fetches it; the same whenever it is made."""
    written = BytesIO()
    font.recalcTimestamp = False
    font.flavor = "woff2"
    font.save(written)
    return written.getvalue()


def file_name(name: str, content: bytes) -> str:
    """A name that says what is in the file."""
    return f"{name}-{blake2b(content, digest_size=4).hexdigest()}.woff2"


def _saved(font: TTFont, name: str) -> str:
    written = content(font)
    file = FOLDER / file_name(name, written)
    file.write_bytes(written)
    print(f"{file.relative_to(ROOT)}: {len(written) / 1000:.1f} kB")
    return f"app/static/fonts/{file.name}"


def _whole(cut: Cut) -> str:
    return f"static/media/{source(cut).name}"


def _face(cut: Cut, address: str, characters: Iterable[int] = ()) -> str:
    """The rule for a face; its address is seen from a page, which all lie in one folder."""
    only = f";unicode-range:{ranges(characters)}" if characters else ""
    return (
        f'@font-face{{font-family:"{cut.family}";font-style:{cut.style};font-weight:{cut.weight};'
        f'font-display:{cut.display};src:url(./{address})format("woff2"){only}}}'
    )


if __name__ == "__main__":
    write()
