/* The one global name. A part says what it does with each element that asks for it, `data-part="menu"`;
   one that fails stops no other. */
window.praxis = {
  waiting: [],

  /** @param {string} name @param {(root: HTMLElement) => void} start */
  part: function (name, start) {
    if (praxis.waiting) {
      praxis.waiting.push([name, start]);
      return;
    }
    document.querySelectorAll('[data-part~="' + name + '"]').forEach(function (root) {
      try {
        start(root);
      } catch (error) {
        console.error(name, error);
      }
    });
  }
};
