/* Follows a running execution: asks for what changed and replaces those parts of the page alone. */
(function () {
  "use strict";

  var SHORTEST = 3000;
  var LONGEST = 60000;

  var box = document.getElementById("drs-live");
  var note = document.querySelector(".drs-live-note");
  if (!box || box.dataset.running !== "true") {
    return;
  }
  var failures = 0;
  var timer = null;

  function say(text) {
    if (note && note.textContent !== text) {
      note.textContent = text;
    }
  }

  function shown() {
    return box.querySelector(".drs-now");
  }

  function plan(delay) {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, delay);
  }

  function ask() {
    if (document.hidden) {
      timer = null;
      return;
    }
    var began = Date.now();
    fetch("live?seen=" + encodeURIComponent(shown().dataset.events), {
      credentials: "same-origin",
      cache: "no-store",
    })
      .then(function (answer) {
        if (answer.status === 204) {
          return null;
        }
        if (!answer.ok) {
          throw new Error("HTTP " + answer.status);
        }
        return answer.text();
      })
      .then(function (text) {
        failures = 0;
        if (text !== null && !show(text)) {
          say(note.dataset.over);
          return;
        }
        say(note.dataset.live);
        plan(Math.min(LONGEST, Math.max(SHORTEST, 8 * (Date.now() - began))));
      })
      .catch(function () {
        failures += 1;
        say(note.dataset.lost);
        plan(Math.min(LONGEST, SHORTEST * Math.pow(2, failures)));
      });
  }

  /* Takes in an answer; tells whether the execution still runs. */
  function show(text) {
    var fresh = new DOMParser().parseFromString(text, "text/html").querySelector(".drs-now");
    if (!fresh) {
      throw new Error("Expected the state of an execution, but got another page");
    }
    var old = shown();
    old.dataset.events = fresh.dataset.events;
    merge(old, fresh);
    box.dataset.running = fresh.dataset.running;
    return fresh.dataset.running === "true";
  }

  function merge(old, fresh) {
    var parts = Array.prototype.slice.call(fresh.children);
    var known = Array.prototype.slice.call(old.children);
    var same =
      parts.length === known.length &&
      parts.every(function (part, index) {
        return nameOf(part) === nameOf(known[index]);
      });
    if (!same) {
      keep(old, function () {
        old.replaceChildren.apply(old, parts);
      });
      return;
    }
    parts.forEach(function (part, index) {
      if (part.classList.contains("drs-report")) {
        merge(known[index], part);
      } else if (part.outerHTML !== sourceOf(known[index])) {
        keep(known[index], function () {
          known[index].replaceWith(part);
        });
      }
    });
  }

  /* As it came from the server: the report's script changes what it shows, and keeps what was there. */
  function sourceOf(part) {
    return part.drsSource === undefined ? part.outerHTML : part.drsSource;
  }

  function nameOf(part) {
    return part.tagName + "#" + (part.getAttribute("aria-labelledby") || part.dataset.part || "");
  }

  /* Changes a part of the page; what the reader opened stays open, and where they scrolled to stays in sight. */
  function keep(part, change) {
    var open = [];
    part.querySelectorAll("details").forEach(function (details, index) {
      open[index] = details.open;
    });
    var left = {};
    part.querySelectorAll(".scroll").forEach(function (region) {
      left[region.getAttribute("aria-label")] = region.scrollLeft;
    });
    var parent = part.parentElement;
    var focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
    var at = Array.prototype.indexOf.call(parent.children, part);
    change();
    var now = parent.children[at];
    now.querySelectorAll("details").forEach(function (details, index) {
      details.open = open[index] || details.open;
    });
    now.querySelectorAll(".scroll").forEach(function (region) {
      var label = region.getAttribute("aria-label");
      region.scrollLeft = left[label] || 0;
      if (focused !== null && label === focused) {
        region.focus({ preventScroll: true });
      }
    });
  }

  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && timer === null && box.dataset.running === "true") {
      ask();
    }
  });
  say(note.dataset.live);
  plan(SHORTEST);
})();
