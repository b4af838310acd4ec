// Puts markup that the server made on the page, and tells the server which link in it was followed.
//
// A plain click on a link within the dashboard stays in the session; a click with a key held, a new tab, a copied
// address and a page without scripts get what any link gives. A part that needs more names its module in `data-module`.

const modules = {
  address: async () => (await import("./address.js")).enliven,
  foot: async () => (await import("./foot.js")).enliven,
  graphics: async () => (await import("./graphics.js")).enliven,
  header: async () => (await import("./header.js")).enliven,
  map: async () => explorable(await import("./map.js")),
  marks: async () => (await import("./marks.js")).enliven,
};
const shown = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const before = shown.get(parentElement);
  const sent = data.packed ?? data.markup;
  const now = before?.sent === sent ? before : { sent, parts: [] };
  now.data = data;
  now.tell = (name, value) => setTriggerValue(name, value);
  parentElement.onclick = (event) => follow(event, now.tell);
  if (now === before) {
    for (const part of now.parts) part.then((alive) => alive?.update?.(data));
  } else {
    shown.set(parentElement, now);
    // What was sent meanwhile is drawn instead.
    unpack(data).then((markup) => shown.get(parentElement) === now && draw(parentElement, now, before, markup));
  }
  return () => {
    release(shown.get(parentElement));
    shown.delete(parentElement);
  };
}

async function unpack(data) {
  if (!data.packed) return data.markup;
  const bytes = Uint8Array.from(atob(data.packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

function draw(parent, now, before, markup) {
  const focused = before && addressOf(parent.ownerDocument.activeElement, parent);
  release(before);
  parent.innerHTML = markup;
  // What is gone leaves the focus to the heading of what came in its place.
  if (focused) (parent.querySelector(focused) ?? parent.querySelector("[data-heading]"))?.focus();
  for (const part of parent.querySelectorAll("[data-module]")) {
    const enliven = modules[part.dataset.module];
    if (enliven) now.parts.push(enliven().then((begin) => begin(part, now)));
  }
}

function release(what) {
  for (const part of what?.parts ?? []) part.then((alive) => alive?.release?.());
}

function follow(event, tell) {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.button) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const address = link.getAttribute("href");
  // Shown in a frame of another page, whatever is elsewhere opens beside that page and not in the frame.
  if (window.top !== window.self && !address.startsWith("./")) link.target = "_blank";
  // Only addresses of pages begin so; files are the browser's, and whatever is elsewhere.
  if (!address.startsWith("./") || address.startsWith("./served/") || link.hasAttribute("download")) return;
  event.preventDefault();
  for (const open of document.querySelectorAll("[popover]:popover-open")) open.hidePopover();
  if (address.startsWith("./rows?")) comeBack(link);
  tell("followed", address);
}

// A map where choosing a thing tells it, or, where `leads` is set, goes to its page.
function explorable({ drawingOf, enliven }) {
  return async (map, now) => {
    const drawing = await drawingOf(map);
    if (!drawing) return null;
    const choose = (kind, key) => {
      if (kind === "map" || kind === "phase") return;
      const link = drawing.querySelector(`[data-${kind}="${CSS.escape(key)}"]`)?.closest("a[href], :has(a[href])");
      const address = link?.getAttribute("href") ?? link?.querySelector("a[href]").getAttribute("href");
      if (now.data.leads && address) now.tell("followed", address);
      else now.tell("chosen", kind ? `${kind}/${key}` : "/");
    };
    const living = enliven(drawing, { chosen: now.data.chosen, choose });
    return { update: (data) => living.choose(data.chosen ?? ""), release: living.release };
  };
}

// When the drawer that a link opens is closed again, the focus is where it was. Followed twice in a row, the drawer is
// put there anew: then the focus stays in it.
let watching = null;
function comeBack(link) {
  watching?.disconnect();
  let wasOpen = false;
  const watch = new MutationObserver(() => {
    const drawer = document.querySelector("[role=dialog]");
    if (drawer && document.activeElement === document.body) drawer.focus();
    if (wasOpen && !drawer) setTimeout(closed, 50);
    wasOpen = !!drawer;
  });
  const closed = () => {
    if (document.querySelector("[role=dialog]")) return;
    watch.disconnect();
    if (link.isConnected && document.activeElement === document.body) link.focus();
  };
  watching = watch;
  watch.observe(document.body, { childList: true, subtree: true });
}

// What had the focus, so that it has it again after the markup was drawn anew.
function addressOf(element, parent) {
  if (!element || !parent.contains(element)) return "";
  if (element.id) return `#${CSS.escape(element.id)}`;
  const address = element.getAttribute("href");
  return address ? `a[href="${CSS.escape(address)}"]` : "";
}
