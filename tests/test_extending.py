"""What adding something costs is what docs/extending.md says: each line carried out in a copy of the project.

A copy is touched where its line says, and nowhere else; then a process of its own shows that the thing works there.
Whatever is added is visibly artificial.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from pseudo_language import CODE, translate

ROOT = Path(__file__).resolve().parents[1]
EXTENDING = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
COPIED = ("src", "pages", "locale", "docs", "data/reference")
LINKED = ("app.py", ".streamlit", "static", "scripts", "data/boundaries", "data/collected", "data/package")
Rows = list[dict[str, str]]

pytestmark = pytest.mark.slow
# The lines of the table that a test here carries out.
CARRIED_OUT: list[str] = []


class Project:
    """A copy of the project, and which of its files were touched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.touched: set[str] = set()
        for name in COPIED:
            shutil.copytree(ROOT / name, folder / name)
        for name in LINKED:
            (folder / name).symlink_to(ROOT / name)

    def file(self, path: str, content: str | bytes) -> None:
        """A file more."""
        assert not (self.folder / path).exists()
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
        self.touched.add(path)

    def entry(self, path: str, after: str, entry: str) -> None:
        """An entry more in a file, on the line after the first one that has these words."""
        text = (self.folder / path).read_text(encoding="utf-8")
        before, words, rest = text.partition(after)
        assert words, f"{path} has no “{after}”"
        line, end, following = rest.partition("\n")
        said = before + words + line + end + entry + "\n" + following
        (self.folder / path).write_text(said, encoding="utf-8")
        self.touched.add(path)

    def change(self, path: str, old: str, new: str) -> None:
        """Words more within a line: `new` has `old` and something else."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text and len(new) > len(old), path
        (self.folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        self.touched.add(path)

    def more(self, path: str, text: str) -> None:
        """Lines more at the end of a file."""
        with (self.folder / path).open("a", encoding="utf-8") as file:
            file.write(text)
        self.touched.add(path)

    def rows(self, path: str, alter: Callable[[Rows], object]) -> None:
        """Other rows in a table."""
        rows = read_rows(self.folder / path)
        alter(rows)
        (self.folder / path).write_text(as_csv(rows), encoding="utf-8", newline="")
        self.touched.add(path)

    def process(self, *command: str, code: int = 0) -> str:
        """What a Python of the copy prints."""
        known = os.pathsep.join([str(self.folder / "src"), str(self.folder), str(ROOT / "tests")])
        environment = {name: value for name, value in os.environ.items() if name != "IURC_DASH_PACKAGE"}
        done = subprocess.run(
            [sys.executable, *command],
            cwd=self.folder,
            env={**environment, "PYTHONPATH": known},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    def command(self, *arguments: str, code: int = 0) -> str:
        return self.process("-m", "iurc_dash", *arguments, code=code)

    def page(self, path: str, address: str = "") -> dict[str, list[str]]:
        """What stands on a page: its titles, captions, labels of the menu and of the filters."""
        return dict(json.loads(self.process("-c", VISIT, path, address)))

    def costs_no_more_than(self, what: str) -> None:
        """Every file that was touched is told in the line, and every path told was needed."""
        told = paths_of(what)
        strangers = [path for path in self.touched if not any(path.startswith(one) for one in told)]
        assert not strangers, f"{what} costs more than docs/extending.md says"
        needless = [one for one in told if not any(path.startswith(one) for path in self.touched)]
        assert not needless, f"{what} costs less than docs/extending.md says"


VISIT = """
import json, sys
from urllib.parse import parse_qs
from streamlit.testing.v1 import AppTest
visitor = AppTest.from_file("app.py", default_timeout=60)
for name, values in parse_qs(sys.argv[2]).items():
    visitor.query_params[name] = values
visitor.session_state["filter_choices"] = True
visitor.switch_page(sys.argv[1]).run()
assert not visitor.exception, visitor.exception
from iurc_dash.ui.drawn import unpacked
markup = [unpacked(json.loads(element.proto.json)) for element in visitor.get("bidi_component")]
print(json.dumps({
    "titles": [title.value for title in visitor.title],
    "words": [element.value for element in (*visitor.caption, *visitor.header)] + markup,
    "menu": markup[0],
    "filters": [choice.label for choice in visitor.multiselect],
}))
"""


def paths_of(what: str) -> list[str]:
    """The paths that the line of the table names."""
    lines = [line for line in EXTENDING.splitlines() if line.startswith("| ")]
    touch = {line.split("|")[1].strip(): line.split("|")[2] for line in lines}
    return re.findall(r"`([\w./]+/[\w./]*)`", touch[what])


def example(path: str) -> str:
    """The code that the step by step has for a file."""
    found = re.search(rf"`{re.escape(path)}`\n```python\n(.*?)```", EXTENDING, re.DOTALL)
    assert found, path
    return found.group(1)


def read_rows(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def as_csv(rows: Iterable[dict[str, str]]) -> str:
    rows = list(rows)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def own_package(project: Project, table: str, alter: Callable[[Rows], object]) -> str:
    """A package of the copy's own in which a table is altered; its descriptor knows no hashes."""
    package = project.folder / f"package-{len(list(project.folder.iterdir()))}"
    shutil.copytree(project.folder / "data" / "package", package)
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        del resource["hash"]
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    rows = read_rows(package / f"{table}.csv")
    alter(rows)
    (package / f"{table}.csv").write_text(as_csv(rows), encoding="utf-8", newline="")
    return package.name


def problem_of(project: Project, path: str) -> dict[str, str]:
    """The one thing that is wrong with data."""
    (problem,) = json.loads(project.command("validate", path, "--json", code=1))["problems"]
    return dict(problem)


def made(project: Project, id: str, *arguments: str) -> dict[str, Any]:
    """An exhibit as JSON."""
    return dict(json.loads(project.command("exhibit", id, *arguments, "--as", "json")))


def adding(what: str) -> pytest.MarkDecorator:
    """A test that carries out a line of the table: its `project` must be touched where the line says."""
    CARRIED_OUT.append(what)
    return pytest.mark.parametrize("project", [what], indirect=True, ids=[""])


@pytest.fixture
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Project]:
    copy = Project(tmp_path)
    yield copy
    copy.costs_no_more_than(request.param)


@adding("a page")
def test_a_page(project: Project) -> None:
    project.file(
        "pages/explore/artificial.py",
        "from iurc_dash.ui import page, show\n"
        'page.heading("An artificial page.")\n'
        'show.exhibit("goals/reached")\n',
    )
    entry = '    PageEntry("explore/artificial.py", "artificial", MENU, N_("Artificial menu entry")),'
    project.entry("src/iurc_dash/ui/navigation.py", "PAGES = (", entry)
    seen = project.page("pages/explore/artificial.py", "phase=2")
    assert seen["titles"] == [r"An artificial page\."]
    assert "Artificial menu entry" in seen["menu"]
    assert seen["filters"], "what all pages have, it has too"


@adding("a chart")
def test_a_chart(project: Project) -> None:
    for path in ("src/iurc_dash/metrics/pairing_sizes.py", "src/iurc_dash/exhibits/pairings/sizes.py"):
        project.file(path, example(path))
    page = "pages/explore/map.py"
    project.entry(page, "show.table(found", example(page))

    listed = {entry["id"]: entry for entry in json.loads(project.command("exhibits", "--as", "json"))}
    assert listed["pairings/sizes"]["question"] == "How many members do pairings have?"
    answer = made(project, "pairings/sizes", "--select", "region=NA")
    members = Counter(
        row["pairing_key"] for path in ROOT.glob("data/collected/*/members.csv") for row in read_rows(path)
    )
    trios = {pairing for pairing, count in members.items() if count == 3 and pairing.startswith("na-")}
    mark = next(mark for mark in answer["marks"] if mark["key"] == "trio/")
    assert trios and set(mark["rows"]["pairings"]) == trios
    assert "recorded_only" in [caution["key"] for caution in answer["cautions"]]
    assert answer["sources"]
    assert "recorded pairings have two members" in " ".join(project.page(page)["words"])
    project.process("-c", SOUND)


# What holds for every exhibit holds for the one of the example, over data of several sizes.
SOUND = """
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import assert_sound
from iurc_dash.exhibits.register import make
from iurc_dash.view import view_of
for dataset in (artificial_dataset(), empty_dataset(), one_row_dataset()):
    assert_sound(make(view_of(dataset), "pairings/sizes"))
"""


def add_column(project: Project) -> None:
    column = '    motto: Text = column("An artificial motto", allowed=("loud", "quiet"))'
    project.entry("src/iurc_dash/tables/models.py", '    region_id: Text = column("Code of', column)

    def with_motto(rows: Rows) -> None:
        for row in rows:
            row["motto"] = "loud" if row["region_id"] == "NA" else ""

    project.rows("data/reference/regions.csv", with_motto)


def add_table(project: Project) -> None:
    project.entry(
        "src/iurc_dash/tables/models.py",
        '    source_id: Text = column("Source", ',
        "\n\n"
        'class ArtificialThings(Table, name="artificial_things", settled=True):\n'
        '    """Things that tests add."""\n\n'
        '    thing_id: Text = column("Readable key", required=True, pattern=SLUG_PATTERN)\n'
        '    region_id: Text = column("Region", refers="regions.region_id", required=True)\n',
    )
    project.entry("src/iurc_dash/tables/keys.py", "KEYS: ", '    "artificial_things": ("thing_id",),')
    project.entry("src/iurc_dash/narrowing.py", "WHOLE = (", '    "artificial_things",')
    project.file("data/reference/artificial_things.csv", "thing_id,region_id\nartificial-thing,NA\n")


def add_reference_rows(project: Project) -> None:
    for table, cells in REFERENCE_ROWS.items():
        project.more(f"data/reference/{table}.csv", as_csv([cells]).partition("\n")[2])


def collected(table: str) -> Rows:
    return [row for path in sorted(ROOT.glob(f"data/collected/*/{table}.csv")) for row in read_rows(path)]


def first_unsettled(table: str, *columns: str) -> dict[str, str]:
    """The first collected row of which no row of the reference speaks, nor another collected one."""
    settled = {
        cell for path in ROOT.glob("data/reference/*.csv") for row in read_rows(path) for cell in row.values()
    }
    settled |= {key for row in collected("same_events") for key in row.values()}
    settled |= {cell.split("|")[0] for cell in settled}
    return next(
        row
        for row in collected(table)
        if not settled.intersection(row[column] for column in columns)
        and not row.get("state")
        and not row.get("role")
    )


RETITLED, STAKEHOLDER = first_unsettled("activities", "activity_key"), first_unsettled("stakeholders", "note")
NAMED = first_unsettled("members", "place", "pairing_key")
LABEL = collected("pairings")[0]["themes"].split("; ")[0]
# Each line of the reference as its columns have it.
REFERENCE_ROWS: dict[str, dict[str, str]] = {
    "themes": {
        "theme_id": "artificial-theme",
        "name": "Artificial theme",
        "cluster_id": "circular-economy-and-waste",
        "description": "",
    },
    "theme_labels": {"label": LABEL, "theme_id": "artificial-theme", "note": ""},
    "places": {
        "place": NAMED["place"],
        "country": NAMED["country"],
        "name": "Artificial Place",
        "kind": NAMED["place_kind"],
        "seat": "",
        "seat_geonameid": "",
        "latitude": "1.5",
        "longitude": "2.5",
        "exactness": "city",
        "reason": "Artificial.",
    },
    "corrections": {
        "table": "activities",
        "key": RETITLED["activity_key"],
        "column": "title",
        "expected": RETITLED["title"],
        "corrected": "Artificial title",
        "reason": "Artificial.",
        "source": "",
    },
    "activity_states": {
        "activity_key": RETITLED["activity_key"],
        "state": "proposed",
        "step": "",
        "joint": "",
        "reason": "Artificial.",
    },
    "stakeholder_roles": {
        "subject": STAKEHOLDER["subject"],
        "stakeholder_kind": STAKEHOLDER["stakeholder_kind"],
        "note": STAKEHOLDER["note"],
        "role": "visited",
        "reason": "Artificial.",
    },
}
ADDITIONS = {
    "a column": add_column,
    "a table": add_table,
    "a theme, a label of a source, a place, a correction, the state of an activity, the role of a "
    "stakeholder": add_reference_rows,
}
CARRIED_OUT.extend(ADDITIONS)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy with a column, a table and rows of the reference more, built once for all three: that takes seconds."""
    project = Project(tmp_path_factory.mktemp("rebuilt"))
    for what, add in ADDITIONS.items():
        project.touched = set()
        add(project)
        project.costs_no_more_than(what)
    (project.folder / "data" / "package").unlink()
    project.process("-c", "from iurc_dash.build import build, write; write(build())")
    return project


def built(project: Project, table: str) -> Rows:
    return read_rows(project.folder / "data" / "package" / f"{table}.csv")


def described(project: Project) -> dict[str, Any]:
    """Resources of the descriptor by name."""
    descriptor = json.loads((project.folder / "data/package/datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource for resource in descriptor["resources"]}


def test_a_column(rebuilt: Project) -> None:
    assert {row["region_id"]: row["motto"] for row in built(rebuilt, "regions")}["NA"] == "loud"
    fields = {field["name"]: field for field in described(rebuilt)["regions"]["schema"]["fields"]}
    assert fields["motto"]["description"] == "An artificial motto"
    assert fields["motto"]["constraints"]["enum"] == ["loud", "quiet"]
    assert "| `motto` |" in (rebuilt.folder / "docs/data.md").read_text(encoding="utf-8")
    wrong = own_package(rebuilt, "regions", lambda rows: rows[0].update(motto="shrill"))
    problem = problem_of(rebuilt, wrong)
    assert (problem["table"], problem["column"], problem["code"]) == ("regions.csv", "motto", "unknown_code")


def test_a_table(rebuilt: Project) -> None:
    assert built(rebuilt, "artificial_things") == [{"thing_id": "artificial-thing", "region_id": "NA"}]
    resource = described(rebuilt)["artificial_things"]
    assert resource["description"] == "Things that tests add."
    assert resource["schema"]["primaryKey"] == ["thing_id"]
    assert "### `artificial_things`" in (rebuilt.folder / "docs/data.md").read_text(encoding="utf-8")
    wrong = own_package(rebuilt, "artificial_things", lambda rows: rows[0].update(region_id="MOON"))
    problem = problem_of(rebuilt, wrong)
    assert (problem["column"], problem["code"]) == ("region_id", "dangling_reference")


def test_a_row_of_the_reference(rebuilt: Project) -> None:
    assert "Artificial theme" in [row["name"] for row in built(rebuilt, "themes")]
    labels = [row for row in built(rebuilt, "pairing_themes") if row["theme_id"] == "artificial-theme"]
    assert labels and {row["label"].casefold() for row in labels} == {LABEL.casefold()}
    (place,) = [row for row in built(rebuilt, "places") if row["name"] == "Artificial Place"]
    assert (place["latitude"], place["longitude"]) == ("1.5", "2.5")
    (activity,) = [
        row for row in built(rebuilt, "activities") if row["activity_id"] == RETITLED["activity_key"]
    ]
    assert (activity["title"], activity["state"]) == ("Artificial title", "proposed")
    roles = {row["note"]: row["role"] for row in built(rebuilt, "stakeholders")}
    assert roles[STAKEHOLDER["note"]] == "visited"


@adding("a caution")
def test_a_caution(project: Project) -> None:
    entry = '    "artificial": N_("An artificial caution."),'
    project.entry("src/iurc_dash/cautions.py", "CAUTIONS: ", entry)
    exhibit = "src/iurc_dash/exhibits/themes/ranking.py"
    project.change(exhibit, 'cautions=("recorded_only",', 'cautions=("artificial", "recorded_only",')
    captions = project.page("pages/explore/themes.py")["words"]
    assert sum("An artificial caution" in caption for caption in captions) == 1


@adding("a caution by rule")
def test_a_caution_by_rule(project: Project) -> None:
    entry = '    "artificial": N_("An artificial caution."),'
    project.entry("src/iurc_dash/cautions.py", "CAUTIONS: ", entry)
    rule = '    "artificial": lambda view, answer: bool(answer.counted.in_rows_of("gaps")),'
    project.entry("src/iurc_dash/exhibits/caution_rules.py", "_RULES = {", rule)
    called_for = {
        id: "artificial" in [caution["key"] for caution in made(project, id)["cautions"]]
        for id in ("record/gaps", "goals/reached")
    }
    assert called_for == {"record/gaps": True, "goals/reached": False}


@adding("a medium")
def test_a_medium(project: Project) -> None:
    project.file(
        "src/iurc_dash/render/artificial/__init__.py",
        "from iurc_dash.describing import say_quantity\n"
        "from iurc_dash.exhibit import Exhibit\n"
        "from iurc_dash.render.words import say_cell\n\n\n"
        "def shouted(exhibit: Exhibit) -> str:\n"
        '    """An exhibit in capital letters."""\n'
        '    marks = [f"{mark.label}: {say_quantity(mark.quantity)}" for mark in exhibit.marks.values()]\n'
        "    cells = [\n"
        "        say_cell(exhibit.view, column, line[column.key])\n"
        "        for line in exhibit.table\n"
        "        for column in exhibit.table.columns\n"
        "    ]\n"
        '    return " ".join([exhibit.question, exhibit.finding, *marks, *cells]).upper()\n',
    )
    walked = json.loads(project.process("-c", WALK))
    listed = json.loads(project.command("exhibits", "--as", "json"))
    assert set(walked) == {entry["id"] for entry in listed}
    for id, said in walked.items():
        assert said.isupper() and "?" in said, id


# The whole register in the medium.
WALK = """
import json
from artificial import artificial_dataset
from exhibit_checks import exhibits_of
from iurc_dash.render.artificial import shouted
from iurc_dash.view import view_of
print(json.dumps({exhibit.id: shouted(exhibit) for exhibit in exhibits_of(view_of(artificial_dataset()))}))
"""


@adding("a kind of source")
def test_a_kind_of_source(project: Project) -> None:
    project.file(
        "src/iurc_dash/sources/artificial.py",
        "import json\n\n"
        "from iurc_dash.sources.raw import Origin, RawTables, Row, Shape\n\n\n"
        "def recognises(path):\n"
        '    return path.suffix == ".artificial"\n\n\n'
        "def read(path):\n"
        "    raw = RawTables(Shape.PACKAGE)\n"
        "    for name, rows in json.loads(path.read_text()).items():\n"
        '        raw.tables[name] = [Row(row, Origin(f"sheet {name}", at)) for at, row in enumerate(rows, 1)]\n'
        "    return raw\n",
    )
    tables = {path.stem: read_rows(path) for path in (ROOT / "data" / "package").glob("*.csv")}
    (project.folder / "good.artificial").write_text(json.dumps(tables), encoding="utf-8")
    answer = json.loads(project.command("validate", "good.artificial", "--json"))
    assert answer["valid"] and answer["tables"] == {name: len(rows) for name, rows in tables.items()}
    tables["activities"][4]["mode"] = "by balloon"
    (project.folder / "bad.artificial").write_text(json.dumps(tables), encoding="utf-8")
    problem = problem_of(project, "bad.artificial")
    assert (problem["table"], problem["row"], problem["column"]) == ("sheet activities", 5, "mode")


@adding("a check")
def test_a_check(project: Project) -> None:
    path = "src/iurc_dash/checks/sense.py"
    project.more(
        path,
        "\n\n"
        "def _artificial(typed: Typed) -> Iterator[Finding]:\n"
        '    """No activity happens on a moon."""\n'
        '    for position, place in enumerate(typed.texts("activities", "place_name")):\n'
        '        if place == "Moon":\n'
        '            what, mend = "Nothing happens on a moon.", "Write where it was."\n'
        "            yield typed.finding(\n"
        '                "activities", position, Code.WRONG_VALUE, what, mend, column="place_name", value=place\n'
        "            )\n",
    )
    project.entry(path, "    yield from _positions(typed)", "    yield from _artificial(typed)")
    wrong = own_package(project, "activities", lambda rows: rows[0].update(place_name="Moon"))
    problem = problem_of(project, wrong)
    assert (problem["row"], problem["column"]) == (2, "place_name")
    assert problem["what"] == "Nothing happens on a moon."


@adding("a language")
def test_a_language(project: Project) -> None:
    messages = Catalog(locale=CODE)
    messages.add("About this dashboard", translate("About this dashboard"))
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    project.file(f"locale/{CODE}/LC_MESSAGES/iurc_dash.mo", compiled.getvalue())
    page = "pages/data/about.py"
    assert project.page(page, f"lang={CODE}")["titles"] == [translate("About this dashboard")]
    assert project.page(page)["titles"] == ["About this dashboard"]


@adding("words for a code")
def test_words_for_a_code(project: Project) -> None:
    entry = '        "artificial_things": Term(N_("Artificial things")),'
    project.entry("src/iurc_dash/vocabulary.py", '    "indicators": {', entry)

    def reported(rows: Rows) -> None:
        rows[0]["indicator"], rows[1]["indicator"] = "artificial_things", "wordless_things"

    package = own_package(project, "reported_figures", reported)
    said = project.command("exhibit", "record/reported", "--data", package)
    assert "Artificial things" in said and "artificial_things" not in said
    assert "wordless_things" in said, "a code without words is shown as it is"


@adding("a code of a closed list")
def test_a_code_of_a_closed_list(project: Project) -> None:
    project.entry("src/iurc_dash/tables/definition.py", "ACTIVITY_KINDS = (", '    "artificial event",')
    entry = '        "artificial event": Term(N_("Artificial event"), N_("Artificial events")),'
    project.entry("src/iurc_dash/vocabulary.py", '    "activity_kinds": {', entry)
    package = own_package(project, "activities", lambda rows: rows[0].update(kind="artificial event"))
    assert "Artificial event" in project.command("exhibit", "activities/by-kind", "--data", package)


@adding("a facet")
def test_a_facet(project: Project) -> None:
    path = "src/iurc_dash/selection.py"
    project.entry(path, "    kinds: tuple[str, ...] = ()", "    modes: tuple[str, ...] = ()")
    choices = 'lambda words: {mode: word("modes", mode) for mode in ("in person", "online", "hybrid")}'
    entry = f'    Facet("modes", "mode", N_("How it was held"), {choices}),'
    project.entry(path, '    Facet("kinds",', entry)
    rule = (
        "    if selection.modes:\n"
        '        chosen &= _keys_where(dataset, "activities", "activity_id", mode=selection.modes)'
    )
    within = '    chosen = _keys_where(dataset, "activity_editions"'
    project.entry("src/iurc_dash/narrowing.py", within, rule)

    assert "How it was held" in project.page("pages/review/activity.py")["filters"]
    rows = made(project, "activities/by-kind", "--select", "mode=online")
    modes = {row["activity_id"]: row["mode"] for row in read_rows(ROOT / "data/package/activities.csv")}
    counted = {key for mark in rows["marks"] for key in mark["rows"].get("activities", ())}
    assert counted and {modes[key] for key in counted} == {"online"}
    assert rows["selection"] == {"mode": ["online"]}


def test_every_line_of_the_table_is_carried_out() -> None:
    lines = re.findall(r"^\| (a[^|]*?|words[^|]*?) \|", EXTENDING, re.MULTILINE)
    assert sorted(lines) == sorted(CARRIED_OUT)
