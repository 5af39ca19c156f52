/* Marks the section being read in the list of contents. */
praxis.part("contents", function (root) {
  "use strict";
  if (!("IntersectionObserver" in window)) return;
  var links = new Map();
  var seen = new Set();
  root.querySelectorAll("a[href^='#']").forEach(function (link) {
    var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  });

  var observer = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting) seen.add(entry.target);
      else seen.delete(entry.target);
    });
    var current = Array.from(links.keys()).find(function (target) { return seen.has(target); });
    if (!current) return;
    links.forEach(function (link, target) {
      if (target === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }, { rootMargin: "-10% 0px -60% 0px" });
  links.forEach(function (link, target) { observer.observe(target); });
});
