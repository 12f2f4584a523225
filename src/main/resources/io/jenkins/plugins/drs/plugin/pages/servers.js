/* Shows which servers a plan selects as soon as AWS has answered. */
(function () {
  "use strict";

  var SHORTEST = 1000;
  var LONGEST = 15000;
  var box = document.getElementById("drs-servers");
  var wait = SHORTEST;

  function running() {
    return box.querySelector(".drs-servers[data-running='true']") !== null;
  }

  function ask() {
    fetch("live", { credentials: "same-origin", cache: "no-store" })
      .then(function (answer) {
        if (!answer.ok) {
          throw new Error("HTTP " + answer.status);
        }
        return answer.text();
      })
      .then(function (text) {
        var fresh = new DOMParser().parseFromString(text, "text/html").querySelector(".drs-servers");
        if (fresh) {
          box.replaceChildren(fresh);
        }
      })
      .catch(function () {
        wait = Math.min(LONGEST, wait * 2);
      })
      .then(function () {
        if (running()) {
          window.setTimeout(ask, wait);
        }
      });
  }

  if (box && running()) {
    window.setTimeout(ask, wait);
  }
})();
