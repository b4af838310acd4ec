// Puts markup that the server made on the page, and tells the server which link in it was followed.
//
// A plain click on a link within the dashboard stays in the session; a click with a key held, a new tab, a copied
// address and a page without scripts get what any link gives. Parts that need more name their module in `data-module`.

const modules = {
  map: () => import("./map.js"),
  header: () => import("./header.js"),
};
const held = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const before = held.get(parentElement);
  if (before?.markup !== data.markup) {
    const focused = before && keyOf(parentElement.ownerDocument.activeElement, parentElement);
    parentElement.innerHTML = data.markup;
    if (focused) parentElement.querySelector(focused)?.focus();
  }
  const tell = (name, value) => setTriggerValue(name, value);
  parentElement.onclick = (event) => follow(event, tell);
  held.set(parentElement, { markup: data.markup });
  for (const part of parentElement.querySelectorAll("[data-module]")) {
    modules[part.dataset.module]?.().then((module) => module.enliven(part, data, tell));
  }
}

function follow(event, tell) {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.button) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const address = link.getAttribute("href");
  // Only addresses of pages begin so; files are the browser's, and whatever is elsewhere.
  if (!address.startsWith("./") || address.startsWith("./served/") || link.hasAttribute("download")) return;
  event.preventDefault();
  for (const open of document.querySelectorAll("[popover]:popover-open")) open.hidePopover();
  if (address.startsWith("./rows?")) comeBack(link);
  tell("followed", address);
}

// When the drawer that a link opens is closed again, the focus is where it was.
function comeBack(link) {
  let wasOpen = false;
  const watch = new MutationObserver(() => {
    const isOpen = !!document.querySelector("[role=dialog]");
    if (wasOpen && !isOpen) {
      watch.disconnect();
      if (link.isConnected) setTimeout(() => link.focus());
    }
    wasOpen = isOpen;
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

// What had the focus, so that it has it again after the markup was drawn anew.
function keyOf(element, parent) {
  if (!element || !parent.contains(element)) return "";
  if (element.id) return `#${CSS.escape(element.id)}`;
  const address = element.getAttribute("href");
  return address ? `a[href="${CSS.escape(address)}"]` : "";
}
