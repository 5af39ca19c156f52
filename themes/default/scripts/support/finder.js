/* The search with its results, on the search page and on lists. What is asked stands in the address; an
   answer that is older than the newest question is never drawn. */
praxis.finder = (root, options) => {
  "use strict";
  const { scope = {}, open = 0, changed, drawn } = options;
  const { make, fill, number, address, search } = praxis;
  const PAUSE = 150, PATIENCE = 400, SIZE = 10;
  const refs = praxis.refs(root), words = root.dataset, facets = praxis.facets(refs.groups, words);
  let asked = address.read(), newest = 0, pause = 0, counted = false;

  /* -- drawing */

  const reflect = () => {
    const query = address.write(asked);
    search.languages.forEach(link => { link.search = query; });
    if (refs.field.value.trim() !== asked.q) refs.field.value = asked.q;
    refs.all.checked = asked.all;
    if (changed) changed(query === "");
  };
  const drawChips = found => {
    const chips = [];
    found.facets.forEach(({ name, values }) => values.forEach(({ id, label }) => {
      if (!(asked.filters[name] || []).includes(id)) return;
      const remove = fill(words.remove, { label });
      chips.push(make("li", {}, make("button", { class: "chip", type: "button", "data-name": name, value: id, "aria-label": remove }, label)));
    }));
    refs.chips.replaceChildren(...chips);
    refs.chosen.hidden = chips.length === 0;
  };
  const drawWords = found => {
    refs.status.textContent = found.total > 0 ? fill(words.count, { count: number(found.total) }) : words.none;
    refs.corrected.hidden = found.corrections.length === 0;
    refs.correction.textContent = fill(words.corrected, { words: praxis.corrected(asked.q, found) });
    refs.insist.textContent = fill(words.insist, { words: asked.q });
    refs.nothing.hidden = found.total > 0;
    refs.fewer.hidden = refs.chosen.hidden;
    refs.widen.hidden = asked.all || refs.everywhere.hidden;
    refs.order.value = asked.order || (found.asked ? "" : "date");
    refs.order.options[0].disabled = !found.asked;
  };
  const drawHits = (found, index, from) => {
    const items = found.hits.slice(from).map(hit => {
      const item = praxis.hit(hit, words.language);
      if (index.manifest.passages && found.asked) praxis.passage(item, hit, index, found.wanted);
      return item;
    });
    if (from === 0) refs.hits.replaceChildren();
    refs.hits.append(...items);
    if (from > 0 && items[0]) items[0].querySelector("a").focus();
    refs.more.hidden = found.hits.length >= found.total;
    refs.end.hidden = !refs.more.hidden || found.total <= SIZE;
  };
  const draw = (found, index, from) => {
    const held = root.contains(document.activeElement);
    drawChips(found);
    drawWords(found);
    drawHits(found, index, from);
    if (drawn) drawn(found.total);
    const focused = root.querySelector(":focus");
    if (held && !(focused && focused.getClientRects().length > 0)) refs.status.focus();
  };

  /* -- asking */

  const ask = async (typing, from = 0) => {
    const mine = newest += 1;
    const slow = setTimeout(() => { refs.status.textContent = words.loading; }, PATIENCE);
    refs.failed.hidden = true;
    counted = refs.facets.open;
    try {
      const index = await search.open(), all = facets.all(index), filters = {};
      all.forEach(({ name }) => { if (asked.filters[name]) filters[name] = asked.filters[name]; });
      const names = all.map(({ name }) => name), wanted = { typing, scope, filters, insist: asked.insist, everywhere: asked.all, order: asked.order };
      const found = await search.ask(asked.q, { ...wanted, limit: SIZE * asked.page, facets: names.filter(name => filters[name]) });
      clearTimeout(slow);
      if (mine === newest) draw(found, index, from);
      /* Results first: on a weak line the counts may take a while. */
      const whole = counted && mine === newest ? await search.ask(asked.q, { ...wanted, limit: 0, facets: names }) : found;
      if (mine === newest) facets.draw(all, whole, asked.filters, scope, open);
    } catch (error) {
      if (mine === newest) {
        refs.status.textContent = words.failed;
        refs.failed.hidden = false;
        if (drawn) drawn(0);
      }
    }
    clearTimeout(slow);
  };
  const act = (changes, passing) => {
    clearTimeout(pause);
    asked = Object.assign({}, asked, { page: 1, q: refs.field.value.trim() }, changes);
    address.record(asked, passing);
    reflect();
    ask(passing);
  };
  const type = passing => act({ insist: asked.insist && refs.field.value.trim() === asked.q }, passing);
  const toggle = ({ name, value, dataset, checked = false }) => {
    const filters = Object.assign({}, asked.filters), facet = dataset.name || name;
    filters[facet] = (filters[facet] || []).filter(id => id !== value).concat(checked ? value : []);
    if (filters[facet].length === 0) delete filters[facet];
    act({ filters });
  };

  const on = (element, event, run) => element.addEventListener(event, run);
  on(refs.form, "submit", event => {
    event.preventDefault();
    type();
  });
  on(refs.field, "input", () => {
    newest += 1;
    clearTimeout(pause);
    pause = setTimeout(type, PAUSE, true);
  });
  on(refs.groups, "change", event => toggle(event.target));
  on(refs.chips, "click", event => { if (event.target.value) toggle(event.target); });
  on(refs.clear, "click", () => act({ filters: {} }));
  on(refs.order, "change", () => act({ order: refs.order.value }));
  on(refs.all, "change", () => act({ all: refs.all.checked }));
  on(refs.widen, "click", () => act({ all: true }));
  on(refs.insist, "click", () => act({ insist: true }));
  on(refs.retry, "click", () => ask());
  on(refs.facets, "toggle", () => { if (refs.facets.open && !counted) ask(); });
  on(refs.more, "click", () => {
    asked.page += 1;
    address.record(asked, true);
    ask(false, refs.hits.children.length);
  });
  address.follow(() => {
    asked = address.read();
    reflect();
    ask();
  });
  refs.everywhere.hidden = search.languages.length < 2;

  return {
    asked: () => address.write(asked) !== "",
    start() {
      reflect();
      ask();
      return true;
    },
    clear: () => act({ q: "", filters: {}, order: "", all: false, insist: false })
  };
};
