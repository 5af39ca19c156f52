/* A search over one index or several. */

/* What each term means in each index: alternatives with weights. A word that one language knows is
   not guessed at in another. */
const meanings = (indexes, plans, options) => all(plans[0].terms, async (term, n) => {
  const found = await all(indexes, (index, i) => index.known(plans[i].terms[n].form));
  if (found.every(one => one.length === 0)) return all(indexes, (index, i) => index.guesses(plans[i].terms[n], options));
  if (!options.typing || !term.last || term.form.length < LEAST_BEGINNING) return found;
  return all(indexes, async (index, i) => unique(found[i].concat(await index.beginnings(term.form))));
});

/* The best of some records: by score, then number. */
const top = (records, scores, most) => {
  const kept = [], before = (a, b) => scores[a] > scores[b] || (scores[a] === scores[b] && a < b);
  for (const record of records) {
    if (kept.length >= most && !before(record, kept[most - 1])) continue;
    let low = 0, high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(kept[middle], record)) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, record);
    if (kept.length > most) kept.pop();
  }
  return kept;
};

/* The score of each record, the best that any language gives it, and which records have one; 1 for all
   where nothing was asked. */
const merged = async (indexes, plans, found, asked) => {
  const best = { scores: new Float64Array(indexes[0].records), records: [] };
  for (const [i, index] of indexes.entries()) {
    const [phrases, excluded] = await all([plans[i].phrases, plans[i].excluded], lists => all(lists, steps => index.phrase(steps)));
    const own = asked ? await index.score(found.map(lists => lists[i])) : { scores: best.scores.map(() => 1), records: [...best.scores.keys()] };
    for (const [i, record] of own.records.entries()) {
      if (i % SOME === 0) await breath();
      const score = own.scores[record];
      if (!(score > best.scores[record]) || phrases.some(set => !set.has(record)) || excluded.some(set => set.has(record))) continue;
      if (best.scores[record] === 0) best.records.push(record);
      best.scores[record] = score;
    }
  }
  return best;
};

/* The first index is in the reader's language; others are searched beside it, and a record is one hit.
   options: typing (the last word is being typed), insist (nothing is corrected), filters and scope
   ({facet: [value]}), order, offset, limit, facets ([name], to be counted). */
const search = async (indexes, query, options = {}) => {
  working = Date.now();
  const main = indexes[0], { offset = 0, limit = 10 } = options;
  const plans = indexes.map(index => index.parse(query));
  /* Stop words differ between languages: all are asked what the reader's own asks. */
  plans.forEach((plan, i) => {
    if (i > 0) plan.terms = plans[0].terms.map(term => ({ ...term, form: split(indexes[i].letters, term.form).map(word => word.text).join("") || term.form }));
  });
  const asked = plans[0].terms.length > 0, wantedOrder = list(main.manifest.orders).includes(options.order) ? options.order : asked ? "" : "date";
  const [found, chosen, order] = await Promise.all([
    meanings(indexes, plans, options),
    main.choose(options.filters, options.scope),
    wantedOrder && main.order(wantedOrder)
  ]);
  const { scores, records } = await merged(indexes, plans, found, asked);
  await breath();
  const shown = records.filter(record => chosen.refused[record] === 0);
  const numbersShown = order ? order.filter(number => scores[number] > 0 && chosen.refused[number] === 0) : top(shown, scores, offset + limit);
  const [hits, facets] = await Promise.all([
    all(numbersShown.slice(offset, offset + limit), number => main.hit(number)),
    all(options.facets || [], name => main.counts(name, scores, chosen))
  ]);
  const wanted = new Map(), corrections = [];
  for (const { word } of flat(flat(found))) for (const form of word.forms) wanted.set(form, word.key);
  plans[0].terms.forEach((term, n) => {
    const [first] = found[n].filter(one => one.length > 0 && one[0].distance);
    if (first) corrections.push({ from: term.form, to: first[0].form, distance: first[0].distance });
  });
  for (const hit of hits) {
    await breath();
    hit.score = scores[hit.number];
    hit.titleMarks = main.marks(hit.title, wanted);
    hit.summaryMarks = main.marks(hit.summary, wanted);
  }
  return { total: shown.length, hits, facets, corrections, wanted, asked };
};

root.praxisSearch = { open: (language, load) => new Index(language, load).open(), search, take };
