/* The search page: without script it holds the lists to look through, and so does a search in vain. */
praxis.part("search", root => {
  "use strict";
  const { finder, facets, script, search, browse, field } = praxis.refs(root);
  const wide = window.matchMedia("(min-width: 64rem)");
  const unfold = () => { facets.open = wide.matches; };
  unfold();
  wide.addEventListener("change", unfold);
  script.hidden = browse.hidden = true;
  search.hidden = finder.hidden = false;
  root.dataset.started = "";
  praxis.finder(finder, { open: 4, drawn(total) { browse.hidden = total > 0; } }).start();
  praxis.slash(field);
});
