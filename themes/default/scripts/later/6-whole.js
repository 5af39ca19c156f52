/* A practice as part of another page: its facts, texts, figures and sources, headings a level lower, its anchors
   told from those of others by a prefix. */
{
  const LOWER = { h1: "h2", h2: "h3", h3: "h4", h4: "h5", h5: "h6" };
  const ELEMENTS = Object.assign({ section: "section", figure: "figure", figcaption: "figcaption", picture: "picture" }, LOWER);
  const CLASSES = /^(facts|images|indicators?|lineage|link-list|marks?|note|page-head|people|piece|prose|sources?|timeline)(-|_|$)/;
  const WITHOUT = ".u-no-print, .page-head__kicker, .citation, #part-changes, #part-trust, .change";
  const DATA = ["data-fact", "data-kind", "data-rank", "data-side", "data-state"];

  /* Links within the practice stay in it, where what they point to has come along. */
  const bind = (part, address, prefix) => part.querySelectorAll("a[href]").forEach(link => {
    const [page, anchor] = link.href.split("#");
    const target = anchor && page === address.replace(/#.*/, "") && part.querySelector("#" + CSS.escape(prefix + decodeURIComponent(anchor)));
    if (target) link.setAttribute("href", "#" + target.id);
  });

  praxis.whole = (page, prefix) => {
    const { make, taken } = praxis, one = selector => page.body.querySelector(selector);
    const finish = (made, element) => {
      if (element.id) made.id = prefix + element.id;
      DATA.forEach(key => { if (element.hasAttribute(key)) made.setAttribute(key, element.getAttribute(key)); });
    };
    const whole = { elements: ELEMENTS, without: WITHOUT, classes: CLASSES, finish };
    const part = (selector, name) => one(selector) ? [make("div", { class: name }, ...praxis.clean(one(selector), page.address, whole))] : [];
    const address = one(".citation__text a");
    const made = make("article", { lang: page.lang, dir: page.dir, id: prefix + "text", class: "dossier__practice" },
      ...part(".page-head__inner", "dossier__head"),
      ...(address ? [make("p", { class: "dossier__address" }, taken(page, address, "span"))] : []),
      ...praxis.notices(page),
      ...part(".facts-panel", "facts-panel"),
      ...part(".record__body", "dossier__body"));
    bind(made, page.address, prefix);
    return made;
  };
}
