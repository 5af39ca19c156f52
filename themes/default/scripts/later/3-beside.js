/* Reading in two languages: each section of the page gets a row, beside it the same section of the other
   page, found by its anchor or else by its place. Which language stands in the address. */
praxis.beside = (root, links) => {
  "use strict";
  const { make, taken } = praxis, { choice, status } = praxis.refs(root), words = root.dataset;
  const record = document.querySelector(".l-record"), head = document.querySelector(".page-head__inner");
  const asked = () => new URLSearchParams(location.search).get("beside") || "";
  let rows = [], newest = 0;

  const close = () => {
    rows.forEach(row => row.undo());
    rows = [];
    record.removeAttribute("data-beside");
  };
  const labelled = (page, link, cell) => {
    cell.prepend(make("p", { class: "beside__language", lang: link.hreflang, dir: page.dir }, link.firstChild.textContent));
    return cell;
  };

  const section = (page, from) => {
    const cell = make("div", { class: "beside__other prose" });
    const heading = from.querySelector(".prose__heading"), stale = from.querySelector(".prose__stale");
    if (heading) cell.append(taken(page, heading, "h2", { class: "prose__heading" }));
    if (stale) cell.append(taken(page, stale, "p", { class: "prose__stale" }));
    cell.append(taken(page, from.querySelector(".prose__text"), "div", { class: "prose__text" }));
    return cell;
  };
  const row = (mine, cell) => {
    const made = make("div", { class: "beside" });
    mine.before(made);
    made.append(mine, cell);
    rows.push({ undo: () => made.replaceWith(mine) });
  };

  /* Sections that only the other language has come after the one before them. */
  const pairs = (own, other) => {
    const by_id = new Map(other.map(one => [one.id, one])), alike = own.length === other.length;
    const found = own.map((one, at) => by_id.get(one.id) || (alike && !own.some(mine => mine.id === other[at].id) ? other[at] : null));
    return { found, left: other.filter(one => !found.includes(one)) };
  };
  const only_there = (page, link, from, other, found, own) => {
    const before = other.slice(0, other.indexOf(from)).reverse().find(one => found.includes(one) || rows.some(known => known.from === one));
    const made = make("div", { class: "beside" }, make("p", { class: "beside__empty" }, words.missing), labelled(page, link, section(page, from)));
    const known = before && rows.find(one => one.from === before), mine = own[found.indexOf(before)];
    if (known) known.made.after(made);
    else if (mine) mine.parentElement.after(made);
    else own[0].parentElement.before(made);
    rows.push({ undo: () => made.remove(), made, from });
  };

  const open = (link, page) => {
    close();
    const own = Array.from(record.querySelectorAll(".prose")), other = Array.from(page.body.querySelectorAll(".prose"));
    const { found, left } = pairs(own, other);
    own.forEach((mine, at) => {
      const cell = found[at] ? section(page, found[at]) : make("div", { class: "beside__other" }, make("p", { class: "beside__empty" }, words.missing));
      row(mine, labelled(page, link, cell));
    });
    if (own.length > 0) left.forEach(from => only_there(page, link, from, other, found, own));
    const title = page.body.querySelector(".page-head__title"), lead = page.body.querySelector(".page-head__lead");
    const top = labelled(page, link, make("div", { class: "page-head__beside" }));
    if (title) top.append(taken(page, title, "p", { class: "page-head__title" }));
    if (lead) top.append(taken(page, lead, "p", { class: "page-head__lead" }));
    top.append(...praxis.notices(page));
    head.append(top);
    rows.push({ undo: () => top.remove() });
    record.setAttribute("data-beside", link.hreflang);
  };

  const show = async (language, first) => {
    const mine = newest += 1, link = links.find(one => one.hreflang === language);
    choice.value = link ? language : "";
    status.textContent = status.className = "";
    if (!link) return close();
    const slow = setTimeout(() => { status.textContent = words.loading; }, 300);
    try {
      const page = await praxis.read(link.href.replace(/[?#].*/, ""));
      if (mine !== newest) return;
      open(link, page);
      const target = first && location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target) target.scrollIntoView();
      status.className = "u-visually-hidden";
      status.textContent = words.shown;
    } catch (error) {
      if (mine === newest) status.textContent = words.failed;
    } finally {
      clearTimeout(slow);
    }
  };
  const choose = () => {
    try {
      history.pushState(null, "", location.pathname + (choice.value ? "?beside=" + encodeURIComponent(choice.value) : "") + location.hash);
    } catch (error) { /* then the address says nothing */ }
    show(choice.value);
  };

  choice.addEventListener("change", choose);
  window.addEventListener("popstate", () => { if (asked() !== choice.value) show(asked()); });
  if (choice.value) choose();
  else show(asked(), true);
};
