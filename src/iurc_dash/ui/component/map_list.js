// What the map shows, in words: its pairings by where their partners lie from left to right, as many as are seen and lit. It stands before the drawing, so
// that whoever reads by keyboard or by ear meets it first, and is made when it is opened.

/**
 * box: the <details> of the drawing. pairings, places: as the map keeps them. shown(): gives what tells of a kind and a
 * key whether it is seen now; point(mark), take(kind, key): what the map does for a thing that is pointed at or chosen. Returns refresh().
 */
export function listOf(box, { pairings, places, shown, point, take, signal }) {
  const body = box.querySelector("div");
  const on = (name, handler) => body.addEventListener(name, handler, { signal });
  box.hidden = false;
  box.addEventListener("toggle", refresh, { signal });
  box.addEventListener("keydown", close, { signal });
  for (const name of ["focusin", "pointerover"]) on(name, (event) => point(markOf(event)));
  for (const name of ["focusout", "pointerleave"]) on(name, () => point(""));
  on("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !markOf(event)) return;
    event.preventDefault();
    event.stopPropagation();
    take(...markOf(event).split(/\/(.*)/));
  });
  return refresh;

  function refresh() {
    if (!box.open) return;
    const focused = body.contains(document.activeElement) ? document.activeElement.dataset.mark : "";
    const isShown = shown();
    const entries = (kind, things, where) =>
      [...things]
        .filter(([key]) => isShown(kind, key))
        .sort(([, one], [, other]) => where(one) - where(other))
        .map(([key, thing]) => entry(`${kind}/${key}`, thing));
    const lone = [...places].filter(([, place]) => place.data.n === "0");
    body.replaceChildren(
      ...partOf(box.dataset.order, entries("pairing", pairings, partnersEnd)),
      ...partOf(box.dataset.networks, entries("place", lone, (place) => place.at.world[0])),
    );
    if (focused) body.querySelector(`[data-mark="${CSS.escape(focused)}"]`)?.focus();
  }

  function close(event) {
    if (event.key !== "Escape" || !box.open) return;
    event.stopPropagation();
    box.open = false;
    box.querySelector("summary").focus();
  }
}

function partOf(title, entries) {
  if (!entries.length) return [];
  const [heading, list] = [made("p", title), made("ul")];
  list.append(...entries);
  return [heading, list];
}

function entry(mark, { element, data }) {
  const [item, link] = [made("li"), made("a", data.label)];
  link.setAttribute("href", element.getAttribute("href"));
  link.dataset.mark = mark;
  item.append(link);
  if (data.told) item.append(made("span", data.told));
  return item;
}

/** How far east a pairing leads; a trio to the westernmost of its ends. */
const partnersEnd = ({ lines }) => Math.min(...lines.map((line) => line.at.world[4]));
const made = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });
const markOf = (event) => event.target.closest("[data-mark]")?.dataset.mark ?? "";
