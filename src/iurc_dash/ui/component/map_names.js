// Names on a drawn map: what is lit always, else those with most pairings that have a free place; none over a dot, none
// over another, none cut.

const GAP = 3; // pixels kept free around a name
const EDGE = 3; // pixels from the edge of the picture
const SPARSE = 26; // pixels of width for each name: a map is no list
const CELL = 40; // pixels across a cell of the picture
const WIDEST = 10; // pixels: no dot has a larger radius
const SVG = "http://www.w3.org/2000/svg";

/**
 * places: [{data: {label, n}, spot, element}]; lit: keys of places that are named whatever else; first: the one named
 * before all others; toScreen: units of the map -> pixels; size: {width, height} of the picture in pixels; taken:
 * [left, top, right, bottom] of what else stands on it.
 */
export function setNames(svg, { places, lit, first, toScreen, size, taken }) {
  const layer = svg.querySelector(".iurc-map-names");
  const pen = letters(layer);
  const share = Number(getComputedStyle(svg).getPropertyValue("--dot")) || 1;
  const dots = places.map((place) => dotOf(place, toScreen, share)).filter((dot) => isSeen(dot, size));
  const named = dots.filter((dot) => !lit.size || lit.has(dot.key)).sort((one, other) => inOrder(one, other, first));
  const most = lit.size ? Infinity : Math.max(6, size.width / SPARSE);
  const near = neighbourhoods(dots);
  const texts = [];
  for (const dot of named) {
    if (texts.length >= most) break;
    const width = pen.widthOf(dot.place.data.label);
    const choice = bestChoice(dot, { width, height: pen.height, near, taken, size, lit });
    if (!choice) continue;
    taken.push(choice.box);
    texts.push(textOf(dot.place, choice, dot.at));
  }
  layer.replaceChildren(...texts);
}

/** The first one, then those with most pairings, then by key: so that no region has all the names. */
function inOrder(one, other, first) {
  const rank = (dot) => (dot.key === first ? Infinity : Number(dot.place.data.n));
  return one.key === other.key ? 0 : rank(other) - rank(one) || (one.key < other.key ? -1 : 1);
}

function dotOf(place, toScreen, share) {
  return { place, at: toScreen(place.spot), key: place.data.place, radius: sizeOf(place) * share + 1.5 };
}

/** The radius that the style sheet gives a place, in pixels; asked once. */
function sizeOf(place) {
  place.size ??= Number(getComputedStyle(place.element).getPropertyValue("--r")) || 3;
  return place.size;
}

function isSeen({ at: [x, y] }, { width, height }) {
  return x > 0 && y > 0 && x < width && y < height;
}

/** Places to try, the best first: beside, above, below, across; farther off only for what must be named. */
function bestChoice(dot, { width, height, near, taken, size, lit }) {
  const must = lit.has(dot.key);
  let [best, least] = [null, Infinity];
  for (let step = 0; step < (must ? 7 : 1); step += 1)
    for (const choice of choices(dot, width, height, step * height * 0.8)) {
      if (!isInside(choice.box, size)) continue;
      const cost = covered(choice.box, { near, taken, lit }) + 1.2 * step;
      if (cost === 0) return choice;
      if (must && cost < least) [best, least] = [choice, cost];
    }
  return best;
}

function choices({ at: [x, y], radius }, width, height, away) {
  const [side, level] = [radius + 4, y + height * 0.34];
  const slant = radius * 0.7 + 3;
  const found = [
    ["start", x + side, level],
    ["end", x - side, level],
    ["middle", x, y - radius - 4 - away],
    ["middle", x, y + radius + height * 0.82 + away],
    ["start", x + slant, y - slant - away],
    ["start", x + slant, y + slant + height * 0.7 + away],
    ["end", x - slant, y - slant - away],
    ["end", x - slant, y + slant + height * 0.7 + away],
  ];
  return found.map(([anchor, tx, ty]) => {
    const start = anchor === "start" ? tx : anchor === "end" ? tx - width : tx - width / 2;
    return { anchor, x: tx, y: ty, box: [start, ty - height * 0.78, start + width, ty + height * 0.24] };
  });
}

function isInside([left, top, right, bottom], { width, height }) {
  return left >= EDGE && top >= EDGE && right <= width - EDGE && bottom <= height - EDGE;
}

/** What a name would cover: other names and lit dots weigh most; faded dots, which only what is lit may cover, little. */
function covered(box, { near, taken, lit }) {
  let cost = 0;
  for (const other of taken)
    if (box[0] < other[2] + GAP && box[2] > other[0] - GAP && box[1] < other[3] + GAP && box[3] > other[1] - GAP) cost += 50;
  for (const { at: [x, y], radius, key } of near(box)) {
    const across = Math.max(box[0] - x, 0, x - box[2]);
    const down = Math.max(box[1] - y, 0, y - box[3]);
    if (Math.hypot(across, down) < radius) cost += lit.has(key) ? 30 : 0.7;
  }
  return cost;
}

/** Dots by cells of the picture: gives those that lie in or around a box. */
function neighbourhoods(dots) {
  const cells = new Map();
  const cell = (value) => Math.floor(value / CELL);
  for (const dot of dots) {
    const name = `${cell(dot.at[0])} ${cell(dot.at[1])}`;
    if (!cells.has(name)) cells.set(name, []);
    cells.get(name).push(dot);
  }
  return ([left, top, right, bottom]) => {
    const found = [];
    for (let x = cell(left - WIDEST); x <= cell(right + WIDEST); x += 1)
      for (let y = cell(top - WIDEST); y <= cell(bottom + WIDEST); y += 1) found.push(...(cells.get(`${x} ${y}`) ?? []));
    return found;
  };
}

function textOf(place, { anchor, x, y }, at) {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("transform", `translate(${place.spot[0]} ${place.spot[1]})`);
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("x", (x - at[0]).toFixed(1));
  text.setAttribute("y", (y - at[1]).toFixed(1));
  text.setAttribute("text-anchor", anchor);
  text.textContent = place.data.label;
  group.append(text);
  return group;
}

let canvas = null;
const widths = new Map();

/** Calls back where other letters have come than names were measured in, for names are as wide as their letters. */
export function whenLettersChange(callBack) {
  document.fonts?.ready.then(() => {
    if (areAsMeasured()) return;
    widths.clear();
    callBack();
  });
}

function areAsMeasured() {
  return [...widths].slice(0, 1).every(([asked, width]) => {
    const [font, text] = asked.split("|");
    canvas.font = font;
    return canvas.measureText(text).width === width;
  });
}

/** How wide names are in the letters of the map, each measured once. */
function letters(layer) {
  const sample = layer.querySelector("text") ?? layer.appendChild(document.createElementNS(SVG, "text"));
  const { fontSize, fontWeight, fontFamily } = getComputedStyle(sample);
  const font = `${fontWeight} ${fontSize} ${fontFamily}`;
  canvas ??= document.createElement("canvas").getContext("2d");
  canvas.font = font;
  return {
    height: parseFloat(fontSize),
    widthOf: (text) => {
      const asked = `${font}|${text}`;
      if (!widths.has(asked)) widths.set(asked, canvas.measureText(text).width);
      return widths.get(asked);
    },
  };
}
