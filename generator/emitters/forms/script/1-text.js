// Texts of strangers, made harmless for the place they go to: YAML, Markdown, names of files.

// What a text may not hold: `check` reports it, since nobody sees it (base/utf8.cpp); halves of letters too.
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}\uD800-\uDFFF]/gu;

const clean = text => String(text).replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(hidden, "").normalize("NFC");

const one_line = text => clean(text).replace(/\s+/g, " ").trim();

const length_of = text => Array.from(text).length;

// Letters without their marks, small, with hyphens: what may be an id or the name of a file.
const slug = (text, most) => {
  let id = clean(text).normalize("NFD").replace(/[\u0300-\u036F]/g, "").toLowerCase().replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/œ/g, "oe").replace(/ø/g, "o").replace(/ł/g, "l")
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (id.length > most) id = id.slice(0, most + 1).replace(/-[^-]*$/, "").slice(0, most).replace(/-+$/, "");
  return /^(con|prn|aux|nul|com\d|lpt\d|index)$/.test(id) ? id + "-1" : id;
};

// Plain where no reader of YAML could take it for something else; else between quotation marks.
const plain = /^(\d+(\.\d+)?|\d{4}-\d\d(-\d\d)?|[a-z0-9]+(-[a-z0-9]+)*)$/;
const other_words = /^(true|false|yes|no|on|off|y|n|null|\.inf|\.nan|0[0-9]+|\d+e\d+|0[xo][0-9a-f]+)$/i;
const scalar = value => {
  if (typeof value === "boolean") return String(value);
  const text = clean(value);
  if (plain.test(text) && !other_words.test(text)) return text;
  return '"' + text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, " ") + '"';
};

const is_object = value => value !== null && typeof value === "object" && !Array.isArray(value);

// Lines of a map, each with its indent.
const yaml_lines = (map, indent) => {
  const lines = [];
  Object.keys(map).forEach(key => {
    const value = map[key];
    if (value === undefined) return;
    if (Array.isArray(value) && value.some(is_object)) {
      lines.push(indent + key + ":");
      value.forEach(item => {
        const own = is_object(item) ? yaml_lines(item, indent + "    ") : [indent + "    " + scalar(item)];
        own.forEach((line, n) => lines.push(n === 0 ? indent + "  - " + line.slice(indent.length + 4) : line));
      });
    } else if (Array.isArray(value)) {
      lines.push(indent + key + ": [" + value.map(scalar).join(", ") + "]");
    } else if (is_object(value)) {
      lines.push(indent + key + ":");
      lines.push(...yaml_lines(value, indent + "  "));
    } else {
      lines.push(indent + key + ": " + scalar(value));
    }
  });
  return lines;
};
const yaml = map => yaml_lines(map, "").join("\n") + "\n";

// A text: Markdown, but no raw HTML, and no heading above the level where it stands.
const body = (text, level) => clean(text).split("\n").map(line => line.replace(/\s+$/, "")
  .replace(/^(\s{0,3})(#{1,2})(?=\s|$)/, (all, indent, marks) => indent + "#".repeat(Math.max(marks.length, level)))
  .replace(/^(\s{0,3})(=+|-{2,})$/, "$1\\$2")
  .replace(/<(?!https?:\/\/[^\s<>]*>|mailto:[^\s<>]*>)/g, "\\<")).join("\n").replace(/\n{3,}/g, "\n\n").trim();
