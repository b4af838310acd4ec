// The first answer of the server shows the page's title and map. It stays until the page itself is drawn, or until
// there is something else that must be seen: no connection, an error.
(() => {
  const DRAWN = [
    '#root [data-testid="stApp"][data-test-script-state="notRunning"] h1',
    '[role="dialog"]',
    '[data-testid="stException"]',
  ].join();
  const shell = document.getElementById("shell");
  const watch = new MutationObserver(() => {
    if (!document.querySelector(DRAWN)) return;
    watch.disconnect();
    shell.remove();
  });
  watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-test-script-state"] });
})();

// Where Streamlit is served: beside the page. Otherwise it asks below the address of the page first, and waits.
window.__streamlit = {
  BACKEND_BASE_URL: new URL(".", location.href).href,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
};
