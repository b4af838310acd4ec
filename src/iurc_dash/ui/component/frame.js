// What holds for the page as a whole, whatever is drawn anew on it: the focus is never lost, what has changed is said
// aloud once, and on a phone the choices of the filter do not stay over what they led to.

const OPENER = ".st-key-filter_choices button";
const CHOICES = '[data-testid="stPopoverBody"]';
const CHOSEN = '.st-key-filter_bar [class*="st-key-chip_"]';
// The script runs, what it drew before is still there, or a part of the framework is still fetched.
const UNFINISHED = '[data-test-script-state="running"], [data-stale="true"], [data-testid="stSkeleton"]';
const NARROW = "(max-width: 640px)";
// What the server wants to be heard where it changes (status.html).
const ALOUD = "[data-aloud]";

let watched = false;

export function watchPage() {
  if (watched) return;
  watched = true;
  const region = document.body.appendChild(document.createElement("div"));
  region.className = "iurc-heard";
  region.setAttribute("role", "status");
  // Whoever is quick has the focus somewhere before this script is there.
  let last = document.activeElement === document.body ? null : document.activeElement;
  let wasOfFilter = ofFilter(last);
  let heard = said();
  let chosen = choices();
  let wasOpen = false;
  let waiting = 0;

  document.addEventListener("focusin", ({ target }) => {
    last = target;
    wasOfFilter = ofFilter(target);
  });
  window.addEventListener("keydown", keepFromShortcuts, true);
  new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 80);
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-test-script-state"] });

  function look() {
    if (document.querySelector(UNFINISHED)) {
      waiting = setTimeout(look, 80);
      return;
    }
    enterChoices();
    closeChoices();
    keepFocus();
    sayAloud();
  }

  // The choices are drawn at the end of the document: the keyboard is led there.
  function enterChoices() {
    const open = document.querySelector(CHOICES);
    const first = open?.querySelector("button");
    if (first && !wasOpen && document.activeElement === document.querySelector(OPENER)) first.focus();
    wasOpen = !!first;
  }

  function closeChoices() {
    const now = choices();
    if (now !== chosen && document.querySelector(CHOICES) && matchMedia(NARROW).matches) {
      const opener = document.querySelector(OPENER);
      opener.click();
      opener.focus();
    }
    chosen = now;
  }

  // What had the focus is gone: the bar where it was of the bar, otherwise the title of what is there instead.
  function keepFocus() {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const title = document.querySelector("h1");
    title?.setAttribute("tabindex", "-1");
    const next = wasOfFilter ? document.querySelector(OPENER) : title;
    (next ?? title)?.focus({ preventScroll: true });
  }

  function sayAloud() {
    const now = said();
    // What is said anew, and not once more what was there before.
    const fresh = now.filter((words) => !heard.includes(words));
    if (fresh.length) region.textContent = fresh.join(" ");
    heard = now;
  }
}

// Single keys do nothing by themselves (WCAG 2.1.4); Streamlit would draw the page anew at "r".
function keepFromShortcuts(event) {
  const { key, target } = event;
  const isAlone = /^[rc]$/i.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isAlone && !target.closest?.("input, textarea, [contenteditable]")) event.stopPropagation();
}

function ofFilter(element) {
  return !!element?.closest(`.st-key-filter_bar, ${CHOICES}`);
}

function said() {
  return [...document.querySelectorAll(ALOUD)].map((one) => one.textContent);
}

function choices() {
  return [...document.querySelectorAll(CHOSEN)].map((one) => one.className).join(" ");
}
