/* Another page of the site, read in a hidden frame: that works from a disk, where nothing may be fetched.
   It answers with its text, which is parsed and never shown as it is. */
(() => {
  "use strict";
  const PATIENCE = 3000, LONGEST = 30000;
  const kept = new Map();

  /* From a disk all pages lie there, over the web none does. */
  const trusted = (address, otherwise) => {
    try {
      const url = new URL(address);
      return url.protocol === location.protocol && url.host === location.host ? url.href : otherwise;
    } catch (error) {
      return otherwise;
    }
  };

  const ask = address => new Promise((resolve, reject) => {
    const frame = praxis.make("iframe", { hidden: "hidden", tabindex: "-1", src: address });
    let timer = 0;
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("message", take);
      frame.remove();
    };
    const wait = time => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error(address), end()), time);
    };
    const take = ({ source, data }) => {
      if (source !== frame.contentWindow || !data || data.praxis !== "content" || typeof data.html !== "string") return;
      const { body } = new DOMParser().parseFromString(data.html, "text/html");
      resolve({ address: trusted(data.address, address), lang: String(data.lang), dir: data.dir === "rtl" ? "rtl" : "ltr", body });
      end();
    };
    window.addEventListener("message", take);
    /* An address that sends on to another loads twice. */
    frame.addEventListener("load", () => {
      wait(PATIENCE);
      frame.contentWindow.postMessage("praxis-content", "*");
    });
    wait(LONGEST);
    document.body.append(frame);
  });

  /** @returns {Promise<{address: string, lang: string, dir: string, body: HTMLElement}>} */
  praxis.read = address => {
    if (!kept.has(address)) {
      kept.set(address, ask(address));
      kept.get(address).catch(() => kept.delete(address));
    }
    return kept.get(address);
  };
})();
