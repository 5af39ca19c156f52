/* Up to three practices in columns: summary, facts, figures, then the sections, each in a row of its own. The
   address names them by their ids; what it names is also what stays chosen. */
praxis.comparison = root => {
  "use strict";
  const { make, fill, taken, choice } = praxis, words = root.dataset, { status, table, print, browse } = praxis.refs(root);
  const GROUPS = ["lead", "marks", "fact-", "figures", "section-"];
  const asked = () => choice.valid((new URLSearchParams(location.search).get("practices") || "").split(","));
  const address = id => new URL(id + ".html", new URL(words.practices, location.href)).href;
  let shown = [], newest = 0;

  /* Keys in an order that suits all: what only a later page has comes after what stands before it there. */
  const united = lists => lists.reduce((all, list) => {
    let at = 0;
    list.forEach(key => {
      const known = all.indexOf(key);
      if (known < 0) all.splice(at, 0, key);
      at = (known < 0 ? at : known) + 1;
    });
    return all;
  }, []);

  /* -- what a page says, as rows: {key, label, cell} */

  const row = (key, label, ...cell) => ({ key, label: label ? label.textContent : "", cell });
  const fact = (page, item) => row("fact-" + item.dataset.fact, item.querySelector("dt"), ...Array.from(item.querySelectorAll("dd"), value => taken(page, value, "div")));
  const section = (page, part) => {
    const stale = part.querySelector(".prose__stale"), cell = taken(page, part.querySelector(".prose__text"), "div", { class: "prose__text" });
    return row("section-" + part.id, part.querySelector("h2"), ...(stale ? [taken(page, stale, "p", { class: "prose__stale" })] : []), cell);
  };
  const list = (page, items) => make("ul", { class: "comparison__list" }, ...items.map(item => taken(page, item, "li")));

  const rows_of = page => {
    const all = selector => Array.from(page.body.querySelectorAll(selector)), one = selector => page.body.querySelector(selector);
    const rows = [], lead = one(".page-head__lead"), marks = all(".page-head .mark"), figures = all(".indicator");
    if (lead) rows.push({ key: "lead", label: words.summary, cell: [taken(page, lead, "p"), ...praxis.notices(page)] });
    if (marks.length > 0) rows.push({ key: "marks", label: words.awards, cell: [list(page, marks)] });
    rows.push(...all(".facts-panel .facts__item").map(item => fact(page, item)));
    if (figures.length > 0) rows.push(row("figures", one(".indicators__heading"), list(page, figures)));
    return rows.concat(all(".prose").filter(part => part.id).map(part => section(page, part)));
  };

  /* -- drawing: roles stay what they are where the table is drawn as a list */

  const cell = (name, role, attributes, ...contents) => make(name, Object.assign({ role }, attributes), ...contents);
  const line = (...cells) => make("tr", { role: "row" }, ...cells);

  const head = (column, at) => {
    const title = column.page && column.page.body.querySelector(".page-head__title"), name = title ? title.textContent.trim() : column.id;
    const remove = make("button", { class: "button button--plain u-no-print", type: "button" }, words.remove, make("span", { class: "u-visually-hidden" }, " " + name));
    remove.addEventListener("click", () => {
      go(shown.filter((id, place) => place !== at));
      status.focus();
    });
    const link = title ? make("a", { href: column.page.address }, taken(column.page, title, "span")) : make("span", {}, name);
    return cell("th", "columnheader", { scope: "col" }, make("p", { class: "comparison__title" }, link), ...(column.page ? [] : [make("p", {}, words.failed)]), remove);
  };
  const body_row = (columns, key) => {
    const cells = columns.map(column => column.rows.find(one => one.key === key)), label = cells.find(Boolean).label;
    const heading = /^section-|^figures/.test(key) ? make("h2", {}, label) : label;
    return line(cell("th", "rowheader", { scope: "row", class: "comparison__label" }, heading), ...cells.map((found, at) => cell("td", "cell", {},
      make("span", { class: "comparison__name", "aria-hidden": "true" }, columns[at].name),
      ...(found && found.cell.some(one => one.textContent) ? found.cell : [make("span", { class: "comparison__blank" }, words.blank)]))));
  };
  const draw = columns => {
    const keys = GROUPS.flatMap(group => united(columns.map(({ rows }) => rows.map(({ key }) => key).filter(key => key.startsWith(group)))));
    const corner = cell("th", "columnheader", { scope: "col" }, make("span", { class: "u-visually-hidden" }, words.row));
    return make("table", { role: "table", class: "comparison__table", "data-columns": String(columns.length) },
      make("thead", { role: "rowgroup" }, line(corner, ...columns.map(head))),
      make("tbody", { role: "rowgroup" }, ...keys.map(key => body_row(columns, key))));
  };

  const column = async id => {
    try {
      const page = await praxis.read(address(id)), title = page.body.querySelector(".page-head__title");
      return { id, page, name: title ? title.textContent.trim() : id, rows: rows_of(page) };
    } catch (error) {
      return { id, page: null, name: id, rows: [] };
    }
  };

  /* -- which */

  const show = async ids => {
    const mine = newest += 1;
    shown = ids;
    choice.write(ids);
    praxis.search.languages.forEach(link => { link.search = ids.length > 0 ? "?practices=" + ids.join() : ""; });
    status.textContent = ids.length > 0 ? words.loading : words.few;
    const columns = await Promise.all(ids.map(column));
    if (mine !== newest) return;
    table.replaceChildren(...(ids.length > 0 ? [draw(columns)] : []));
    print.hidden = ids.length === 0;
    browse.hidden = false;
    if (ids.length > 0) status.textContent = ids.length > 1 ? fill(words.chosen, { count: ids.length, most: choice.most }) : words.one;
  };
  const record = (how, ids) => {
    try {
      history[how](null, "", location.pathname + (ids.length > 0 ? "?practices=" + ids.join() : ""));
    } catch (error) { /* then the address says nothing */ }
  };
  const go = ids => {
    record("pushState", ids);
    show(ids);
  };

  window.addEventListener("popstate", () => { if (asked().join() !== shown.join()) show(asked()); });
  print.addEventListener("click", () => window.print());
  if (asked().length === 0) record("replaceState", choice.read());
  show(asked().length > 0 ? asked() : choice.read());
};
