/* A form: its own script, its names to choose from and its table come when the page has one. */
praxis.part("form", root => {
  "use strict";
  const { script, lists, table } = root.dataset;
  const load = address => new Promise((loaded, failed) => {
    const element = praxis.make("script", { src: address });
    element.onload = loaded;
    element.onerror = failed;
    document.head.append(element);
  });
  load(script).then(() => Promise.all([load(lists), load(table)])).then(() => window.praxisForm.start());
});
