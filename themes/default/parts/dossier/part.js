/* All practices of a list as one text to print, made by a script of its own. */
praxis.part("dossier", root => {
  "use strict";
  const [button, status] = root.children;
  if (!document.querySelector(".card[data-practice]")) return;
  button.hidden = false;
  button.addEventListener("click", () => praxis.later().then(() => praxis.dossier(root)).catch(() => { status.textContent = root.dataset.failed; }));
});
