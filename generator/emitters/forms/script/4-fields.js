// Controls, one a field. Each has an element, `get` (undefined when empty), `set` for drafts, and
// `problems`: what is wrong, with the element where it is.

let number_of_controls = 0;
const new_id = () => "form-" + ++number_of_controls;

// An element; attributes without a value are left out, contents are elements or texts, never HTML.
const make = (name, attributes, ...contents) => {
  const made = document.createElement(name);
  Object.keys(attributes).forEach(key => {
    if (attributes[key] === true) made.setAttribute(key, "");
    else if (attributes[key]) made.setAttribute(key, attributes[key]);
  });
  made.append(...contents.filter(content => content !== null && content !== undefined && content !== ""));
  return made;
};

const button = (label, run, plain) => {
  const made = make("button", { type: "button", class: plain ? "button button--plain" : "button form__button" }, label);
  made.addEventListener("click", run);
  return made;
};

const label_text = (form, field) => field.needed ? [field.label + " ", make("span", { class: "form__needed" }, form.words.needed)] : [field.label];

const group = (form, field, ...contents) => make("fieldset", { class: "form__group", "data-key": field.key },
  make("legend", { class: "form__legend" }, ...label_text(form, field)),
  field.hint ? make("p", { class: "form__hint" }, field.hint) : null, ...contents);

// Says below a control what is wrong, once the reader has left it.
const with_trouble = (form, control, input, name, hint) => {
  const line = make("p", { class: "form__problem", id: new_id(), hidden: true });
  const describe = mild => {
    input.setAttribute("aria-describedby", [hint, line.hidden ? "" : line.id].filter(Boolean).join(" ") || new_id());
    if (!hint && line.hidden) input.removeAttribute("aria-describedby");
    if (line.hidden || mild) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  };
  const show = found => {
    line.hidden = !found;
    line.textContent = found ? found.text : "";
    line.dataset.kind = found && found.mild ? "mild" : "wrong";
    describe(found && found.mild);
  };
  let touched = false;
  const look = () => show(control.trouble(false));
  input.addEventListener("change", () => { touched = true; look(); });
  input.addEventListener("input", () => { if (touched && !line.hidden) look(); });
  describe(false);
  control.problems = needed => {
    const found = control.trouble(needed);
    touched = true;
    show(found);
    return found && !found.mild ? [{ text: found.text, at: input, name }] : [];
  };
  return line;
};

const missing = (form, field) => ({ text: fill(form.table.says.missing, { key: field.label }) });

const option = (value, name) => { const made = make("option", {}, name); made.value = value; return made; };

const languages_offered = ["ar", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "ms", "nl", "no", "pl", "pt", "qu", "ro", "ru", "sk", "sl", "sv", "sw", "th", "tr", "uk", "vi", "zh"];
const language_choices = form => {
  let names = null;
  try { names = new Intl.DisplayNames([form.table.language], { type: "language" }); } catch (error) { /* then their tags */ }
  return languages_offered.map(tag => [tag, names ? names.of(tag) : tag]).sort((a, b) => a[1].localeCompare(b[1], form.table.language));
};

// The names a field offers: [id, name]; null where it takes what is written.
const choices_of = (form, field) => {
  if (field.type === "closed") return field.values;
  if (field.type === "language") return language_choices(form);
  if (field.type !== "reference") return null;
  const all = [];
  field.targets.forEach(kind => all.push(...(form.lists[kind] || [])));
  return all;
};

const most_in_a_menu = 60;

const menu = (form, choices) => {
  const input = make("select", { class: "field form__input" });
  input.append(option("", form.words.choose), ...choices.map(([id, name]) => option(id, name)));
  return { input, read: () => input.value || undefined, write: value => { input.value = value; } };
};

// A box with names to choose from; what is in no list becomes an id, for the editors to look at.
const name_box = (form, field, choices) => {
  const key = field.targets.join("-");
  const input = make("input", { class: "field form__input", type: "text", autocomplete: "off" });
  if (choices.length > 0) {
    if (!form.datalists[key]) {
      form.datalists[key] = make("datalist", { id: new_id() });
      form.datalists[key].append(...choices.map(choice => option(choice[1], "")));
      form.root.append(form.datalists[key]);
    }
    input.setAttribute("list", form.datalists[key].id);
  }
  const known = new Map(choices.map(([id, name]) => [one_line(name).toLowerCase(), id]));
  const names = new Map(choices);
  const read = () => {
    const text = one_line(input.value);
    if (!text) return undefined;
    const address = text.replace(/[#?].*$/, "").replace(/\.html$/, "");
    return known.get(text.toLowerCase()) || (names.has(text) ? text : slug(address.slice(address.lastIndexOf("/") + 1), 100)) || undefined;
  };
  return { input, read, write: value => { input.value = names.get(value) || value; }, is_new: () => choices.length > 0 && read() !== undefined && !names.has(read()) };
};

const modes = { integer: "numeric", year: "numeric", number: "decimal", url: "url", email: "email" };

const text_box = field => {
  const long = field.type === "prose" && !(field.most && field.most <= 160);
  const input = long ? make("textarea", { class: "field form__input", rows: field.most ? "4" : "3" })
    : make("input", { class: "field form__input", type: "text", inputmode: modes[field.type] });
  const read = () => (long ? clean(input.value).trim() : one_line(input.value)) || undefined;
  return { input, read, write: value => { input.value = value; } };
};

const source_menu = form => {
  const input = make("select", { class: "field form__input" });
  const refresh = () => {
    const chosen = input.value;
    input.replaceChildren(option("", form.words.choose), ...form.sources().map(([id, name]) => option(id, name)));
    input.value = chosen;
  };
  input.addEventListener("focus", refresh);
  refresh();
  return { input, read: () => input.value || undefined, write: value => { refresh(); if (input.value !== value) input.append(option(value, value)); input.value = value; } };
};

const box_of = (form, field) => {
  if (field.type === "source") return source_menu(form);
  const choices = choices_of(form, field);
  if (choices === null) return text_box(field);
  if (field.type === "reference" && (choices.length === 0 || choices.length > most_in_a_menu)) return name_box(form, field, choices);
  return menu(form, choices);
};

const scalar_control = (form, field, bare) => {
  const box = box_of(form, field), id = new_id();
  const hint = field.hint && !bare ? make("p", { class: "form__hint", id: new_id() }, field.hint) : null;
  box.input.id = id;
  if (field.type === "license") box.write(form.table.license);
  const control = { get: box.read, set: box.write };
  control.trouble = needed => {
    const value = box.read();
    if (value === undefined) return needed ? missing(form, field) : null;
    if (box.is_new && box.is_new()) return { text: form.words.new_name, mild: true };
    return trouble(form.table, field, String(value));
  };
  const line = with_trouble(form, control, box.input, field.label, hint && hint.id);
  if (field.needed && !bare) box.input.setAttribute("aria-required", "true");
  control.element = make("div", { class: "form__field", "data-key": field.key },
    make("label", { for: id, class: bare ? "u-visually-hidden" : "form__label" }, ...label_text(form, field)), hint, box.input, line);
  return control;
};

const checkbox = (form, field) => {
  const id = new_id(), input = make("input", { type: "checkbox", id });
  return {
    element: make("div", { class: "form__check", "data-key": field.key }, input, make("label", { for: id }, field.label), field.hint ? make("p", { class: "form__hint" }, field.hint) : null),
    get: () => input.checked || undefined,
    set: value => { input.checked = Boolean(value); },
    problems: needed => needed && !input.checked ? [{ text: field.refusal || missing(form, field).text, at: input, name: field.label }] : []
  };
};

// Many of a few: target groups, the goals of a frame.
const checkboxes = items => {
  const inputs = items.map(([id, name]) => {
    const input = make("input", { type: "checkbox", id: new_id() });
    return { id, input, element: make("div", { class: "form__check" }, input, make("label", { for: input.id }, name)) };
  });
  return {
    element: make("div", { class: "form__checks" }, ...inputs.map(one => one.element)),
    get: () => { const chosen = inputs.filter(one => one.input.checked).map(one => one.id); return chosen.length ? chosen : undefined; },
    set: value => inputs.forEach(one => { one.input.checked = (value || []).includes(one.id); })
  };
};

const item_control = (form, field) => {
  const vocabulary = form.lists.items.find(one => one.id === field.key.replace(/_/g, "-"));
  const boxes = checkboxes(vocabulary ? vocabulary.items : []);
  return { ...boxes, element: group(form, field, boxes.element), problems: () => [] };
};

const frames_control = (form, field) => {
  const frames = form.lists.frames.map(frame => ({ id: frame.id, name: frame.name, boxes: checkboxes(frame.items.map(([id, name]) => [id, id + " · " + name])) }));
  return {
    element: group(form, field, ...frames.map(frame => make("details", { class: "form__fold" }, make("summary", {}, frame.name), frame.boxes.element))),
    get: () => {
      const chosen = {};
      frames.forEach(frame => { chosen[frame.id] = frame.boxes.get(); });
      return frames.some(frame => chosen[frame.id]) ? chosen : undefined;
    },
    set: value => frames.forEach(frame => frame.boxes.set(value[frame.id])),
    problems: () => []
  };
};
