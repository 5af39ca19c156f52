/* The style sheet of what this script makes: of the same name as the script. */
praxis.styled = new Promise(done => {
  const link = praxis.make("link", { rel: "stylesheet", href: document.currentScript.src.replace(/js$/, "css") });
  link.onload = link.onerror = done;
  document.head.append(link);
});
