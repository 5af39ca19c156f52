/* The same text in another language beside this one: offered where there is one, made by a script of its own. */
praxis.part("beside", root => {
  "use strict";
  const { choice, status } = praxis.refs(root);
  const has_text = link => !link.querySelector(".languages__note");
  const others = praxis.search.languages.filter(link => !link.hasAttribute("aria-current") && has_text(link));
  if (others.length === 0 || !document.querySelector(".prose") || !praxis.search.languages.some(link => link.hasAttribute("aria-current") && has_text(link))) return;
  others.forEach(link => choice.append(praxis.make("option", { value: link.hreflang, lang: link.hreflang }, link.firstChild.textContent)));
  root.hidden = false;
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    praxis.later().then(() => praxis.beside(root, others)).catch(() => {
      started = false;
      status.textContent = root.dataset.failed;
    });
  };
  choice.addEventListener("change", start);
  if (/[?&]beside=/.test(location.search)) start();
});
