// From what was filled in to files: the record as the bank keeps it, the declaration, the package.

const today = () => {
  const now = new Date(), two = number => String(number).padStart(2, "0");
  return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
};

const title_of = (form, values) => {
  const title = values.fields.title || values.fields.names;
  return is_object(title) ? title[form.table.language] || Object.values(title).find(Boolean) : title;
};

const id_of = (form, values) => slug(title_of(form, values) || "", 60) || form.table.kind + "-" + today();

// Only what has a value, in the order of the table.
const kept = value => {
  if (Array.isArray(value)) return value.map(kept);
  if (!is_object(value)) return value;
  const all = {};
  Object.keys(value).forEach(key => { if (value[key] !== undefined && value[key] !== "") all[key] = kept(value[key]); });
  return all;
};

const record_text = (form, values) => {
  const fields = {};
  form.table.fields.forEach(field => { fields[field.key] = values.fields[field.key]; });
  if (!form.table.markdown) return yaml(kept(fields));
  const { office, name, role, show } = values.sender;
  fields.review = { state: "submitted" };
  fields.rights = { declared_by: office || name, office, date: today() };
  if (name) fields.contributors = [{ name, role, office, public: Boolean(show) }];
  const text = values.sections.filter(section => section.text).map(section => section.label ? "## " + section.label + "\n\n" + body(section.text, 3) : body(section.text, 2)).join("\n\n");
  return "---\n" + yaml(kept(fields)) + "---\n" + (text ? "\n" + text + "\n" : "");
};

const record_name = form => form.table.markdown ? form.table.language + ".md" : "record.yaml";

const declaration = (form, values) => yaml(kept({
  package: "1",
  kind: form.table.kind,
  id: id_of(form, values),
  language: form.table.language,
  title: one_line(title_of(form, values) || ""),
  date: today(),
  sender: { name: values.sender.name, office: values.sender.office, role: values.sender.role, email: values.sender.email },
  declares: form.promises.map(promise => promise.label),
  awards: values.awards,
  message: values.message
}));

const read_bytes = file => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(new Uint8Array(reader.result));
  reader.onerror = () => failed(reader.error);
  reader.readAsArrayBuffer(file);
});

/* @returns {Promise<Blob>} */
const package_of = (form, values) => {
  const pictures = form.pictures.filter(picture => picture.get() && picture.element.isConnected);
  return Promise.all(pictures.map(picture => read_bytes(picture.file).then(bytes => ({ name: picture.name, bytes })))).then(files => zip([
    { name: "declaration.yaml", bytes: bytes_of(declaration(form, values)) },
    { name: record_name(form), bytes: bytes_of(record_text(form, values)) },
    ...files
  ]));
};

const message_of = (form, values, file) => {
  const filled = sentence => fill(sentence, { title: title_of(form, values) || "", bank: form.table.bank, file, name: values.sender.name || "", office: values.sender.office || "" });
  return { about: filled(form.words.mail_about), text: filled(form.words.mail_text).replace(/\\n/g, "\n") };
};
