/* The practices chosen to be compared, by their ids: on every page until the reader clears them, or on this
   page alone where the browser keeps nothing. */
{
  const MOST = 3;
  const valid = ids => ids.filter((id, at) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && ids.indexOf(id) === at).slice(0, MOST);
  let unkept = "";

  praxis.choice = {
    most: MOST,
    valid,
    read: () => valid((praxis.store.read("compare") || unkept).split(",")),
    write(ids) {
      praxis.store.write("compare", ids.join() || null);
      unkept = praxis.store.read("compare") ? "" : ids.join();
    }
  };

  /* What the tray does with an element that is a practice; without a tray, nothing. */
  praxis.tick = () => {};
}
