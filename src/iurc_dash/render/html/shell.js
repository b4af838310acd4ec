// The first answer of the server shows the page's title and map. It stays until the page itself is drawn, or until
// there is something else that must be seen: no connection, an error.
(() => {
  const DRAWN = '#root [data-testid="stApp"][data-test-script-state="notRunning"] h1';
  const URGENT = '[role="dialog"], [data-testid="stException"]';
  const NOT_YET_DRAWN = '#root [data-testid="stSkeleton"]';
  const DRAWN_BY_US = '#root [data-testid="stBidiComponentRegular"]';
  // Parts of the first screen whose programs are still on their way would push the others about.
  const LONGEST_WAIT_FOR_PARTS = 2000;

  const shell = document.getElementById("shell");
  const root = document.getElementById("root");
  // What lies below the shell is not yet there for a keyboard or a screen reader either.
  root.inert = true;
  let waiting = 0;
  const reveal = () => {
    watch.disconnect();
    clearTimeout(waiting);
    root.inert = false;
    shell.remove();
  };
  const look = () => {
    if (document.querySelector(URGENT)) return reveal();
    if (!document.querySelector(DRAWN)) return;
    const empty = [...document.querySelectorAll(DRAWN_BY_US)].filter((part) => !part.querySelector("[class^=iurc], style"));
    const parts = [...document.querySelectorAll(NOT_YET_DRAWN), ...empty];
    if (!parts.some((part) => part.getBoundingClientRect().top < innerHeight)) return reveal();
    waiting ||= setTimeout(reveal, LONGEST_WAIT_FOR_PARTS);
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-test-script-state"] });
})();

// Where Streamlit is served: beside the page. Otherwise it asks below the address of the page first, and waits.
window.__streamlit = {
  BACKEND_BASE_URL: new URL(".", location.href).href,
  // No page of another host may tell it what to do.
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
};
