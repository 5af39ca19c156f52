/* The choice of a scheme: the system's own, which is not stored, or light, dark, high contrast. */
praxis.part("scheme", function (root) {
  "use strict";
  var page = document.documentElement;
  var choices = Array.from(root.querySelectorAll("input"));

  function show(chosen) {
    var known = choices.find(function (one) { return one.value === chosen; }) || choices[0];
    known.checked = true;
    if (known === choices[0]) page.removeAttribute("data-scheme");
    else page.setAttribute("data-scheme", known.value);
  }

  root.addEventListener("change", function (event) {
    praxis.store.write("scheme", event.target === choices[0] ? null : event.target.value);
    show(event.target.value);
  });
  show(praxis.store.read("scheme"));
  root.hidden = false;
});
