/* Starts the parts that have said what they do; any that come later start at once. */
(function () {
  var waiting = praxis.waiting;
  praxis.waiting = null;
  waiting.forEach(function (part) { praxis.part(part[0], part[1]); });
})();
