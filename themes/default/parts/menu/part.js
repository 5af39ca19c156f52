/* The folded menu closes with Escape and when the focus leaves it. */
praxis.part("menu", function (root) {
  "use strict";
  root.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !root.open) return;
    root.open = false;
    root.querySelector("summary").focus();
  });
  root.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !root.contains(event.relatedTarget)) root.open = false;
  });
});
