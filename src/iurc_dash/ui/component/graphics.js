// Shows what stands in place of a map by a graphics card, where the browser cannot draw on one.

export function enliven(part) {
  const has = ["webgl2", "webgl"].some((kind) => document.createElement("canvas").getContext(kind));
  part.hidden = has;
  document.documentElement.classList.toggle("iurc-no-graphics", !has);
}
