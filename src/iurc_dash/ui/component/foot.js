// What goes out of the page: a sheet of paper, which says what it is and where it comes from, and the report of an
// error, which names the page. A page may have changed since the server drew its foot: its address is asked last.

export function enliven(foot) {
  const sheet = foot.appendChild(document.createElement("style"));
  const address = foot.querySelector("[data-said=address]");
  const said = (name) => foot.querySelector(`[data-said=${name}]`).textContent.trim();

  const beforePrinting = () => {
    address.textContent = location.href;
    const title = document.querySelector("h1")?.textContent.trim() ?? "";
    const origin = [said("selection"), said("release"), location.href].filter(Boolean).join(" · ");
    const small = "font: 7pt 'Source Sans', sans-serif; color: #555555";
    sheet.textContent = `
      @page {
        @top-left { content: ${quoted(title)}; width: 70%; text-align: left; ${small} }
        @top-right { content: ${quoted(said("name"))}; width: 30%; text-align: right; ${small} }
        @bottom-left { content: ${quoted(origin)}; width: 88%; text-align: left; overflow-wrap: anywhere; ${small} }
        @bottom-right { content: counter(page) " / " counter(pages); width: 12%; text-align: right; ${small} }
      }
      @page :first { @top-left { content: "" } @top-right { content: "" } }`;
  };
  window.addEventListener("beforeprint", beforePrinting);

  const report = foot.querySelector("[data-report]");
  report?.addEventListener("click", () => {
    report.href = report.dataset.report.replace("{page}", encodeURIComponent(location.href));
  });
  return { release: () => window.removeEventListener("beforeprint", beforePrinting) };
}

// Words as a string of a style sheet: whatever could end it is written by its number.
function quoted(words) {
  return `"${words.replace(/["\\\n\r\f<]/g, (sign) => `\\${sign.codePointAt(0).toString(16)} `)}"`;
}
