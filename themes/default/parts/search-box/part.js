/* The box in the header: suggestions while typing, all results on the search page. */
praxis.part("search-box", root => {
  "use strict";
  const { make, fill, number, search } = praxis;
  const { link, form, field, list, status } = praxis.refs(root);
  const PAUSE = 150, MOST = 6;
  let newest = 0, pause = 0, active = -1;

  const page = () => link.href + praxis.address.write({ q: field.value.trim(), filters: {} });
  const activate = place => {
    const options = Array.from(list.children);
    active = options.length > 0 && place >= -1 ? place % options.length : options.length - 1;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };
  const show = shown => {
    list.hidden = !shown;
    field.setAttribute("aria-expanded", String(shown));
    status.classList.add("u-visually-hidden");
    activate(-1);
  };
  const option = (place, href, ...contents) =>
    make("a", { class: "search-box__option", role: "option", id: "search-box-" + place, href, tabindex: "-1", "aria-selected": "false" }, ...contents);

  const draw = ({ total, hits }) => {
    const options = hits.map((hit, i) => option(i, search.root + hit.path,
      make("span", { lang: hit.titleLanguage, dir: hit.titleLanguage && "auto" }, ...praxis.marked(hit.title, hit.titleMarks)),
      make("span", { class: "search-box__kind" }, [hit.kindLabel, hit.place].filter(Boolean).join(" \u00b7 "))));
    list.replaceChildren(...options, option(MOST, page(), fill(list.dataset.all, { count: number(total) })));
    status.textContent = total > 0 ? fill(status.dataset.count, { count: number(total) }) : status.dataset.none;
    show(total > 0);
    status.classList.toggle("u-visually-hidden", total > 0);
  };
  const suggest = async () => {
    const mine = newest += 1, query = field.value.trim();
    if (query === "") return show(false);
    try {
      const found = await search.ask(query, { typing: true, limit: MOST });
      if (mine === newest) draw(found);
    } catch (error) {
      if (mine === newest) show(false);  /* the search page says what is wrong */
    }
  };

  field.addEventListener("input", () => {
    newest += 1;
    clearTimeout(pause);
    pause = setTimeout(suggest, PAUSE);
  });
  field.addEventListener("focus", () => search.open().catch(() => {}));
  field.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.hidden) suggest();
    else if (step) activate(active < 0 && step < 0 ? list.children.length - 1 : active + step);
    else if (event.key === "Escape" && !list.hidden) show(false);
    else if (event.key === "Escape") field.value = "";
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (active < 0) location.href = page();
    else list.children[active].click();
  });
  root.addEventListener("focusout", event => {
    if (!root.contains(event.relatedTarget)) show(false);
  });
  list.addEventListener("click", () => show(false));
  praxis.slash(field);
  link.hidden = true;
  form.hidden = false;
});
