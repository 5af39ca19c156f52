/* What a question may have meant, in the reader's spelling: the index knows words without accents, the
   results show them as they are written. */
praxis.corrected = (query, { corrections, hits }) => {
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const plain = word => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const written = hits.map(hit => hit.title + " " + hit.summary).join(" ").match(WORD) || [];
  return query.replace(WORD, word => {
    const better = corrections.find(({ from }) => plain(from) === plain(word));
    if (!better) return word;
    return (written.find(one => plain(one) === plain(better.to)) || better.to).toLowerCase();
  });
};
