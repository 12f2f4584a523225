/* Sends a decision about a wave that waits. Buttons come with lines of the console, so clicks are heard by the page. */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("button.drs-decision") : null;
    if (!button || button.disabled) {
      return;
    }
    event.preventDefault();
    var buttons = button.parentElement.querySelectorAll("button.drs-decision");
    buttons.forEach(function (each) {
      each.disabled = true;
    });
    fetch(document.head.dataset.rooturl + button.dataset.url, {
      method: "POST",
      credentials: "same-origin",
      headers: window.crumb ? window.crumb.wrap({}) : {},
    })
      .then(function (answer) {
        if (answer.ok) {
          return button.dataset.done;
        }
        return answer.status === 409 ? answer.text() : button.dataset.lost;
      })
      .catch(function () {
        return button.dataset.lost;
      })
      .then(function (text) {
        say(button, text.trim());
      });
  });

  /* Says after the buttons what became of the decision. */
  function say(button, text) {
    var note = document.createElement("span");
    note.setAttribute("role", "status");
    note.textContent = " " + text;
    button.parentElement.appendChild(note);
  }
})();
