// Added by `praxis serve` to the pages that it shows: loads the page again when the site has changed, and
// shows over it what keeps the site from changing.
(() => {
  "use strict";
  const own = document.currentScript.dataset.version;
  let source = null, place = null;

  function draw(state) {
    place?.remove();
    place = null;
    if (state.kind === "none") return;
    place = document.createElement("div");
    place.id = "praxis-overlay";
    const inside = place.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/.praxis/overlay.css";
    const box = document.createElement("details");
    box.open = state.kind === "errors";
    box.className = state.kind;
    box.lang = state.language;
    box.setAttribute("role", state.kind === "errors" ? "alert" : "status");
    const title = document.createElement("summary");
    title.textContent = state.title;
    const text = document.createElement("pre");
    text.tabIndex = 0;
    text.textContent = state.text;
    box.append(title, text);
    inside.append(style, box);
    document.body.append(place);
  }

  function hear(event) {
    const state = JSON.parse(event.data);
    if (state.version !== own) location.reload();
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
