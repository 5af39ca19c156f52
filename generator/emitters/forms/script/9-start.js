// The form whole. The look calls `start` when the table and the lists are there; one file calls it itself.

const given = {};

const panels = (form, controls) => {
  const of = chosen => form.table.fields.filter(chosen).map(field => controls[field.key].element);
  const fold = field => make("details", { class: "form__fold", "data-fold": field.key }, make("summary", {}, field.label), controls[field.key].element);
  const story = form.sections.length === 0 ? [] : [panel(form, "story",
    ...form.sections.filter(section => section.needed).map(section => section.element),
    ...form.sections.filter(section => !section.needed).map(section => make("details", { class: "form__fold" }, make("summary", {}, section.label), section.element)))];
  return [panel(form, "needed", ...of(field => field.needed && field.key !== "sources"), ...of(field => field.needed && field.key === "sources")), ...story,
    panel(form, "more", ...form.table.fields.filter(field => !field.needed).map(fold))];
};

const section_controls = form => {
  const asked = form.table.sections.length ? form.table.sections : form.table.markdown ? [{ id: "body", label: "", hint: form.words.body_hint, needed: true }] : [];
  return asked.map(section => {
    const control = scalar_control(form, { key: section.id, type: "prose", label: section.label || form.words.body, hint: section.hint });
    control.element.querySelector("textarea").rows = 6;
    return { id: section.id, label: section.label, needed: section.needed, ...control };
  });
};

const build = root => {
  const form = { root, table: given.table, lists: given.lists, words: given.table.words, datalists: {}, pictures: [] };
  form.free_name = (stem, extension, own) => {
    const taken = form.pictures.filter(other => other !== own && other.element.isConnected).map(other => other.name);
    for (let n = 1; ; ++n) {
      const name = stem + (n > 1 ? "-" + n : "") + "." + extension;
      if (!taken.includes(name)) return name;
    }
  };
  const controls = {};
  form.sources = () => controls.sources && controls.sources.items ? controls.sources.items().map(item => [item.id, (item.get() || {}).title || item.id]) : [];
  form.changed = () => {};
  form.table.fields.forEach(field => { controls[field.key] = any_control(form, field); });
  form.sections = section_controls(form);
  const sender = sender_controls(form);
  form.promises = promises_of(form);
  const awards = form.table.kind === "practice" && form.lists.edition.length ? list_control(form, { key: "awards", type: "reference", list: true, targets: ["edition"], label: form.words.awards, hint: form.words.awards_hint }) : null;
  const message = scalar_control(form, { key: "message", type: "prose", label: form.words.message, hint: form.words.message_hint });
  const all_of = (group, read) => { const values = {}; Object.keys(group).forEach(key => { values[key] = read(group[key]); }); return values; };
  form.values = () => ({
    fields: all_of(controls, one => one.get()),
    sections: form.sections.map(section => ({ id: section.id, label: section.label, text: section.get() })),
    sender: all_of(sender, one => one.get()),
    awards: awards ? awards.get() : undefined,
    message: message.get()
  });
  form.fill = values => {
    Object.keys(controls).forEach(key => { if (values.fields[key] !== undefined) controls[key].set(values.fields[key]); });
    form.sections.forEach(section => { const found = (values.sections || []).find(one => one.id === section.id); if (found && found.text) section.set(found.text); });
    Object.keys(sender).forEach(key => { if (values.sender && values.sender[key] !== undefined) sender[key].set(values.sender[key]); });
    if (awards && values.awards) awards.set(values.awards);
    if (values.message) message.set(values.message);
  };
  form.problems = with_sender => {
    const found = [].concat(...form.table.fields.map(field => controls[field.key].problems(Boolean(field.needed))));
    if (!with_sender) return found;
    ["name", "office", "role", "email"].forEach(key => found.push(...sender[key].problems(key !== "role")));
    return found.concat(...form.promises.map(promise => promise.problems(true)));
  };
  const you = panel(form, "you", ...Object.values(sender).map(one => one.element), awards && awards.element, message.element);
  const declare = panel(form, "declare", make("div", { class: "form__checks form__checks--long" }, ...form.promises.map(promise => promise.element)), make("p", { class: "form__warning" }, form.words.no_way_back));
  return { form, elements: [...panels(form, controls), you, declare] };
};

const preview_panel = form => {
  const shown_here = make("div", { class: "form__preview", hidden: true });
  const look = button(form.words.preview_do, () => {
    shown_here.replaceChildren(...preview(form, form.values()));
    shown_here.hidden = false;
  });
  return panel(form, "preview", look, shown_here);
};

const start = () => {
  const root = document.querySelector('[data-part~="form"]');
  if (!root || !given.table || !given.lists) return;
  const place = root.querySelector('[data-ref="form"]'), note = root.querySelector('[data-ref="script"]');
  const { form, elements } = build(root);
  const bar = draft_bar(form, () => { bar.stop(); place.replaceChildren(); Object.values(form.datalists).forEach(list => list.remove()); start(); });
  const summary = make("div", { class: "notice form__summary", "data-kind": "stale", role: "alert", tabindex: "-1", hidden: true });
  const status = make("p", { class: "form__status", role: "status" });
  place.append(bar.element, ...elements, preview_panel(form), panel(form, "send", summary, ...ways(form, summary, status), status));
  form.changed = bar.changed;
  place.oninput = place.onchange = () => form.changed();
  bar.restore();
  if (note) note.hidden = true;
  place.hidden = false;
};

root.praxisForm = { table: table => { given.table = table; }, lists: lists => { given.lists = lists; }, start };
