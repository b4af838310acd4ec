// The search of the header: what is typed goes to the server, what it finds is offered below, as a combobox has it.

import { watchPage } from "./frame.js";

const WAIT = 120;

export function enliven(header, shown) {
  watchPage();
  const input = header.querySelector("input");
  const list = header.querySelector("[role=listbox]");
  const said = list.nextElementSibling;

  input.oninput = () => {
    clearTimeout(input.waiting);
    if (input.value.trim()) input.waiting = setTimeout(() => shown.tell("typed", input.value), WAIT);
    else close();
  };
  input.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      move(step);
    } else if (event.key === "Enter") {
      (chosen() ?? list.firstElementChild)?.querySelector("a")?.click();
    } else if (event.key === "Escape") {
      close();
    }
  };
  input.onblur = () => setTimeout(close, 200);
  const update = ({ found }) => input.value.trim() && input.value === found.typed && offer(found.hits);
  return { update };

  function offer(found) {
    const options = found.map((hit, place) => {
      const option = Object.assign(document.createElement("li"), { id: `iurc-found-${place}`, role: "option" });
      const link = Object.assign(document.createElement("a"), { href: hit.address, tabIndex: -1, textContent: hit.words });
      link.setAttribute("href", hit.address);
      const kind = Object.assign(document.createElement("span"), { className: "iurc-muted", textContent: hit.kind });
      option.setAttribute("aria-selected", "false");
      option.append(link, kind);
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    said.textContent = found.length ? "" : shown.data.none_found;
    said.className = found.length ? "iurc-heard" : "iurc-none";
    said.setAttribute("role", "status");
  }

  function chosen() {
    return list.querySelector("[aria-selected=true]");
  }

  function move(step) {
    const options = [...list.children];
    if (list.hidden || !options.length) return;
    const place = options.indexOf(chosen()) + step;
    options.forEach((option) => option.setAttribute("aria-selected", "false"));
    const next = options[(place + options.length) % options.length];
    next.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", next.id);
  }

  function close() {
    list.hidden = true;
    said.className = "iurc-heard";
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
}
