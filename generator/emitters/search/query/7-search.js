/* A search over one index or several. */

/* What each term means in each index: alternatives with weights. A word that one language knows is
   not guessed at in another. */
const meanings = (indexes, plans, options) => all(plans[0].terms, async (term, n) => {
  const found = await all(indexes, (index, i) => index.known(plans[i].terms[n].form));
  if (found.every(one => one.length === 0)) return all(indexes, (index, i) => index.guesses(plans[i].terms[n], options));
  if (!options.typing || !term.last || term.form.length < LEAST_BEGINNING) return found;
  return all(indexes, async (index, i) => unique(found[i].concat(await index.beginnings(term.form))));
});

/* The best of all scores, by score, then number. */
const top = (scores, most) => {
  const kept = [];
  scores.forEach((score, record) => {
    if (!(score > 0) || (kept.length >= most && !(score > scores[kept[most - 1]]))) return;
    let low = 0, high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (scores[kept[middle]] >= score) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, record);
    if (kept.length > most) kept.pop();
  });
  return kept;
};

/* The score of each record, the best that any language gives it; 1 where nothing was asked. */
const merged = async (indexes, plans, found, asked) => {
  const best = new Float64Array(indexes[0].records);
  await all(indexes, async (index, i) => {
    const [phrases, excluded] = await all([plans[i].phrases, plans[i].excluded], lists => all(lists, steps => index.phrase(steps)));
    const scores = asked ? index.score(found.map(lists => lists[i])) : best.map(() => 1);
    scores.forEach((score, record) => {
      if (score > best[record] && phrases.every(set => set.has(record)) && !excluded.some(set => set.has(record))) best[record] = score;
    });
  });
  return best;
};

/* The first index is in the reader's language; others are searched beside it, and a record is one hit.
   options: typing (the last word is being typed), insist (nothing is corrected), filters and scope
   ({facet: [value]}), order, offset, limit, facets ([name], to be counted). */
const search = async (indexes, query, options = {}) => {
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
  const scores = await merged(indexes, plans, found, asked);
  const shown = scores.map((score, record) => chosen.refused[record] > 0 ? 0 : score);
  const numbersShown = order ? order.filter(number => shown[number] > 0) : top(shown, offset + limit);
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
    hit.score = scores[hit.number];
    hit.titleMarks = main.marks(hit.title, wanted);
    hit.summaryMarks = main.marks(hit.summary, wanted);
  }
  return { total: shown.filter(score => score > 0).length, hits, facets, corrections, wanted, asked };
};

root.praxisSearch = { open: (language, load) => new Index(language, load).open(), search, take };
