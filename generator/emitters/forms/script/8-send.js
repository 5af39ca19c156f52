// The end of the form: who sends it and what she declares, the preview, the ways to send, the draft.

const panel = (form, name, ...contents) => {
  const heading = make("h2", { class: "form__heading", id: new_id() }, form.words["panel_" + name]);
  const intro = form.words["panel_" + name + "_intro"];
  return make("section", { class: "form__panel", "data-panel": name, "aria-labelledby": heading.id }, heading, intro ? make("p", { class: "form__intro" }, intro) : null, ...contents);
};

// Files on a disk share what a browser keeps: the bank is named too.
const draft_key = form => "praxis-draft-" + slug(form.table.bank, 40) + "-" + form.table.kind + "-" + form.table.language;

const drafts = form => ({
  read: () => { try { return JSON.parse(localStorage.getItem(draft_key(form))); } catch (error) { return null; } },
  write: value => { try { localStorage.setItem(draft_key(form), JSON.stringify(value)); return true; } catch (error) { return false; } },
  forget: () => { try { localStorage.removeItem(draft_key(form)); } catch (error) { /* then there is none */ } }
});

const draft_bar = (form, restart) => {
  const line = make("p", { role: "status" }), store = drafts(form);
  const forget = button(form.words.draft_forget, () => { store.forget(); restart(); }, true);
  const bar = make("div", { class: "form__draft" }, line, forget);
  const say = (text, has) => { line.textContent = text; forget.hidden = !has; };
  say(form.words.draft_none, false);
  let waiting = 0;
  const keep = () => say(...(store.write({ day: today(), values: form.values() }) ? [form.words.draft_kept, true] : [form.words.draft_refused, false]));
  return {
    element: bar,
    changed: () => { clearTimeout(waiting); waiting = setTimeout(keep, 400); },
    stop: () => clearTimeout(waiting),
    restore: () => {
      const draft = store.read();
      if (!draft || !draft.values) return;
      try { form.fill(draft.values); } catch (error) { return; }
      say(fill(form.words.draft_found, { date: String(draft.day) }), true);
    }
  };
};

const sender_controls = form => {
  // Her own address is for the answer, and is not published.
  const field = (key, type, needed) => scalar_control(form, { key, type, unpublished: true, label: form.words["sender_" + key], hint: form.words["sender_" + key + "_hint"], needed });
  const controls = { name: field("name", "text", true), office: field("office", "text", true), role: field("role", "text", false), email: field("email", "email", true) };
  if (form.table.markdown) controls.show = checkbox(form, { key: "show", label: form.words.sender_show });
  return controls;
};

const promises_of = form => {
  const names = ["publish", "people", ...(form.table.markdown ? ["own", "pictures"] : []), "license"];
  return names.map(name => {
    const label = fill(form.words["promise_" + name], { license: form.table.license });
    return { name, label, ...checkbox(form, { key: name, label, refusal: form.words.promise_needed }) };
  });
};

const say_problems = (form, summary, all) => {
  const problems = all.filter((problem, n) => all.findIndex(other => other.text === problem.text) === n);
  const rows = problems.map(problem => {
    const jump = make("a", { href: "#" }, problem.text);
    jump.addEventListener("click", event => {
      event.preventDefault();
      const fold = problem.at.closest("details:not([open])");
      if (fold) fold.open = true;
      problem.at.focus();
    });
    return make("li", {}, jump);
  });
  summary.replaceChildren(make("p", { class: "notice__text" }, form.words.problems), make("ul", { class: "form__problems" }, ...rows));
  summary.hidden = problems.length === 0;
  if (problems.length > 0) summary.focus();
};

const most_in_address = 6000;

// Where the forge opens a new file; the text stands in the address only where the whole is short.
const forge_link = (form, values, text) => {
  const address = form.table.newFile.replace("new-record", id_of(form, values));
  const name = form.table.markdown ? form.table.language + ".md" : id_of(form, values) + ".yaml";
  const forgejo = form.table.forge === "forgejo" ? (address.includes("?") ? "&" : "?") + "filename=" + encodeURIComponent(name) : "";
  const full = address + forgejo + (form.table.forge === "gitlab" ? "&content=" : "&value=") + encodeURIComponent(text);
  return full.length < most_in_address ? full : address + forgejo;
};

const ways = (form, summary, status) => {
  const say = text => { status.textContent = text; };
  // What was filled in, when nothing is wrong with it.
  const ready = with_sender => {
    const problems = form.problems(with_sender);
    say_problems(form, summary, problems);
    return problems.length === 0 ? form.values() : null;
  };
  const after = make("div", { class: "form__after", hidden: true });
  const message = (values, file) => {
    const { about, text } = message_of(form, values, file), address = form.table.email;
    if (!address) return;
    const mail = make("a", { class: "button form__button", href: "mailto:" + address + "?subject=" + encodeURIComponent(about) + "&body=" + encodeURIComponent(text.replace(/\n/g, "\r\n")) }, form.words.mail_open);
    const words = make("pre", { class: "form__message", tabindex: "0" }, address + "\n" + about + "\n\n" + text);
    after.replaceChildren(make("p", {}, fill(form.words.sent_next, { file, address })), mail, button(form.words.mail_copy, () => copy(address + "\n" + about + "\n\n" + text).then(done => say(done ? form.words.copied : form.words.not_copied))), words);
    after.hidden = false;
  };
  const pack = button(form.words.way_send_do, () => {
    const values = ready(true);
    if (!values) return;
    const file = id_of(form, values) + ".praxis.zip";
    package_of(form, values).then(blob => { save(file, blob); message(values, file); say(fill(form.words.saved, { file })); }, () => say(form.words.picture_unreadable));
  });
  pack.dataset.way = "send";
  const copied = button(form.words.way_copy_do, () => {
    const values = ready(false);
    if (values) copy(record_text(form, values)).then(done => say(done ? form.words.copied : form.words.not_copied));
  });
  const saved = button(form.words.way_save_do, () => {
    const values = ready(false);
    if (!values) return;
    save(record_name(form), new Blob([record_text(form, values)], { type: "text/plain;charset=utf-8" }));
    say(fill(form.words.saved, { file: record_name(form) }));
  });
  const way = (name, ...contents) => make("div", { class: "form__way" }, make("h3", {}, form.words["way_" + name]), make("p", {}, form.words["way_" + name + "_intro"]), ...contents);
  const list = [way("send", pack, after), way("copy", make("div", { class: "form__buttons" }, copied, saved))];
  if (form.table.newFile) {
    const open = make("a", { class: "form__forge", href: form.table.newFile, target: "_blank", rel: "noopener noreferrer", "data-way": "forge" }, form.words.way_forge_do);
    open.addEventListener("click", event => {
      const values = ready(false);
      if (!values) return event.preventDefault();
      const text = record_text(form, values);
      open.href = forge_link(form, values, text);
      copy(text).then(done => say(done ? form.words.copied : form.words.not_copied));
    });
    list.push(way("forge", open));
  }
  return list;
};
