/* The button says whom the question goes to. Without this it says "Send my question", and works the same. */
(function () {
  "use strict";
  var button = document.querySelector("button[data-to]");
  var summary = document.querySelector(".govuk-error-summary");
  if (summary) { summary.focus(); }
  if (!button) { return; }
  function name() {
    var chosen = document.querySelector("input[name=to]:checked");
    var who = chosen && chosen.getAttribute("data-name");
    button.textContent = who ? button.getAttribute("data-to").replace("%n", who) : button.getAttribute("data-plain");
  }
  Array.prototype.forEach.call(document.querySelectorAll("input[name=to]"), function (one) { one.addEventListener("change", name); });
  name();
})();
