/* All practices that a page lists as one text to print: cover, contents, then each on a sheet of its own. The
   words for it stand on the page that compares. */
{
  const AT_ONCE = 3;
  const { make, fill, number } = praxis;
  const plain = link => link.href.replace(/[?#].*/, "");
  const seen = element => element.getClientRects().length > 0;

  /* What the list shows, each once: its cards, or what a search has left of them. */
  const listed = () => {
    const links = Array.from(document.querySelectorAll("#main :is(.card, .hit)[data-practice]")).filter(seen).map(item => item.querySelector(":is(h3, h4) a")).filter(Boolean);
    return links.filter((link, at) => links.findIndex(other => other.href === link.href) === at);
  };

  /* A few at a time; one that fails leaves its place empty. */
  const read_all = async (links, tell) => {
    const pages = links.map(() => null);
    let next = 0, done = 0;
    const reader = async () => {
      while (next < links.length) {
        const at = next++;
        try {
          const page = await praxis.read(plain(links[at]));
          if (page.body.querySelector(".page-head__title")) pages[at] = page;
        } catch (error) { /* told at the end */ }
        tell(done += 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, reader));
    return pages;
  };

  const copies = selector => Array.from(document.querySelectorAll(selector), one => one.cloneNode(true));
  const title_of = link => Array.from(link.childNodes, node => node.cloneNode(true));
  const ready = image => image.decode ? image.decode().catch(() => {}) : null;

  const cover = (words, heading, count) => {
    const canonical = document.querySelector("link[rel=canonical]"), label = document.querySelector(".pager__label");
    return make("header", { class: "dossier__cover" },
      make("p", { class: "dossier__bank" }, document.querySelector(".brand__name").textContent),
      make("p", { class: "page-head__kicker" }, words.dossier),
      heading,
      ...copies("#main > .page-head :is(.page-head__subtitle, .page-head__lead)"),
      make("p", {}, fill(words.count, { count: number(count) })),
      ...(label && seen(label) ? [make("p", {}, fill(words.partOf, { page: label.textContent }))] : []),
      make("p", { class: "dossier__address" }, canonical ? canonical.href : ""),
      ...copies(".site-footer__legal > p:not(.u-print-only)"));
  };
  const entry = (link, text) => {
    const cities = text.querySelectorAll('[data-fact="cities"] dd');
    return make("li", {}, make("a", { href: "#" + text.id }, ...title_of(link)), ...Array.from(cities).flatMap(city => [" ", make("span", { class: "note-text" }, ...title_of(city.querySelector("a") || city))]));
  };
  const left_out = (words, links) => make("div", { class: "dossier__missing" }, make("p", {}, words.missing),
    make("ul", {}, ...links.map(link => {
      const printed = link.closest("[data-practice]").querySelector(".card__address");
      return make("li", {}, make("a", { href: link.href }, ...title_of(link)), " ", make("span", { class: "dossier__address" }, printed ? printed.textContent : link.href));
    })));

  const bar = (words, close) => {
    const print = make("button", { class: "button", type: "button" }, words.print), end = make("button", { class: "button button--plain", type: "button" }, words.close);
    print.addEventListener("click", () => window.print());
    end.addEventListener("click", close);
    return make("p", { class: "dossier__bar u-no-print" }, print, end, make("span", { role: "status" }));
  };

  const open = async (root, words, links, pages) => {
    const texts = pages.map((page, at) => page && praxis.whole(page, "p" + (at + 1) + "-")).filter(Boolean);
    const found = links.filter((link, at) => pages[at]), missing = links.filter((link, at) => !pages[at]);
    const heading = make("h1", { class: "page-head__title", tabindex: "-1" }, ...title_of(document.querySelector("h1")));
    texts.forEach((text, at) => text.firstChild.prepend(make("p", { class: "dossier__number" }, number(at + 1))));
    const close = () => {
      view.remove();
      document.documentElement.removeAttribute("data-dossier");
      root.firstElementChild.focus();
    };
    const view = make("section", { class: "l-centre dossier", "aria-label": words.dossier }, bar(words, close), cover(words, heading, texts.length),
      make("nav", { class: "dossier__contents", "aria-label": words.contents }, make("h2", {}, words.contents),
        make("ol", {}, ...texts.map((text, at) => entry(found[at], text))), ...(missing.length > 0 ? [left_out(words, missing)] : [])), ...texts);
    document.getElementById("main").prepend(view);
    document.documentElement.setAttribute("data-dossier", "");
    heading.focus();
    await Promise.all(Array.from(view.querySelectorAll("img"), ready));
    view.querySelector("[role=status]").textContent = missing.length > 0 ? fill(words.incomplete, { missing: number(missing.length), total: number(links.length) }) : words.ready;
  };

  let busy = false;
  praxis.dossier = async root => {
    if (busy) return;
    busy = true;
    const status = root.lastElementChild, links = listed();
    try {
      const comparing = await praxis.read(plain(document.querySelector(".tray__go"))), { dataset: words } = comparing.body.querySelector("[data-dossier]");
      const tell = count => { status.textContent = fill(words.loading, { count: number(count), total: number(links.length) }); };
      tell(0);
      const pages = await read_all(links, tell);
      status.textContent = "";
      await open(root, words, links, pages);
    } finally {
      busy = false;
    }
  };
}
