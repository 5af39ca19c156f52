/* What few ask for stands in a script of its own and comes when it is first needed. */
{
  const { later } = document.currentScript.dataset;
  let coming = null;

  praxis.later = () => {
    coming = coming || praxis.load(later).then(() => praxis.styled);
    coming.catch(() => { coming = null; });
    return coming;
  };
}

/* A page in a frame tells the page around it what it holds; that one decides what to take of it. */
if (window.parent !== window) window.addEventListener("message", ({ source, data }) => {
  if (source !== window.parent || data !== "praxis-content") return;
  const { lang, dir } = document.documentElement;
  source.postMessage({ praxis: "content", address: location.href, lang, dir, html: document.getElementById("main").innerHTML }, "*");
});
