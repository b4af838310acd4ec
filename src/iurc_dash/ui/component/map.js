// Brings a drawn map (render/svg/drawn_map.py) to life: lights what is pointed at or focused, names it, goes near and
// far, changes between the maps and the phases. The drawing itself says everything that is known here.

import { listOf } from "./map_list.js";
import { askedLook, keepLook, whenAddressIsWritten } from "./map_look.js";
import { setNames, whenLettersChange } from "./map_names.js";

const CLOSEST = 100; // units across
const REACH = { mouse: 9, touch: 20 }; // pixels around a place or a line in which it is meant
const CROWD = 13; // pixels in which a finger cannot tell places apart
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const WAITS = 20; // tenths of a second in which a card goes
const MOST_MOVING = 800; // lines that change places smoothly

// Where the reader was on each drawing, so that a drawing made anew goes on there.
const left = new Map();

// The last drawing of each kind: it stands there until the next one has come.
const fetched = new Map();

/**
 * The drawing of a part of a page: it stands in it, or is fetched from the address that the part names (data-drawing).
 * Nothing is given back where nothing comes to life: small maps, or what the server says instead of a drawing.
 */
export async function drawingOf(part) {
  const address = part.dataset.drawing;
  if (address) {
    const kind = address.split("?")[0];
    // innerHTML is what our own server drew; it escapes every word of data.
    if (fetched.has(kind)) part.innerHTML = fetched.get(kind);
    part.inert = true;
    // Without a line what stood there stays; the page itself tells that it is cut off.
    const answer = await fetch(address).catch(() => null);
    const text = (await answer?.text()) ?? "";
    if (answer?.ok) {
      fetched.set(kind, text);
      part.innerHTML = text;
    } else if (answer) part.textContent = text;
    part.inert = false;
    part.removeAttribute("aria-busy");
    for (const name of ["role", "aria-label"]) part.removeAttribute(name);
  }
  return part.querySelector(".iurc-map > .iurc-map-drawing");
}

/**
 * Brings one drawing to life.
 *
 * svg: the element with the class iurc-map-drawing. chosen: "place/KEY" or "pairing/KEY", or blank. choose(kind, key) is
 * called with what a reader chooses: "place", "pairing", "map" or "phase", and its key; kind and key are blank when she
 * goes back to everything. Returns {choose, release}: choose("place/KEY") lights another thing, release() ends it all.
 */
export function enliven(svg, { chosen = "", choose = () => {} } = {}) {
  return new LivingMap(svg, choose).start(chosen);
}

class LivingMap {
  constructor(svg, choose) {
    this.svg = svg;
    this.tell = choose;
    this.root = svg.closest(".iurc-map");
    this.places = new Map();
    this.pairings = new Map();
    this.isReady = false;
    this.phase = "";
    this.chosen = "";
    this.pointed = "";
    this.ended = new AbortController();
    this.read();
  }

  read() {
    const of = this.root.dataset.map;
    const other = of === "world" ? "europe" : "world";
    for (const element of this.svg.querySelectorAll("[data-place]")) {
      const at = { [of]: numbers(element.getAttribute("transform")), [other]: numbers(element.dataset[other]) };
      this.places.set(element.dataset.place, { element, at, data: element.dataset, spot: at[of] });
    }
    for (const element of this.svg.querySelectorAll("[data-pairing]")) {
      const lines = [...element.querySelectorAll("path")].map((path) => ({
        path,
        fade: (path.getAttribute("stroke") || "").replace(/-[ns][ew]\)$/, ""),
        at: { [of]: numbers(path.getAttribute("d")), [other]: numbers(path.dataset[other]) },
      }));
      for (const line of lines) line.now = line.at[of];
      const members = element.dataset.places.split(" ");
      this.pairings.set(element.dataset.pairing, { element, lines, members, data: element.dataset });
    }
  }

  start(chosen) {
    const { svg, root } = this;
    this.home = { world: numbers(svg.dataset.world), europe: numbers(svg.dataset.europe) };
    this.box = numbers(svg.getAttribute("viewBox"));
    this.measure();
    this.listen();
    this.makeCard();
    this.makeList();
    root.classList.add("is-alive");
    for (const tools of root.querySelectorAll(".iurc-map-tools, .iurc-map-zoom")) tools.hidden = false;
    this.setTabStop(parts(chosen)[0] === "place" ? parts(chosen)[1] : "");
    this.resume();
    this.setChosen(chosen);
    this.isReady = true;
    this.names();
    const resized = new ResizeObserver(() => {
      // It tells of the first size, too, at which all is drawn already.
      if (svg.clientWidth !== this.lies.width || svg.clientHeight !== this.lies.height) this.draw();
    });
    resized.observe(svg);
    this.ended.signal.addEventListener("abort", () => resized.disconnect());
    whenLettersChange(() => this.ended.signal.aborted || this.names());
    this.keepLook();
    whenAddressIsWritten(() => this.keepLook(), this.ended.signal);
    this.on(window, "popstate", () => this.look(askedLook()));
    return { choose: (mark) => this.chooseFromOutside(mark), release: () => this.release() };
  }

  /** Another thing is chosen beside the map; where that took away what had the focus, the map has it. */
  chooseFromOutside(mark) {
    const [kind, key] = parts(this.chosen);
    if (mark === this.chosen) return;
    this.setChosen(mark);
    if (mark) return this.root.scrollIntoView({ block: "nearest" });
    const place = kind === "place" ? key : this.pairings.get(key)?.members[0];
    if (this.places.has(place)) this.takeFocus(place, WAITS);
  }

  /** Focuses a place once what has the focus is gone from the page; it goes some time after what was chosen. */
  takeFocus(place, waits) {
    const focused = document.activeElement;
    if (focused === document.body) {
      this.setTabStop(place);
      this.places.get(place).element.focus({ preventScroll: true });
    } else if (waits && !this.root.contains(focused)) setTimeout(() => this.takeFocus(place, waits - 1), 100);
  }

  release() {
    this.ended.abort();
    cancelAnimationFrame(this.frame);
    this.card.remove();
  }

  on(target, name, handler, options = {}) {
    target.addEventListener(name, handler, { ...options, signal: this.ended.signal });
  }

  listen() {
    const { svg, root } = this;
    this.on(svg, "pointermove", (event) => this.pointerMoved(event));
    this.on(svg, "pointerleave", () => {
      this.armed = false;
      this.point("");
    });
    this.on(svg, "pointerdown", (event) => this.pointerDown(event));
    this.on(svg, "click", (event) => this.clicked(event), { capture: true });
    this.on(svg, "dragstart", (event) => event.preventDefault());
    this.on(svg, "wheel", (event) => this.wheeled(event), { passive: false });
    this.on(svg, "touchstart", (event) => this.touched(event), { passive: false });
    this.on(svg, "touchmove", (event) => this.touchMoved(event), { passive: false });
    this.on(svg, "touchend", () => (this.pinch = null));
    // Not on the drawing: a browser would take it for something to be focused itself.
    this.on(root, "focusin", (event) => this.focused(event));
    this.on(root, "focusout", (event) => event.target.closest("[data-place]") && this.point(""));
    this.on(root, "keydown", (event) => this.keyPressed(event));
    this.on(root, "click", (event) => this.buttonClicked(event));
  }

  // What is lit

  setChosen(mark) {
    const [kind, key] = parts(mark);
    this.chosen = this.thing(kind, key) ? mark : "";
    this.light();
    if (this.chosen) this.bringIntoView();
  }

  point(mark) {
    if (mark === this.pointed) return;
    this.pointed = mark;
    this.light();
    this.showCard(mark);
  }

  thing(kind, key) {
    return kind === "place" ? this.places.get(key) : kind === "pairing" ? this.pairings.get(key) : undefined;
  }

  /** Pairings and places that belong to a mark: a place's pairings with all their members, or a pairing's members. */
  belonging(mark) {
    const [kind, key] = parts(mark);
    const pairings = kind === "pairing" ? [key] : [];
    const places = new Set(kind === "place" ? [key] : []);
    if (kind === "place")
      for (const [name, pairing] of this.pairings)
        if (pairing.members.includes(key) && !this.isOff(pairing)) pairings.push(name);
    for (const name of pairings) for (const member of this.pairings.get(name)?.members ?? []) places.add(member);
    return { pairings, places };
  }

  light() {
    const marks = [this.chosen, this.pointed].filter(Boolean);
    for (const element of this.svg.querySelectorAll(".is-on, .is-chosen")) element.classList.remove("is-on", "is-chosen");
    this.svg.classList.toggle("is-lit", marks.length > 0);
    this.lit = new Set();
    for (const mark of marks) {
      const { pairings, places } = this.belonging(mark);
      for (const key of pairings) {
        this.pairings.get(key).element.classList.add("is-on");
        if (mark === this.chosen) this.pairings.get(key).element.classList.add("is-chosen");
      }
      for (const key of places) {
        this.places.get(key)?.element.classList.add("is-on");
        this.lit.add(key);
      }
    }
    this.names();
    if (this.listedOf !== `${this.chosen} ${this.phase}`) this.refreshList();
  }

  /** Names are set last, and once: they are what takes longest. */
  names() {
    if (!this.isReady) return;
    setNames(this.svg, {
      places: [...this.places.values()].filter((place) => !this.isOff(place)),
      lit: this.lit ?? new Set(),
      first: parts(this.pointed || this.chosen)[1],
      toScreen: (spot) => this.toScreen(spot),
      size: this.lies,
      taken: this.taken(),
    });
  }

  /** Where the buttons stand on the drawing, in its pixels: no name goes below them. */
  taken() {
    const frame = this.svg.getBoundingClientRect();
    return [".iurc-map-zoom", ".iurc-map-list > summary"].map((name) => {
      const { left, top, right, bottom } = this.root.querySelector(name).getBoundingClientRect();
      return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
    });
  }

  isOff(thing) {
    return this.phase !== "" && !thing.data.phase?.split(" ").includes(this.phase);
  }

  setPhase(phase) {
    this.phase = phase;
    for (const thing of [...this.places.values(), ...this.pairings.values()])
      thing.element.classList.toggle("is-off", this.isOff(thing));
    this.press("phase", phase);
    this.light();
  }

  // The same in words, in step with what is seen and lit

  makeList() {
    this.fillList = listOf(this.root.querySelector(".iurc-map-list"), {
      pairings: this.pairings,
      places: this.places,
      shown: () => this.listed(),
      point: (mark) => this.point(mark),
      take: (kind, key) => this.take(kind, key),
      signal: this.ended.signal,
    });
  }

  /** Tells whether a thing is listed: of what is chosen all that belongs to it, else everything that is seen. */
  listed() {
    const { pairings, places } = this.belonging(this.chosen);
    const belongs = { pairing: new Set(pairings), place: places };
    return (kind, key) => !this.isOff(this.thing(kind, key)) && (!this.chosen || belongs[kind].has(key));
  }

  refreshList() {
    this.listedOf = `${this.chosen} ${this.phase}`;
    this.fillList();
  }

  // The card that names what is pointed at

  makeCard() {
    this.root.querySelector(".iurc-map-card")?.remove();
    this.card = Object.assign(document.createElement("div"), { className: "iurc-map-card", hidden: true });
    this.root.append(this.card);
  }

  showCard(mark) {
    const thing = this.thing(...parts(mark));
    this.card.hidden = !thing;
    if (!thing) return;
    this.card.replaceChildren(made("b", thing.data.label), made("span", toldOf(thing)));
    this.putCard(this.toScreen(thing.spot ?? middle(thing.lines[0].now)));
  }

  /** Several places that a finger cannot tell apart: a button for each. */
  askWhich(keys, spot) {
    const buttons = keys.map((key) => {
      const button = made("button", this.places.get(key).data.label);
      button.type = "button";
      button.addEventListener("click", () => this.take("place", key));
      return button;
    });
    this.card.hidden = false;
    this.card.replaceChildren(made("b", this.root.dataset.several), ...buttons);
    this.putCard(spot);
  }

  /** The card stands by what it tells of, or in a corner, wherever it hides least of what is lit. */
  putCard([x, y]) {
    const { width, height } = this.lies;
    const [across, high] = [this.card.offsetWidth, this.card.offsetHeight];
    const lit = [...this.svg.querySelectorAll(".is-on[data-pairing]")].flatMap((element) =>
      this.pairings.get(element.dataset.pairing).lines.flatMap((line) =>
        [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95].map((share) => this.toScreen(along(line.now, share))),
      ),
    );
    const spots = [...this.lit].map((key) => this.places.get(key)).filter(Boolean).map((place) => this.toScreen(place.spot));
    const [right, bottom] = [width - across - 6, height - high - 6];
    const tried = [[x - across / 2, y + 26], [x - across / 2, y - high - 26], [x + 26, y - high / 2], [x - across - 26, y - high / 2]];
    for (const at of [[6, 6], [6, bottom], [right, bottom], [right, 6]]) tried.push(at);
    const cost = ([left, top]) => {
      const hides = ([u, v]) => u > left - 4 && u < left + across + 4 && v > top - 4 && v < top + high + 4;
      return lit.filter(hides).length + 4 * spots.filter(hides).length + distance([x, y], [left + across / 2, top + high / 2]) / 150;
    };
    const inside = tried.map(([left, top]) => [clamp(left, 4, right), clamp(top, 4, bottom)]);
    const [left, top] = inside.reduce((best, one) => (cost(one) < cost(best) ? one : best));
    const frame = [this.svg, this.root].map((element) => element.getBoundingClientRect());
    this.card.style.left = `${left + frame[0].left - frame[1].left}px`;
    this.card.style.top = `${top + frame[0].top - frame[1].top}px`;
  }

  // Pointer, finger, wheel, keys

  /** What lies nearest to a position on the screen: the mark of a place, else of a line, within reach. */
  nearest(at, reach) {
    let [best, found] = [reach, ""];
    for (const [key, place] of this.places) {
      if (this.isOff(place)) continue;
      const away = distance(this.toScreen(place.spot), at);
      if (away < best) [best, found] = [away, `place/${key}`];
    }
    if (found) return found;
    const here = this.fromScreen(at);
    for (const [key, pairing] of this.pairings) {
      if (this.isOff(pairing)) continue;
      for (const line of pairing.lines) {
        const away = awayFromLine(line.now, here, best / this.lies.scale) * this.lies.scale;
        if (away < best) [best, found] = [away, `pairing/${key}`];
      }
    }
    return found;
  }

  pointerMoved(event) {
    if (event.pointerType === "touch") return;
    if (this.drag) return this.dragged(event);
    const mark = this.nearest(this.at(event), REACH.mouse);
    if (mark && mark === this.dismissed) return;
    this.dismissed = "";
    this.svg.classList.toggle("is-pointing", mark !== "");
    this.point(mark);
  }

  pointerDown(event) {
    this.hasMoved = false;
    this.fingers = event.pointerType === "touch";
    if (this.fingers || event.button !== 0) return;
    this.armed = true;
    this.drag = { from: this.at(event), box: this.box };
    const end = () => {
      this.drag = null;
      this.svg.classList.remove("is-dragged");
    };
    this.on(window, "pointerup", end, { once: true });
  }

  dragged(event) {
    const [x, y] = this.at(event);
    const moved = [x - this.drag.from[0], y - this.drag.from[1]];
    if (!this.hasMoved && Math.hypot(...moved) < 4) return;
    this.hasMoved = true;
    this.svg.classList.add("is-dragged");
    this.point("");
    const [left, top, width, height] = this.drag.box;
    this.show(this.within([left - moved[0] / this.lies.scale, top - moved[1] / this.lies.scale, width, height]));
  }

  clicked(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.hasMoved) return;
    // A click without a pointer comes from the keyboard and means what is focused.
    const place = event.detail === 0 && event.target.closest("[data-place]");
    if (place) return this.take("place", place.dataset.place);
    const at = this.at(event);
    if (this.fingers) {
      const crowd = this.near(at, CROWD);
      if (crowd.length > 1) return this.askWhich(crowd.slice(0, 6), at);
    }
    const mark = this.nearest(at, this.fingers ? REACH.touch : REACH.mouse);
    if (mark) this.take(...parts(mark));
    else if (this.chosen) this.goBack();
    else this.card.hidden = true;
  }

  near(at, reach) {
    return [...this.places]
      .filter(([, place]) => !this.isOff(place))
      .map(([key, place]) => [distance(this.toScreen(place.spot), at), key])
      .filter(([away]) => away < reach)
      .sort((one, other) => one[0] - other[0])
      .map(([, key]) => key);
  }

  take(kind, key) {
    this.setChosen(`${kind}/${key}`);
    this.showCard(this.fingers ? this.chosen : "");
    this.tell(kind, key);
  }

  goBack() {
    this.setChosen("");
    this.point("");
    this.card.hidden = true;
    this.tell("", "");
  }

  wheeled(event) {
    if (!event.ctrlKey && !event.metaKey && !this.armed) return;
    event.preventDefault();
    this.card.hidden = true;
    this.zoom(Math.exp(clamp(event.deltaY, -60, 60) / 150), this.at(event));
  }

  touched(event) {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    this.hasMoved = true;
    const [one, other] = [...event.touches].map((touch) => this.at(touch));
    this.pinch = { apart: distance(one, other), held: this.fromScreen(between(one, other)), box: this.box };
  }

  touchMoved(event) {
    if (!this.pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const [one, other] = [...event.touches].map((touch) => this.at(touch));
    const { apart, held, box } = this.pinch;
    const width = this.allowed((box[2] * apart) / Math.max(distance(one, other), 1));
    const [x, y] = between(one, other);
    const { width: across, height: high } = this.lies;
    const height = (width * box[3]) / box[2];
    const scale = Math.min(across / width, high / height);
    const at = [held[0] - (x - across / 2) / scale - width / 2, held[1] - (y - high / 2) / scale - height / 2];
    this.show(this.within([...at, width, height]));
  }

  focused(event) {
    const place = event.target.closest("[data-place]");
    if (!place || !place.matches(":focus-visible")) return;
    this.setTabStop(place.dataset.place);
    const spot = this.places.get(place.dataset.place).spot;
    const [x, y, width, height] = this.box;
    if (spot[0] < x || spot[0] > x + width || spot[1] < y || spot[1] > y + height)
      this.go(this.within([spot[0] - width / 2, spot[1] - height / 2, width, height]));
    this.point(`place/${place.dataset.place}`);
  }

  keyPressed(event) {
    if (event.key === "Escape") return this.escaped(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = event.target.closest?.("[data-place]");
    if (!place) return;
    const doing = { "+": "closer", "-": "farther", 0: "everything" }[event.key];
    if (doing) this.doZoom(doing);
    else if (event.key in ARROWS) this.step(place.dataset.place, ARROWS[event.key]);
    else return;
    event.preventDefault();
  }

  /** Escape takes away the card first, then what was chosen. */
  escaped(event) {
    if (!this.card.hidden) {
      this.dismissed = this.pointed;
      this.point("");
      this.card.hidden = true;
    } else if (this.chosen) this.goBack();
    else return;
    event.stopPropagation();
  }

  /** Focus the nearest place in a direction; what lies beside that direction counts as farther. */
  step(from, [across, down]) {
    const [x, y] = this.places.get(from).spot;
    let [best, found] = [Infinity, null];
    for (const [key, place] of this.places) {
      if (key === from || this.isOff(place)) continue;
      const ahead = (place.spot[0] - x) * across + (place.spot[1] - y) * down;
      const beside = Math.abs((place.spot[0] - x) * down) + Math.abs((place.spot[1] - y) * across);
      const cost = ahead + 2.5 * beside;
      if (ahead > 0.01 && beside < 4 * ahead && cost < best) [best, found] = [cost, key];
    }
    if (found === null) return;
    this.setTabStop(found);
    this.places.get(found).element.focus();
  }

  /** One place is reached by Tab, the others from there by the arrow keys. */
  setTabStop(key) {
    const stop = this.places.has(key) ? key : this.mostPaired();
    for (const [name, place] of this.places) place.element.setAttribute("tabindex", name === stop ? "0" : "-1");
  }

  mostPaired() {
    const sorted = [...this.places].sort(([, one], [, other]) => (other.data.n ?? 0) - (one.data.n ?? 0));
    return sorted[0]?.[0];
  }

  // Buttons

  buttonClicked(event) {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const { do: what, key = "" } = button.dataset;
    if (what === "map" || what === "phase") this.look({ ...this.seen(), [what]: key });
    else if (what === "area") return this.go(numbers(button.dataset[this.root.dataset.map]));
    else return this.doZoom(what);
    this.tell(what, key);
  }

  doZoom(what) {
    const middle = [this.lies.width / 2, this.lies.height / 2];
    if (what === "closer") this.zoom(0.6, middle, true);
    else if (what === "farther") this.zoom(1 / 0.6, middle, true);
    else {
      this.go(this.home[this.root.dataset.map]);
      if (this.chosen) this.goBack();
    }
  }

  press(what, key) {
    for (const button of this.root.querySelectorAll(`[data-do="${what}"]`))
      button.setAttribute("aria-pressed", String((button.dataset.key ?? "") === key));
  }

  // World or Europe enlarged: every place and line goes from where it is to where it lies on the other map.

  setMap(name) {
    const { root, svg } = this;
    if (root.dataset.map === name) return;
    root.dataset.map = name;
    this.fetchGround();
    this.press("map", name);
    this.card.hidden = true;
    const [places, lines] = [[...this.places.values()], [...this.pairings.values()].flatMap((one) => one.lines)];
    const from = { box: this.box, places: places.map((one) => one.spot), lines: lines.map((one) => one.now) };
    const put = (share) => {
      places.forEach((one, at) => this.putPlace(one, mixed(from.places[at], one.at[name], share)));
      lines.forEach((one, at) => this.putLine(one, mixed(from.lines[at], one.at[name], share)));
      this.show(mixed(from.box, this.home[name], share), share === 1);
    };
    this.animate(put, lines.length > MOST_MOVING ? 0 : 700);
  }

  // What is looked at: which map, which phase; it stands in the address

  seen() {
    const { map } = this.root.dataset;
    return { map: map === "world" ? "" : map, phase: this.phase };
  }

  look({ map, phase }) {
    if (this.offers("map", map || "world")) this.setMap(map || "world");
    if (phase !== this.phase && (!phase || this.offers("phase", phase))) this.setPhase(phase);
    this.keepLook();
  }

  offers(what, key) {
    return this.root.querySelector(`[data-do="${what}"][data-key="${CSS.escape(key)}"]`) !== null;
  }

  keepLook() {
    keepLook(this.seen());
  }

  fetchGround() {
    for (const use of this.svg.querySelectorAll(`[data-of="${this.root.dataset.map}"] use[data-href]`)) {
      use.setAttribute("href", use.dataset.href);
      use.removeAttribute("data-href");
    }
  }

  putPlace(place, spot) {
    place.spot = spot;
    place.element.setAttribute("transform", `translate(${spot[0]} ${spot[1]})`);
  }

  putLine(line, now) {
    line.now = now;
    const [x, y, a, b, u, v] = now;
    line.path.setAttribute("d", `M${x} ${y}Q${a} ${b} ${u} ${v}`);
    if (line.fade) line.path.setAttribute("stroke", `${line.fade}-${v < y ? "n" : "s"}${u >= x ? "e" : "w"})`);
  }

  // The part of the map that is seen

  /** How the drawing lies on the screen now; measured once, for measuring makes a browser lay out the page. */
  measure() {
    const { clientWidth, clientHeight } = this.svg;
    const [width, height] = [clientWidth || 1, clientHeight || 1];
    const scale = Math.min(width / this.box[2], height / this.box[3]);
    const [left, top, across, high] = this.box;
    this.lies = { width, height, scale, x: width / 2 - (left + across / 2) * scale, y: height / 2 - (top + high / 2) * scale };
  }

  toScreen([x, y]) {
    return [x * this.lies.scale + this.lies.x, y * this.lies.scale + this.lies.y];
  }

  fromScreen([x, y]) {
    return [(x - this.lies.x) / this.lies.scale, (y - this.lies.y) / this.lies.scale];
  }

  at(event) {
    const frame = this.svg.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  }

  zoom(factor, at, smoothly = false) {
    const [left, top, width, height] = this.box;
    const wide = this.allowed(width * factor);
    const held = this.fromScreen(at);
    const share = wide / width;
    const box = [held[0] - (held[0] - left) * share, held[1] - (held[1] - top) * share, wide, height * share];
    return smoothly ? this.go(this.within(box)) : this.show(this.within(box));
  }

  allowed(width) {
    return clamp(width, CLOSEST, this.whole()[2]);
  }

  /** The largest window: the whole map, or more where what is shown first needs it. */
  whole() {
    const [left, top, width, height] = this.home[this.root.dataset.map];
    return width > 1400 ? [left, top, width, height] : [0, 0, 1400, 750];
  }

  within([x, y, width, height]) {
    const [left, top, across, high] = this.whole();
    return [clamp(x, left, left + across - width), clamp(y, top, top + high - height), width, height];
  }

  bringIntoView() {
    const spots = [...this.lit].map((key) => this.places.get(key)?.spot).filter(Boolean);
    const { width, height } = this.lies;
    const seen = spots.every((spot) => {
      const [x, y] = this.toScreen(spot);
      return x >= 0 && y >= 0 && x <= width && y <= height;
    });
    if (!seen) this.go(this.home[this.root.dataset.map]);
  }

  go(box) {
    const from = this.box;
    this.animate((share) => this.show(mixed(from, box, share), share === 1), 450);
  }

  show(box, isLast = true) {
    this.box = box;
    this.svg.setAttribute("viewBox", box.map((value) => Math.round(value * 100) / 100).join(" "));
    left.set(this.svg.id, { box, ...this.seen(), home: this.homes() });
    this.draw(isLast);
  }

  draw(isLast = true) {
    this.measure();
    this.svg.style.setProperty("--px", String(1 / this.lies.scale));
    if (isLast) this.names();
  }

  /** A drawing made anew goes on where the reader was, as long as it shows the same first; an address says more. */
  resume() {
    const [before, asked] = [left.get(this.svg.id), askedLook()];
    const isAsked = Boolean(asked.map || asked.phase);
    this.jumping = true;
    this.look(isAsked ? asked : (before ?? asked));
    this.jumping = false;
    if (before?.home === this.homes() && before.map === this.seen().map) this.box = before.box;
    this.show(this.box);
  }

  homes() {
    return `${this.svg.dataset.world} ${this.svg.dataset.europe}`;
  }

  animate(put, time) {
    cancelAnimationFrame(this.frame);
    if (this.jumping || !time || matchMedia("(prefers-reduced-motion: reduce)").matches) return put(1);
    const began = performance.now();
    const step = (now) => {
      const share = clamp((now - began) / time, 0, 1);
      put(share < 1 ? share * share * (3 - 2 * share) : 1);
      if (share < 1) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }
}

const parts = (mark) => [mark.slice(0, Math.max(mark.indexOf("/"), 0)), mark.slice(mark.indexOf("/") + 1)];
const numbers = (text) => (text ?? "").match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
const clamp = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));
const distance = ([x, y], [u, v]) => Math.hypot(x - u, y - v);
const between = ([x, y], [u, v]) => [(x + u) / 2, (y + v) / 2];
const mixed = (from, to, share) => (share === 1 ? to : from.map((value, at) => value + (to[at] - value) * share));
const made = (name, text) => Object.assign(document.createElement(name), { textContent: text });
const along = ([x, y, a, b, u, v], t) => [
  (1 - t) * (1 - t) * x + 2 * t * (1 - t) * a + t * t * u,
  (1 - t) * (1 - t) * y + 2 * t * (1 - t) * b + t * t * v,
];
const middle = (line) => along(line, 0.5);

/** What is told of a thing beside its name: of a place what its link says after the name. */
function toldOf({ element, data }) {
  const said = element.getAttribute("aria-label") ?? data.told ?? "";
  return said.startsWith(data.label) ? said.slice(data.label.length).replace(/^[\s,:;]+/, "") : said;
}

/** How far a position lies from a curve, in units; Infinity where that is surely beyond reach. */
function awayFromLine(line, [x, y], reach) {
  const [left, right] = [Math.min(line[0], line[2], line[4]), Math.max(line[0], line[2], line[4])];
  const [top, bottom] = [Math.min(line[1], line[3], line[5]), Math.max(line[1], line[3], line[5])];
  if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) return Infinity;
  let [best, from] = [Infinity, along(line, 0)];
  for (let step = 1; step <= 16; step += 1) {
    const to = along(line, step / 16);
    const [across, down] = [to[0] - from[0], to[1] - from[1]];
    const length = across * across + down * down || 1;
    const share = clamp(((x - from[0]) * across + (y - from[1]) * down) / length, 0, 1);
    best = Math.min(best, Math.hypot(x - from[0] - share * across, y - from[1] - share * down));
    from = to;
  }
  return best;
}
