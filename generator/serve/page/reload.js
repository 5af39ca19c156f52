// Added by `praxis serve` to the pages that it shows: loads the page again when the site has changed, and
// shows over it what keeps the site from changing.
(() => {
  "use strict";
  const own = document.currentScript.dataset.version;
  let source = null, place = null, rest = null;

  function element(name, more, ...children) {
    const made = Object.assign(document.createElement(name), more);
    made.append(...children);
    return made;
  }

  function draw(state) {
    place?.remove();
    place = null;
    if (state.kind === "none") return;
    const isError = state.kind === "errors";
    const title = element("summary", {}, element("span", { dir: "auto", textContent: state.title }));
    const text = element("pre", { tabIndex: 0, dir: "auto", textContent: state.text });
    const box = element("details", { open: isError, className: state.kind, lang: state.language }, title, text);
    const voice = element("div", { role: isError ? "alert" : "status" }, box);
    place = element("div", { id: "praxis-overlay" });
    place.attachShadow({ mode: "open" }).append(element("link", { rel: "stylesheet", href: "/.praxis/overlay.css" }), voice);
    document.body.append(place);
  }

  // What a page has of the search does not fit the files of another.
  function hasSearched() {
    return performance.getEntriesByType("resource").some((entry) => new URL(entry.name).pathname.startsWith("/search/"));
  }

  function hear(event) {
    const state = JSON.parse(event.data), follows = rest !== null && rest !== state.rest;
    rest = state.rest;
    if (state.version !== own || (follows && hasSearched())) location.reload();
    else draw(state);
  }

  // A browser keeps few connections to one host: pages that nobody sees do without.
  function listen() {
    source?.close();
    source = null;
    if (document.visibilityState === "hidden") return;
    source = new EventSource("/.praxis/events");
    source.addEventListener("message", hear);
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
