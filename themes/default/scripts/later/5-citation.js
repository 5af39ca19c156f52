/* A citation is copied or saved as it stands in the page; the address goes where the reader wants it, and to
   nobody else. */
praxis.citation = (root, asked) => {
  "use strict";
  const { make, fill } = praxis, { share, formats, status } = praxis.refs(root), words = root.dataset;
  const title = document.querySelector("h1").textContent.trim();

  /* From a disk the page is named by its address on the web; with what was chosen on it. */
  const address = () => location.protocol === "file:" ? root.querySelector("a").href + location.search : location.href;
  const put = async (text, back, says) => {
    says.textContent = "";
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) { /* an insecure address, or an old browser */
      const field = make("textarea", { class: "u-visually-hidden" }, text);
      root.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      back.focus();
    }
    says.textContent = words.copied;
  };
  const save = (file, text) => {
    const link = make("a", { download: file, href: URL.createObjectURL(new Blob([text], { type: "text/plain" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 9999);
  };

  /* RIS ends its lines as Windows does. */
  const offer = pre => {
    const { file } = pre.dataset, text = /\.ris$/.test(file) ? pre.textContent.replace(/\n/g, "\r\n") : pre.textContent;
    const button = label => make("button", { class: "button button--plain", type: "button" }, label);
    const copier = button(words.copy), saver = button(fill(words.save, { file })), says = make("span", { role: "status" });
    copier.addEventListener("click", () => put(text, copier, says));
    saver.addEventListener("click", () => save(file, text));
    pre.before(make("p", { class: "citation__ways" }, copier, saver, says));
  };

  if (asked === formats) formats.querySelectorAll("pre").forEach(offer);
  else if (asked === share) navigator.share({ title, url: address() }).catch(() => {});
  else put(address(), asked, status);
};
