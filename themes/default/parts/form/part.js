/* A form: its own script, its names to choose from and its table come when the page has one. */
praxis.part("form", root => {
  "use strict";
  const { script, lists, table } = root.dataset;
  const { load } = praxis;
  load(script).then(() => Promise.all([load(lists), load(table)])).then(() => window.praxisForm.start());
});
