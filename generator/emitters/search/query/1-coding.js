/* The query core of Praxis: reads the files of an index (FORMAT.md) and answers queries. It knows no
   page: whoever opens an index says how a file is loaded. The pieces of this folder are put together,
   in their order, into search/query.js, which serves browsers and node; generator/search does the
   same in C++, number by number. This piece: constants, numbers, front coding, borders. */

const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
const VERSION = 1, LONGEST_WORK = 3, SOME = 2048, FEW = 64;
const MOST_QUERY = 300, MOST_TERMS = 24, MOST_WORD_BYTES = 60;
const PREFIX_WEIGHT = 0.6, NEAR_WEIGHT = 0.9, SYNONYM_WEIGHT = 0.5, ONE_EDIT_WEIGHT = 0.7, TWO_EDITS_WEIGHT = 0.4;
const TITLE_BONUS = 1, TITLE_SHARE = 0.25, SAME_TITLE_BONUS = 10, FULL_BONUS = 100, MOST_FULL_TERMS = 2;
const MOST_BEGINNINGS = 10, MOST_CORRECTIONS = 3, LEAST_BEGINNING = 3, LEAST_SPELLING = 4, LEAST_TWO_EDITS = 8, MOST_SPELLING = 40;
const RUN = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
const SPACES = " \t\n\r\f\v\u00a0\u202f\u3000", APOSTROPHES = "'\u2019\u02bc", HYPHENS = "-\u2010\u2011", SILENT = "\u00ad\u200c\u200d";
const OPENING = "\"\u201c\u00ab\u201e", CLOSING = "\"\u201d\u00bb\u201c";

const text = value => typeof value === "string" ? value : "";
const list = value => Array.isArray(value) ? value : [];
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
const all = (items, make) => Promise.all(items.map(make));
const flat = lists => [].concat(...lists);
const isIn = (letters, letter) => letter !== "" && letters.includes(letter);
const reversed = word => word.split("").reverse().join("");
const values = new Int8Array(128).map((_, code) => DIGITS.indexOf(String.fromCharCode(code)));
const digit = (from, at) => {
  const code = from.charCodeAt(at);
  return code < 128 ? values[code] : -1;
};

/* Numbers one after the other; -1 at the end and where a text is damaged. */
const numbers = from => {
  let at = 0;
  return () => {
    const first = digit(from, at++);
    if (first < 44) return first;
    const more = first < 60 ? 1 : first < 63 ? 2 : 5;
    let value = first < 60 ? first - 44 : first < 63 ? first - 60 : 0;
    for (let left = more; left > 0; left -= 1) {
      const next = digit(from, at++);
      if (next < 0) return -1;
      value = value * 64 + next;
    }
    return value + (more === 1 ? 44 : more === 2 ? 1068 : 0);
  };
};

/* Words written as what each shares with the one before, and the rest. */
const frontCoded = (before, from) => before.slice(0, Math.max(digit(from, 0), 0)) + from.slice(1);

const readBorders = from => {
  let before = "";
  return text(from).split(",").filter(Boolean).map(border => before = frontCoded(before, border));
};

/* Files are called by where they begin: FNV-1a of the border, eight hexadecimal digits. */
const fileOf = (borders, number) => {
  let hash = 0x811c9dc5;
  for (const letter of borders[number - 1] || "") hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
};

/* The number of the file that a key belongs to. */
const route = (borders, key) => {
  let low = 0, high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (borders[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low;
};

/* Lets the page do something else where the work has gone on for too long. */
let working = Date.now();
const breath = () => Date.now() - working < LONGEST_WORK ? null : new Promise(done => setTimeout(() => {
  working = Date.now();
  done();
}));
