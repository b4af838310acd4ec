// How a reader looks at the map (which map, which phase) stands behind the # of the address: a link brings it back, and no
// server needs to be asked. What is shown, and chosen, stands before it and is the server's (docs/decisions/address.md).

const NAMES = { map: "map", phase: "step" };

/** What the address asks for: {map, phase}, blank where it asks for nothing. */
export function askedLook() {
  const asked = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(Object.entries(NAMES).map(([what, name]) => [what, asked.get(name) ?? ""]));
}

/** Puts a look into the address; the reader's way back stays as it is. */
export function keepLook(look) {
  const kept = new URLSearchParams(location.hash.slice(1));
  for (const [what, name] of Object.entries(NAMES)) {
    if (look[what]) kept.set(name, look[what]);
    else kept.delete(name);
  }
  const [asked, now] = [kept.toString(), location.hash.slice(1)];
  if (asked !== now) history.replaceState(history.state, "", `${location.pathname}${location.search}${asked && `#${asked}`}`);
}

/** Calls back when the address was written by others, who leave out what stands behind the #. */
export function whenAddressIsWritten(callBack, signal) {
  globalThis.navigation?.addEventListener("currententrychange", callBack, { signal });
}
