/* What is asked, as the query of an address: ?q=agua&themes=water,health&order=date&all=1&insist=1&page=2
   Typing replaces an entry of the history, a deliberate act adds one. */
(() => {
  "use strict";
  const FLAGS = ["all", "insist"];
  let settled = location.search;

  const visit = (how, query) => {
    try {
      history[how](null, "", location.pathname + query + location.hash);
    } catch (error) { /* then the address says nothing */ }
  };

  praxis.address = {
    /** @returns {{q: string, order: string, all: boolean, insist: boolean, page: number, filters: Object<string, string[]>}} */
    read() {
      const asked = { q: "", order: "", all: false, insist: false, page: 1, filters: {} };
      new URLSearchParams(location.search).forEach((value, key) => {
        if (key === "q" || key === "order") asked[key] = value;
        else if (FLAGS.includes(key)) asked[key] = value === "1";
        else if (key === "page") asked.page = Math.max(1, parseInt(value, 10) || 1);
        else if (value) asked.filters[key] = value.split(",");
      });
      return asked;
    },

    write(asked) {
      const parts = [], add = (key, values) => { if (values[0]) parts.push(key + "=" + values.map(encodeURIComponent).join(",")); };
      add("q", [asked.q]);
      Object.keys(asked.filters).forEach(name => add(encodeURIComponent(name), asked.filters[name]));
      add("order", [asked.order]);
      FLAGS.forEach(name => add(name, [asked[name] ? "1" : ""]));
      add("page", [asked.page > 1 ? asked.page : ""]);
      return parts.length > 0 ? "?" + parts.join("&") : "";
    },

    record(asked, passing) {
      const query = praxis.address.write(asked);
      if (passing || query === settled) return visit("replaceState", query);
      visit("replaceState", settled);
      visit("pushState", query);
      settled = query;
    },

    /* Calls `moved` when the reader went back or forward to another question. */
    follow(moved) {
      window.addEventListener("popstate", () => {
        if (location.search === settled) return;
        settled = location.search;
        moved();
      });
    }
  };
})();
