/* Groups of checkboxes, one a facet, with how many results each value has. They are made once and then
   kept, so that the focus stays where it is. */
praxis.facets = (root, words) => {
  "use strict";
  const { make, fill, number } = praxis;
  const FIRST = ["kind", "themes", "cities", "region", "country", "city_size", "decade", "year", "award", "distinction", "networks"];
  const BY_COUNT = ["themes", "country", "cities", "award", "networks", "target_groups"];
  const SHORT = 8;
  const groups = new Map();

  const makeGroup = (label, open, next) => {
    const list = make("ul", {}), more = make("button", { class: "button button--plain facet__more", type: "button" });
    const element = make("details", { class: "facet", open },
      make("summary", { class: "facet__name" }, label), make("div", { role: "group", "aria-label": label }, list, more));
    const group = { element, list, more, values: new Map(), items: [], whole: false };
    more.addEventListener("click", () => {
      group.whole = more.hidden = true;
      const further = group.items.filter(item => item.hidden);
      further.forEach(item => { item.hidden = false; });
      further[0].querySelector("input").focus();
    });
    root.insertBefore(element, next ? next.element : null);
    return group;
  };

  const makeValue = (name, { id, label }) => {
    const input = make("input", { type: "checkbox", name, value: id }), count = make("span", { class: "facet__count" });
    const text = make("span", { class: "facet__label" }, label);
    return { input, count, item: make("li", {}, make("label", { class: "facet__value" }, input, text, count)) };
  };

  const drawGroup = (group, name, values, chosen) => {
    const items = values.map((value, place) => {
      if (!group.values.has(value.id)) group.values.set(value.id, makeValue(name, value));
      const { item, input, count } = group.values.get(value.id);
      input.checked = chosen.includes(value.id);
      count.textContent = number(value.count);
      item.hidden = !group.whole && place >= SHORT && !input.checked;
      return item;
    });
    const same = items.length === group.items.length && items.every((item, i) => item === group.items[i]);
    if (!same) {
      const focused = document.activeElement;
      group.list.replaceChildren(...items);
      if (group.list.contains(focused)) focused.focus();
      group.items = items;
    }
    group.more.textContent = fill(words.values, { count: number(values.length) });
    group.more.hidden = !items.some(item => item.hidden);
  };

  return {
    /* All facets of an index: [{name, label}], those first that readers ask for most. */
    all(index) {
      const found = [{ name: "kind", label: words.kind }];
      index.manifest.facets.forEach((name, i, all) => { if (i % 3 === 0) found.push({ name, label: all[i + 1] }); });
      const place = ({ name }) => (FIRST.indexOf(name) + 1) || FIRST.length + 1;
      return found.sort((a, b) => place(a) - place(b));
    },

    /* Groups that would leave all results as they are stay away; the first `open` of them and the chosen ones
       stand open, none where that is 0. */
    draw(all, found, filters, scope, open) {
      all.forEach(({ name, label }, place) => {
        const facet = found.facets.find(one => one.name === name), chosen = filters[name] || [], fixed = scope[name] || [];
        if (!facet) return;
        const values = facet.values.filter(({ id, count }) => !fixed.includes(id) && (count > 0 || chosen.includes(id)));
        if (BY_COUNT.includes(name)) values.sort((a, b) => b.count - a.count);
        const useful = values.some(({ id, count }) => chosen.includes(id) || count < found.total);
        if (useful && !groups.has(name)) {
          const next = all.slice(place + 1).find(one => groups.has(one.name));
          groups.set(name, makeGroup(label, open > groups.size || (open > 0 && chosen.length > 0), next && groups.get(next.name)));
        }
        if (!groups.has(name)) return;
        groups.get(name).element.hidden = !useful;
        drawGroup(groups.get(name), name, values, chosen);
      });
    }
  };
};
