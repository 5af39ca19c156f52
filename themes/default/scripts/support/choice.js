/* The practices chosen to be compared, by their ids: on every page, until the reader clears them. */
praxis.choice = {
  most: 3,
  valid: ids => ids.filter((id, at) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && ids.indexOf(id) === at).slice(0, praxis.choice.most),
  read: () => praxis.choice.valid((praxis.store.read("compare") || "").split(",")),
  write: ids => praxis.store.write("compare", ids.join(",") || null)
};

/* What the tray does with an element that is a practice; without a tray, nothing. */
praxis.tick = () => {};
