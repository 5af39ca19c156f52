// How the record will read: elements made from Markdown, so that nothing in a text can be more than text.

const inline_marks = /(\*\*[^*]+\*\*|\*[^*\s][^*]*\*|`[^`]+`|\[\^[a-z0-9-]+\]|\[[^\]]+\]\([^)\s]+\)|<https?:\/\/[^\s<>]+>)/;
const inline = text => text.split(inline_marks).map(piece => {
  const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(piece);
  if (/^\[\^.+\]$/.test(piece)) return make("sup", {}, piece.slice(2, -1));
  if (link) return /^(https?:|mailto:)/i.test(link[2]) ? make("a", { href: link[2], rel: "noopener noreferrer" }, link[1]) : make("span", {}, link[1]);
  if (/^<https?:.+>$/.test(piece)) return make("a", { href: piece.slice(1, -1), rel: "noopener noreferrer" }, piece.slice(1, -1));
  if (/^\*\*.+\*\*$/.test(piece)) return make("strong", {}, piece.slice(2, -2));
  if (/^\*.+\*$/.test(piece)) return make("em", {}, piece.slice(1, -1));
  if (/^`.+`$/.test(piece)) return make("code", {}, piece.slice(1, -1));
  return piece.replace(/\\([\\<>*_#=[\]`-])/g, "$1");
});

const blocks_of = text => {
  const blocks = [];
  text.split(/\n{2,}/).filter(Boolean).forEach(block => {
    const lines = block.split("\n"), heading = /^#{3,6}\s+(.*)$/.exec(lines[0]);
    if (heading) {
      blocks.push(make("h4", {}, ...inline(heading[1])));
      lines.shift();
    }
    if (lines.length === 0) return;
    const bullets = lines.every(line => /^\s*[-*+]\s+/.test(line)), numbers = lines.every(line => /^\s*\d+[.)]\s+/.test(line));
    if (bullets || numbers) {
      const items = lines.map(line => make("li", {}, ...inline(line.replace(/^\s*([-*+]|\d+[.)])\s+/, ""))));
      blocks.push(make(bullets ? "ul" : "ol", {}, ...items));
    } else if (lines.every(line => /^>/.test(line))) {
      blocks.push(make("blockquote", {}, make("p", {}, ...inline(lines.map(line => line.replace(/^>\s?/, "")).join(" ")))));
    } else {
      blocks.push(make("p", {}, ...inline(lines.join(" "))));
    }
  });
  return blocks;
};

// A value in words: the label that was chosen, the texts of a group one after the other.
const shown = (form, field, value) => {
  const choices = choices_of(form, field);
  if (field.type === "item") {
    const vocabulary = form.lists.items.find(one => one.id === field.key.replace(/_/g, "-"));
    return value.map(id => ((vocabulary ? vocabulary.items : []).find(item => item[0] === id) || [id, id])[1]).join(" · ");
  }
  if (field.type === "frames") return form.lists.frames.filter(frame => value[frame.id]).map(frame => frame.name + " " + value[frame.id].join(", ")).join(" · ");
  if (Array.isArray(value)) return value.map(one => shown(form, { ...field, list: false }, one)).join(" · ");
  if (is_object(value)) {
    if (!field.fields) return Object.values(value).filter(Boolean).join(" · ");
    return field.fields.filter(inner => value[inner.key] !== undefined && inner.key !== "id").map(inner => shown(form, inner, value[inner.key])).join(", ");
  }
  if (value === true) return "✓";
  const found = (choices || []).find(choice => choice[0] === value);
  return found ? found[1] : String(value);
};

const preview = (form, values) => {
  const facts = make("dl", { class: "facts facts--wide" });
  form.table.fields.forEach(field => {
    const value = values.fields[field.key];
    if (value === undefined || field.key === "title" || field.key === "summary" || field.key === "names") return;
    facts.append(make("div", { class: "facts__item" }, make("dt", {}, field.label), make("dd", {}, shown(form, field, value))));
  });
  const parts = [make("h3", { class: "form__title" }, title_of(form, values) || form.words.no_title)];
  if (values.fields.summary) parts.push(make("p", { class: "form__lead" }, shown(form, {}, values.fields.summary)));
  parts.push(facts);
  values.sections.forEach(section => {
    if (!section.text) return;
    const text = make("div", { class: "prose__text" });
    text.append(...blocks_of(body(section.text, 3)));
    parts.push(make("section", { class: "prose" }, section.label ? make("h3", {}, section.label) : null, text));
  });
  return parts;
};
