/* The choice of a scheme: the system's own, which is not stored, or light, dark, high contrast. */
praxis.part("scheme", function (root) {
  "use strict";
  var page = document.documentElement;
  var label = root.querySelector("summary").textContent;
  var choices = ["system", "light", "dark", "contrast"].map(function (name) {
    return praxis.make("input", { type: "radio", name: "scheme", value: name });
  });
  root.append(praxis.make("fieldset", { class: "scheme__choices" }, praxis.make("legend", { class: "u-visually-hidden" }, label),
    ...choices.map(function (one) {
      return praxis.make("label", { class: "scheme__choice" }, one, root.dataset[one.value]);
    })));

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
