/* What is taken from another page: elements and attributes of these lists, made anew; all else is dropped. */
(() => {
  "use strict";
  const ELEMENTS = ["a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "div", "dl", "dt", "em", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins",
    "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "time", "tr", "ul", "var"];
  const ATTRIBUTES = ["lang", "dir", "title", "alt", "width", "height", "start", "datetime", "colspan", "rowspan", "scope"];
  const CLASSES = ["cite", "task", "note-text", "unofficial", "indicator__value", "indicator__unit", "indicator__qualifier", "indicator__label", "indicator__small", "indicator__disputed"];
  const SCHEMES = ["http:", "https:", "mailto:"].concat(location.protocol);

  const resolved = (written, base) => {
    try {
      const url = new URL(written, base);
      return SCHEMES.includes(url.protocol) ? url.href : "";
    } catch (error) {
      return "";
    }
  };

  /* Of a page that is taken as a whole, `whole` says which elements come besides, and as what; what stays away;
     which classes are kept; and what is done to each when it is made. */
  const copy = (element, base, whole) => {
    const name = whole && whole.elements[element.localName] || (ELEMENTS.includes(element.localName) && element.localName);
    if (element.namespaceURI !== document.documentElement.namespaceURI || !name || (whole && element.matches(whole.without))) return "";
    const made = document.createElement(name);
    ATTRIBUTES.forEach(key => { if (element.hasAttribute(key)) made.setAttribute(key, element.getAttribute(key)); });
    const classes = Array.from(element.classList).filter(one => CLASSES.includes(one) || (whole && whole.classes.test(one)));
    if (classes.length > 0) made.className = classes.join(" ");
    const key = { a: "href", img: "src" }[name], address = key && element.hasAttribute(key) && resolved(element.getAttribute(key), base);
    if (address) made.setAttribute(key, address);
    made.append(...praxis.clean(element, base, whole));
    if (whole) whole.finish(made, element);
    return made;
  };

  /** @param {Node | null} source @param {string} base of its addresses @param {object} [whole] @returns {(Node | string)[]} what it holds */
  praxis.clean = (source, base, whole) => Array.from(source ? source.childNodes : []).map(node =>
    node.nodeType === Node.TEXT_NODE ? node.data : node.nodeType === Node.ELEMENT_NODE ? copy(node, base, whole) : "").filter(Boolean);

  /* What a page says of its own state: translated from an older original, known but not yet described ... */
  praxis.notices = page => Array.from(page.body.querySelectorAll(".notice__text"), notice => praxis.taken(page, notice, "p", { class: "prose__stale" }));

  /* What a page holds at a place, as a new element with its language. */
  praxis.taken = (page, source, name, attributes = {}) => {
    const own = source && source.closest("[lang]"), lang = own ? own.lang : page.lang, dir = own ? own.dir : page.dir;
    return praxis.make(name, Object.assign({ lang, dir: dir || page.dir }, attributes), ...praxis.clean(source, page.address));
  };
})();
