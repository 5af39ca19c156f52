/* The switch between the light and the dark scheme. The system's own scheme is not stored. */
praxis.part("scheme", function (root) {
  "use strict";
  var page = document.documentElement;
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function show(chosen) {
    if (chosen === "dark" || chosen === "light") page.setAttribute("data-scheme", chosen);
    else page.removeAttribute("data-scheme");
    root.setAttribute("aria-pressed", String(is_dark()));
  }
  function is_dark() {
    var chosen = page.getAttribute("data-scheme");
    return chosen ? chosen === "dark" : system.matches;
  }

  root.addEventListener("click", function () {
    var wanted = is_dark() ? "light" : "dark";
    var chosen = (wanted === "dark") === system.matches ? null : wanted;
    praxis.store.write("scheme", chosen);
    show(chosen);
  });
  system.addEventListener("change", function () { show(praxis.store.read("scheme")); });
  show(praxis.store.read("scheme"));
  root.hidden = false;
});
