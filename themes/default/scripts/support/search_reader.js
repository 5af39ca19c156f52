/* Loads the search when it is first needed, and asks it; what failed is loaded anew by the next question. */
(() => {
  "use strict";
  /* This script stands in assets/, one step below the root. */
  const root = new URL("../", document.currentScript.src).href;
  const here = document.documentElement.lang;
  const kept = new Map();

  const load = (path, ordered) => praxis.load(root + path, ordered);

  const once = (key, make) => {
    if (!kept.has(key)) kept.set(key, make());
    kept.get(key).catch(() => kept.delete(key));
    return kept.get(key);
  };

  /* The core and the first file it will ask for come side by side, and run in this order. */
  const early = new Map();
  const begin = language => {
    const core = load("search/query.js", true), path = "search/" + language + "/m.js";
    early.set(path, load(path, true));
    early.get(path).catch(() => {});
    return core;
  };
  const take = path => {
    const coming = early.get(path);
    early.delete(path);
    return coming || load(path);
  };

  const open = async language => {
    await once("", () => begin(language));
    return once(language, () => window.praxisSearch.open(language, take));
  };

  praxis.search = {
    root,

    /* The links of the language switch also say which languages there are. */
    languages: Array.from(document.querySelectorAll('.languages__list a')),

    open: () => open(here),

    /** @param {string} query @param {object} options those of the core, and `everywhere`: all languages */
    async ask(query, options) {
      const others = praxis.search.languages.map(link => link.hreflang).filter(tag => tag !== here);
      const indexes = await Promise.all([here].concat(options.everywhere ? others : []).map(open));
      return window.praxisSearch.search(indexes, query, options);
    }
  };
})();
