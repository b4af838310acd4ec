// Marks that stand together are one stop of the Tab key, and arrows move among them: else a figure of two hundred marks
// would stand in the way of whoever reads by keyboard. Without this script every mark is a stop of its own.

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function enliven(figure) {
  for (const group of figure.querySelectorAll("[data-marks]")) {
    const marks = [...group.querySelectorAll("a[href]")].filter((mark) => mark.getAttribute("tabindex") !== "-1");
    stopAt(marks, marks[0]);
    group.addEventListener("keydown", (event) => move(event, marks));
    group.addEventListener("focusin", (event) => stopAt(marks, event.target.closest("a[href]")));
  }
}

// A link of a drawing takes the attribute, and not the property.
function stopAt(marks, stop) {
  if (!marks.includes(stop)) return;
  for (const mark of marks) mark.setAttribute("tabindex", mark === stop ? "0" : "-1");
}

function move(event, marks) {
  const at = marks.indexOf(event.target.closest("a[href]"));
  const to = { Home: 0, End: marks.length - 1 }[event.key] ?? at + (STEPS[event.key] ?? NaN);
  if (at < 0 || !marks[to]) return;
  event.preventDefault();
  marks[to].focus();
}
