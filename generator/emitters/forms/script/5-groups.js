// Controls that hold others: objects, lists, words in several languages, pictures.

const most_picture_bytes = 10 * 1024 * 1024;

// Words of a YAML kind: the page's language first, the others folded.
const words_control = (form, field) => {
  const tags = Object.keys(form.table.languages), own = form.table.language;
  const one = tag => scalar_control(form, { ...field, words: false, list: false, label: tag === own ? field.label : form.table.languages[tag], hint: tag === own ? field.hint : "", needed: tag === own && field.needed });
  const controls = {};
  [own, ...tags.filter(tag => tag !== own)].forEach(tag => { controls[tag] = one(tag); });
  const others = tags.filter(tag => tag !== own).map(tag => controls[tag].element);
  return {
    element: make("div", { class: "form__words", "data-key": field.key }, controls[own].element,
      others.length ? make("details", { class: "form__fold" }, make("summary", {}, form.words.other_languages), ...others) : null),
    get: () => {
      const words = {};
      Object.keys(controls).forEach(tag => { words[tag] = controls[tag].get(); });
      return Object.values(words).some(Boolean) ? words : undefined;
    },
    set: value => Object.keys(controls).forEach(tag => { if (value[tag]) controls[tag].set(value[tag]); }),
    problems: needed => [].concat(...Object.keys(controls).map(tag => controls[tag].problems(needed && tag === own)))
  };
};

// A picture chosen from the disk. Its bytes are in the package, never in the draft.
const picture_control = (form, field) => {
  const input = make("input", { type: "file", accept: "image/jpeg,image/png,image/webp", class: "form__input", id: new_id() });
  const control = { file: null, name: undefined };
  input.addEventListener("change", () => {
    control.file = input.files[0] || null;
    const parts = /^(.*)\.(jpe?g|png|webp)$/i.exec(control.file ? control.file.name : "");
    control.name = parts ? form.free_name(slug(parts[1], 60) || "picture", parts[2].toLowerCase(), control) : undefined;
  });
  control.trouble = needed => {
    if (!control.file) return needed ? missing(form, field) : null;
    if (!control.name) return { text: form.words.picture_kind };
    return control.file.size > most_picture_bytes ? { text: form.words.picture_size } : null;
  };
  const line = with_trouble(form, control, input, field.label, null);
  form.pictures.push(control);
  control.element = make("div", { class: "form__field", "data-key": "file" }, make("label", { for: input.id, class: "form__label" }, ...label_text(form, field)), input, line);
  control.get = () => control.file && control.name ? control.name : undefined;
  control.set = () => {};
  return control;
};

// A reader who sees all problems together has to know whose title is missing.
const within = (name, problems) => problems.map(problem => ({ ...problem, text: name + " · " + problem.text }));

// Fields that stand for another: a range for a value, a period for a year, a record for a name.
const stands_for = { value: ["from"], year: ["period"], name: ["id"] };

// What few have to say is folded away below what many have; what is needed comes first.
const seldom = ["lang", "archived", "accessed", "transcript", "to", "qualifier", "period", "scope", "support", "children"];
const laid_out = (form, controls) => {
  const value = controls.some(one => one.field.key === "value");
  const is_seldom = one => !one.field.needed && (seldom.includes(one.field.key) || (value && one.field.key === "from"));
  const folded = controls.filter(is_seldom).map(one => one.element);
  const open = controls.filter(one => !is_seldom(one)).sort((a, b) => Number(Boolean(b.field.needed)) - Number(Boolean(a.field.needed)));
  const fold = make("details", { class: "form__fold form__fold--rest" }, make("summary", {}, form.words.rest), ...folded);
  return [...open.map(one => one.element), ...(folded.length ? [fold] : [])];
};

const object_controls = (form, field, owner) => {
  const controls = {};
  field.fields.forEach(inner => {
    const numbered = inner.type === "id" && owner.item === "id" && inner.key === "id";
    if (!numbered && !(inner.type === "file" && owner.item !== "file")) controls[inner.key] = { field: inner, ...any_control(form, inner) };
  });
  const get = () => {
    const values = {};
    Object.keys(controls).forEach(key => { values[key] = controls[key].get(); });
    return Object.values(values).some(value => value !== undefined) ? values : undefined;
  };
  const is_needed = (key, values) => {
    const inner = controls[key].field, party = key === "name" && controls.id && controls.id.field.type === "reference";
    if (!inner.needed && !party) return false;
    return !(stands_for[key] || []).some(other => values[other] !== undefined);
  };
  const problems = needed => {
    const values = get();
    if (values === undefined && !needed) { Object.values(controls).forEach(one => one.problems(false)); return []; }
    const found = [].concat(...Object.keys(controls).map(key => controls[key].problems(is_needed(key, values || {}))));
    if (values && values.people === "identifiable" && !values.consent && controls.consent)
      found.push({ text: fill(form.table.says.consent, { file: values.file || "" }), at: controls.consent.element.querySelector("input, textarea"), name: controls.consent.field.label });
    return found;
  };
  const set = value => Object.keys(controls).forEach(key => { if (value[key] !== undefined) controls[key].set(value[key]); });
  return { elements: laid_out(form, Object.values(controls)), get, set, problems };
};

const object_control = (form, field) => {
  const inside = object_controls(form, field, {});
  return { element: group(form, field, ...inside.elements), get: inside.get, set: inside.set, problems: needed => within(field.label, inside.problems(needed)) };
};

// Limits of a list count its items, but for texts, where they count letters.
const is_text = field => field.type === "text" || field.type === "prose";

// One item of a list; those with an id of their own keep the number they were made with.
const list_item = (form, field, number) => {
  if (field.type !== "object") {
    const single = { ...field, list: false, hint: "", most: is_text(field) ? field.most : 0 };
    return field.words && !form.table.markdown ? words_control(form, single) : scalar_control(form, single, true);
  }
  const inside = object_controls(form, field, field), own_id = field.item === "id";
  const state = { id: own_id ? field.key.charAt(0) + number : undefined };
  const name = fill(form.words.item, { name: field.label, number });
  const legend = make("legend", { class: "form__legend" }, name);
  const note = field.key === "sources" && form.table.markdown ? make("p", { class: "form__hint" }, fill(form.words.cite, { mark: "[^" + state.id + "]" })) : null;
  return {
    element: make("fieldset", { class: "form__item" }, legend, note, ...inside.elements),
    get: () => { const value = inside.get(); return value && own_id ? { id: state.id, ...value } : value; },
    set: inside.set,
    problems: needed => within(name, inside.problems(needed)),
    id: state.id
  };
};

const list_control = (form, field) => {
  const rows = make("div", { class: "form__rows" });
  let items = [], last = 0;
  const add = () => {
    const item = list_item(form, field, ++last), row = make("div", { class: "form__row" });
    const remove = button(form.words.remove, () => {
      items = items.filter(one => one !== item);
      row.remove();
      form.changed();
      more.focus();
    }, true);
    remove.setAttribute("aria-label", form.words.remove + " " + field.label + " " + last);
    row.append(item.element, remove);
    rows.append(row);
    items.push(item);
    return item;
  };
  const more = button(form.words.add, () => {
    const first = add().element.querySelector("input, select, textarea");
    if (first) first.focus();
    form.changed();
  }, true);
  more.setAttribute("aria-label", form.words.add + " " + field.label);
  if (field.needed || field.type !== "object") add();
  const get = () => { const values = items.map(item => item.get()).filter(value => value !== undefined); return values.length ? values : undefined; };
  const too_many = values => field.most && !is_text(field) && values.length > field.most ? [{ text: fill(form.table.says.many, { key: field.label, count: values.length, most: field.most }), at: more, name: field.label }] : [];
  const twice = values => {
    const again = values.find((value, n) => typeof value === "string" && values.indexOf(value) !== n);
    return again ? [{ text: fill(form.table.says.repeated, { key: field.label, value: again }), at: more, name: field.label }] : [];
  };
  return {
    element: group(form, field, rows, more),
    items: () => items,
    get,
    set: values => {
      // Numbers of items may have gaps: notes in the text name them.
      rows.replaceChildren();
      items = [];
      last = 0;
      values.forEach(value => {
        const number = /^[a-z](\d+)$/.exec(value.id || "");
        if (number && field.item === "id") last = Number(number[1]) - 1;
        add().set(value);
      });
    },
    problems: needed => {
      if (items.length === 0 && needed) return [{ text: missing(form, field).text, at: more, name: field.label }];
      const empty = get() === undefined;
      const found = [].concat(...items.map((item, n) => item.problems(empty && needed && n === 0)));
      return [...found, ...too_many(get() || []), ...twice(get() || [])];
    }
  };
};

const any_control = (form, field) => {
  if (field.type === "frames") return frames_control(form, field);
  if (field.type === "item" && field.list) return item_control(form, field);
  if (field.list) return list_control(form, field);
  if (field.type === "object") return object_control(form, field);
  if (field.type === "boolean") return checkbox(form, field);
  if (field.type === "file") return picture_control(form, field);
  if (field.words && !form.table.markdown) return words_control(form, field);
  return scalar_control(form, field);
};
