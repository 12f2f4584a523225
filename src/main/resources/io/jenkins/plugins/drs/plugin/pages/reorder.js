/* Blocks that can be dragged can be moved with buttons as well, by keyboard and on small screens. */
(function () {
  "use strict";

  function button(text, sign, move) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "jenkins-button";
    made.setAttribute("aria-label", text);
    made.title = text;
    made.textContent = sign;
    made.addEventListener("click", move);
    return made;
  }

  function isBlock(element) {
    return element && element.classList.contains("repeated-chunk") && !element.classList.contains("to-be-removed");
  }

  function moveUp(chunk) {
    var before = chunk.previousElementSibling;
    if (isBlock(before)) {
      chunk.parentElement.insertBefore(chunk, before);
    }
  }

  function moveDown(chunk) {
    var after = chunk.nextElementSibling;
    if (isBlock(after)) {
      chunk.parentElement.insertBefore(after, chunk);
    }
  }

  Behaviour.specify(".with-drag-drop > .repeated-chunk", "drs-reorder", 100, function (chunk) {
    var words = document.getElementById("drs-reorder");
    var header = chunk.querySelector(":scope > .repeated-chunk__header");
    if (!header || !words || header.querySelector(":scope > .drs-move")) {
      return;
    }
    var group = document.createElement("span");
    group.className = "drs-move";
    [
      button(words.dataset.up, "\u2191", function (event) {
        moveUp(chunk);
        event.currentTarget.focus();
      }),
      button(words.dataset.down, "\u2193", function (event) {
        moveDown(chunk);
        event.currentTarget.focus();
      }),
    ].forEach(function (each) {
      group.appendChild(each);
    });
    header.appendChild(group);
  });
})();
