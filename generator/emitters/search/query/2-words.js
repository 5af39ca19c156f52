/* Words of texts and queries, and how far apart two words are. */

const bytes = word => {
  let sum = 0;
  for (let i = 0; i < word.length; i += 1) sum += word.charCodeAt(i) < 0x80 ? 1 : word.charCodeAt(i) < 0x800 ? 2 : 3;
  return sum;
};

/* The folded words of a text with their places. `letters` says what each letter outside ASCII folds
   to; those that it does not know stand between words. */
const split = (letters, from) => {
  const words = [];
  let word = null, run = -1, pairs = 0, mark = "";
  const end = separator => {
    run = -1;
    mark = word && isIn(APOSTROPHES + HYPHENS, separator) ? separator : "";
    if (word && word.text && bytes(word.text) <= MOST_WORD_BYTES) words.push(word);
    word = null;
  };
  const grow = (at, folded) => {
    if (run >= 0) end("");
    if (!word) {
      word = { text: "", begin: at };
      const before = words[words.length - 1];
      if (before && mark && before.end + 1 === at) before[isIn(HYPHENS, mark) ? "hyphen" : "apostrophe"] = true;
    }
    word.text += folded;
    word.end = at + 1;
  };
  for (let i = 0; i < from.length; i += 1) {
    const letter = from[i], folded = letter < "\u0080" ? letter.toLowerCase() : letters.get(letter);
    if (letter < "\u0080" ? /[0-9a-z]/.test(folded) : !RUN.test(letter) && folded !== undefined) {
      grow(i, folded);
    } else if (RUN.test(letter)) {
      /* Scripts without spaces: pairs of letters; one alone is a word too. */
      if (run < 0) {
        end("");
        pairs = 0;
      }
      if (pairs === 1) words.pop();
      words.push({ text: run < 0 ? letter : from[run] + letter, begin: run < 0 ? i : run, end: i + 1 });
      pairs += 1;
      run = i;
    } else if (!isIn(SILENT, letter)) {
      end(letter);
    }
  }
  end("");
  return words;
};

/* A query in its parts: with quotes or without, wanted or not. */
const parts = from => {
  const found = [];
  for (let i = 0; i < from.length;) {
    if (isIn(SPACES, from[i])) {
      i += 1;
      continue;
    }
    const excluded = from[i] === "-" && i + 1 < from.length && !isIn(SPACES, from[i + 1]);
    if (excluded) i += 1;
    const quoted = isIn(OPENING, from[i]), begin = quoted ? i + 1 : i;
    for (i = begin; i < from.length && (quoted ? !isIn(CLOSING, from[i]) : !isIn(SPACES + OPENING, from[i]));) i += 1;
    found.push({ text: from.slice(begin, i), quoted, excluded });
    if (quoted) i += 1;
  }
  return found;
};

/* Edits between two words (optimal string alignment), or `most` + 1 where there are more. */
const edits = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = [];
  for (let j = 0; j <= b.length; j += 1) last.push(j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let cost = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      if (last[j] < cost) cost = last[j] + 1;
      if (row[j - 1] < cost) cost = row[j - 1] + 1;
      if (i > 1 && j > 1 && before[j - 2] < cost && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = before[j - 2] + 1;
      if (cost < least) least = cost;
      row.push(cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length], most + 1);
};
