/* What the scripts of the search share to work with elements. */

/* Those that a script speaks of, by their names: data-ref="list". */
praxis.refs = root => {
  const refs = {};
  root.querySelectorAll("[data-ref]").forEach(element => { refs[element.dataset.ref] = element; });
  return refs;
};

/* An element; texts stay texts, an attribute without a value is left out. */
praxis.make = (name, attributes, ...contents) => {
  const made = document.createElement(name);
  Object.keys(attributes).forEach(key => { if (attributes[key]) made.setAttribute(key, attributes[key]); });
  made.append(...contents);
  return made;
};

/* Files come as script elements, which work from a disk as well; what failed can be asked for again. */
praxis.load = (address, ordered = false) => new Promise((resolve, reject) => {
  const script = praxis.make("script", { charset: "utf-8", src: address });
  script.async = !ordered;
  script.onload = () => resolve(script.remove());
  script.onerror = () => reject(new Error(address), script.remove());
  document.head.append(script);
});

/* A sentence of the page with its {places} filled. */
praxis.fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (place, name) => name in values ? values[name] : place);

praxis.number = number => new Intl.NumberFormat(document.documentElement.lang).format(number);

/* A text in pieces, what was looked for in <mark>. */
praxis.marked = (text, marks) => {
  const pieces = [];
  let at = 0;
  (marks || []).forEach(([begin, end]) => {
    if (begin < at) return;
    pieces.push(text.slice(at, begin), praxis.make("mark", {}, text.slice(begin, end)));
    at = end;
  });
  return pieces.concat(text.slice(at));
};

/* The key / leads to a box, but for where it is a letter. */
praxis.slash = field => document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  field.focus();
});
