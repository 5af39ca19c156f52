// The rules of `check` that a value can break by itself, in its words (values/read_scalar.cpp).

const day_of = text => {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!parts || parts[1] === "0000") return null;
  const [year, month, day] = parts.slice(1).map(part => part === undefined ? 0 : Number(part));
  if (parts[2] !== undefined && (month < 1 || month > 12)) return null;
  const days = month ? new Date(Date.UTC(2000 + year % 400, month, 0)).getUTCDate() : 31;
  if (parts[3] !== undefined && (day < 1 || day > days)) return null;
  return { first: year * 10000 + (month || 1) * 100 + (day || 1), last: year * 10000 + (month || 12) * 100 + (day || days) };
};

const is_date = text => {
  if (text === "unknown") return true;
  const [left, right, ...more] = text.replace(/~$/, "").split("/");
  if (more.length > 0) return false;
  if (right === undefined) return day_of(left) !== null;
  if (left === "..") return day_of(right) !== null;
  if (right === "..") return day_of(left) !== null;
  const first = day_of(left), last = day_of(right);
  return first !== null && last !== null && last.last >= first.first;
};

const is_web_address = text => text.length <= 2000 && /^https?:\/\/[^\s"<>\\^`{|}/?#@]+\.[^\s"<>\\^`{|}/?#@]+([/?#][^\s"<>\\^`{|}\u0000-\u0020]*)?$/.test(text);
const is_email = text => text.length <= 254 && /^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text);
const is_personal = text => {
  const [name, host] = text.split("@");
  if (/^(gmail\.com|hotmail\.com|outlook\.com|yahoo\.(com|es|fr)|icloud\.com|live\.com|proton\.me)$/.test(host)) return true;
  const parts = /^([a-z]+)[._]([a-z]+)$/i.exec(name);
  const offices = /^(info|contact|contacto|hello|office|oficina|press|prensa|mail|service|secretariat|secretaria)$/;
  return parts !== null && !offices.test(parts[1]) && !offices.test(parts[2]);
};

const forms = {
  email: is_email,
  country: text => /^[A-Z]{2}$/.test(text),
  currency: text => /^[A-Z]{3}$/.test(text),
  year: text => /^\d{4}$/.test(text),
  wikidata: text => /^Q[1-9]\d*$/.test(text),
  color: text => /^[0-9A-Fa-f]{6}$/.test(text),
  integer: text => /^\d+$/.test(text),
  number: text => /^-?\d+(\.\d+)?$/.test(text),
  id: text => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100,
  license: text => /^[A-Za-z0-9.+-]{1,60}$/.test(text)
};

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (place, name) => name in values ? values[name] : place);

/* What is wrong with a text that is there; null where nothing is. A remark says so with `mild`. */
const trouble = (table, field, text) => {
  const says = (name, values) => fill(table.says[name], { key: field.label, value: text, least: field.least, most: field.most, ...values });
  if (field.type === "date") return is_date(text) ? null : { text: says("date") };
  if (field.type === "url") return is_web_address(text) ? null : { text: says("address") };
  if (forms[field.type] && !forms[field.type](text)) return { text: says("form", { expected: table.expected[field.type] }) };
  if (field.type === "email" && !field.unpublished && is_personal(text)) return { text: says("personal"), mild: true };
  if (!field.most || field.list) return null;
  if (field.type === "integer" || field.type === "number") return Number(text) < field.least || Number(text) > field.most ? { text: says("range") } : null;
  const length = length_of(text);
  if (length > field.most) return { text: says("long", { length }) };
  return length < field.least ? { text: says("short", { length }) } : null;
};
