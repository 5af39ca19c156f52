/* A box on every practice, and a bar at the foot of the window while some are chosen. */
praxis.part("tray", root => {
  "use strict";
  const { make, fill, choice } = praxis, { status, go, clear } = praxis.refs(root), words = root.dataset, { most } = choice;

  /* Said after the bar is there: only then is it read aloud. */
  const say = text => requestAnimationFrame(() => { status.textContent = text; });
  const show = () => {
    const ids = choice.read();
    document.querySelectorAll(".tick input").forEach(input => { input.checked = ids.includes(input.value); });
    say(fill(words.chosen, { count: ids.length, most }));
    go.search = "?practices=" + ids.join();
    root.hidden = ids.length === 0;
    document.documentElement.toggleAttribute("data-tray", ids.length > 0);
  };
  praxis.tick = element => {
    const { practice } = element.dataset, title = element.querySelector("a, h1") || document.querySelector("h1");
    if (!practice) return;
    const input = make("input", { type: "checkbox", value: practice });
    input.checked = choice.read().includes(practice);
    (element.querySelector(".tools") || element).append(make("label", { class: "tick u-no-print" }, input, make("span", {}, words.tick), make("span", { class: "u-visually-hidden" }, " " + title.textContent.trim())));
  };

  document.querySelectorAll("[data-practice]").forEach(element => praxis.tick(element));
  document.addEventListener("change", ({ target }) => {
    if (!target.closest(".tick")) return;
    const ids = choice.read().filter(id => id !== target.value), full = target.checked && ids.length === most;
    choice.write(target.checked && !full ? ids.concat(target.value) : full ? choice.read() : ids);
    show();
    if (full) say(fill(words.full, { most }));
  });
  clear.addEventListener("click", () => {
    choice.write([]);
    show();
    document.getElementById("main").focus();
  });
  window.addEventListener("storage", show);
  window.addEventListener("pageshow", show);
  show();
});

/* The page that puts them beside each other is made by a script of its own. */
praxis.part("comparison", root => {
  "use strict";
  const { script, view, status, browse } = praxis.refs(root);
  script.hidden = browse.hidden = true;
  view.hidden = false;
  root.dataset.started = "";
  praxis.later().then(() => praxis.comparison(root)).catch(() => {
    status.textContent = root.dataset.failed;
    browse.hidden = false;
  });
});
