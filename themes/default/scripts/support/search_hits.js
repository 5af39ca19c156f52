/* One result as an item of a list. */
(() => {
  "use strict";
  const { make } = praxis;

  /* "in French", said in the reader's language. */
  const note = (sentence, language) => {
    let name = language;
    try {
      name = new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of(language);
    } catch (error) { /* an old browser shows the tag */ }
    return make("span", { class: "hit__note" }, praxis.fill(sentence, { language: name }));
  };

  const foreign = language => ({ lang: language, dir: language && "auto" });

  /** @param {object} hit of the core @param {string} inLanguage the sentence "in {language}" */
  praxis.hit = (hit, inLanguage) => {
    const title = make("a", Object.assign({ class: "hit__link", href: praxis.search.root + hit.path }, foreign(hit.titleLanguage)));
    title.append(...praxis.marked(hit.title, hit.titleMarks));
    const item = make("li", { class: "hit", "data-kind": hit.kind },
      make("p", { class: "hit__top" }, ...[hit.kindLabel, hit.place, hit.year].filter(Boolean).map(text => make("span", {}, text))),
      make("h3", { class: "hit__title" }, title));
    const language = hit.titleLanguage || hit.summaryLanguage;
    if (language) item.firstChild.append(note(inLanguage, language));
    if (hit.summary) item.append(make("p", Object.assign({ class: "hit__text" }, foreign(hit.summaryLanguage)), ...praxis.marked(hit.summary, hit.summaryMarks)));
    if (hit.kind === "practice") item.dataset.practice = hit.id;
    if (hit.marks.length > 0) item.append(make("ul", { class: "marks" }, ...hit.marks.map(mark => make("li", { class: "mark" }, mark))));
    praxis.tick(item);
    return item;
  };

  /* Where the index holds whole texts, the place that speaks of what was asked stands for the summary. */
  praxis.passage = async (item, hit, index, wanted) => {
    const text = await index.passage(hit.number, wanted).catch(() => "");
    const summary = item.querySelector(".hit__text");
    if (text && summary) summary.replaceChildren(...praxis.marked(text, index.marks(text, wanted)));
  };
})();
