/* A list is narrowed by the search: its first use puts the results in the place of the cards, links or groups. */
praxis.part("facets", root => {
  "use strict";
  const { finder, open, plain, results, form, facets } = praxis.refs(root), { kind, facet, value } = root.dataset;
  const scope = { kind: [kind] };
  if (facet) scope[facet] = [value];
  const list = Array.from(document.querySelectorAll(".pager")).concat(Array.from(root.parentElement.children).filter(one => one.matches(".cards, .link-list, .group")));
  let started = false;

  const search = praxis.finder(finder, {
    scope,
    changed(untouched) {
      results.hidden = untouched;
      plain.hidden = untouched;
      list.forEach(element => { element.hidden = !untouched; });
    }
  });
  const show = shown => {
    form.hidden = facets.hidden = !shown;
    open.setAttribute("aria-expanded", String(shown));
    if (!shown || started) return;
    finder.hidden = false;
    facets.open = true;
    started = search.start();
  };
  open.addEventListener("click", () => show(open.getAttribute("aria-expanded") === "false"));
  plain.addEventListener("click", () => {
    search.clear();
    show(false);
    open.focus();
  });
  open.hidden = false;
  if (search.asked()) show(true);
});
