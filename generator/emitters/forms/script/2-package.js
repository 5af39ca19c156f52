// A package: files in one archive (ZIP, nothing compressed, no times), and files for the reader to keep.

const crc_table = (() => {
  const table = new Uint32Array(256);
  for (let n = 0; n < 256; ++n) {
    let value = n;
    for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xEDB88320 ^ (value >>> 1) : value >>> 1;
    table[n] = value >>> 0;
  }
  return table;
})();

const crc_of = bytes => {
  let value = 0xFFFFFFFF;
  for (let i = 0; i < bytes.length; ++i) value = crc_table[(value ^ bytes[i]) & 0xFF] ^ (value >>> 8);
  return (value ^ 0xFFFFFFFF) >>> 0;
};

const bytes_of = text => new TextEncoder().encode(text);

// `fields` are pairs of a size in bytes and a number, little end first.
const record = fields => {
  const bytes = [];
  fields.forEach(([size, number]) => { for (let i = 0; i < size; ++i) bytes.push(Math.floor(number / 256 ** i) % 256); });
  return Uint8Array.from(bytes);
};

const first_day = 0x21;  // 1 January 1980: the same record makes the same package
const names_in_utf8 = 0x800;

/* @param {{name: string, bytes: Uint8Array}[]} files */
const zip = files => {
  const parts = [], index = [];
  let at = 0;
  files.forEach(({ name, bytes }) => {
    const named = bytes_of(name);
    const shared = [[2, 20], [2, names_in_utf8], [2, 0], [2, 0], [2, first_day], [4, crc_of(bytes)], [4, bytes.length], [4, bytes.length], [2, named.length], [2, 0]];
    const head = record([[4, 0x04034B50], ...shared]);
    index.push(record([[4, 0x02014B50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), named);
    parts.push(head, named, bytes);
    at += head.length + named.length + bytes.length;
  });
  const size = index.reduce((sum, part) => sum + part.length, 0);
  const end = record([[4, 0x06054B50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]]);
  return new Blob([...parts, ...index, end], { type: "application/zip" });
};

const save = (name, blob) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

// False where the browser gives no access, as it may from disk; then the old way, on what is selected.
const copy = text => {
  const by_selection = () => {
    const box = document.createElement("textarea");
    box.value = text;
    box.className = "u-visually-hidden";
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  };
  if (!navigator.clipboard) return Promise.resolve(by_selection());
  return navigator.clipboard.writeText(text).then(() => true, by_selection);
};
