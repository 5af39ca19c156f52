/* Copying, sharing and saving: the script that does it comes with the first of them. */
praxis.part("citation", root => {
  "use strict";
  const { copy, share, formats } = praxis.refs(root);
  const start = ({ target }) => praxis.later().then(() => praxis.citation(root, target)).catch(() => {});
  copy.hidden = false;
  share.hidden = !navigator.share;
  copy.addEventListener("click", start);
  share.addEventListener("click", start);
  formats.addEventListener("toggle", start, { once: true });
});
