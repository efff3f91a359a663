// Runs before the page is drawn, so that nothing flashes: says that scripts run, and sets the reader's colours.
(function () {
  var root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");
  try {
    var scheme = localStorage.getItem("ev-scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch (error) {
    // A browser may refuse storage; then the device's own colours hold.
  }
})();
