/* What is folded in the header closes with Escape, and when the reader goes elsewhere. */
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
  document.addEventListener("click", function (event) {
    if (!root.contains(event.target)) root.open = false;
  });
});
