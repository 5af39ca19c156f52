/* Remembers a choice if the browser lets us; nothing depends on it. */
praxis.store = {
  /** @param {string} key @returns {string | null} */
  read: function (key) {
    try { return window.localStorage.getItem("praxis-" + key); } catch (error) { return null; }
  },
  /** @param {string} key @param {string | null} value */
  write: function (key, value) {
    try {
      if (value === null) window.localStorage.removeItem("praxis-" + key);
      else window.localStorage.setItem("praxis-" + key, value);
    } catch (error) { /* then the choice lasts for this page */ }
  }
};
